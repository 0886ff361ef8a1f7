package vn.monitoring.indicator.measurement;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import vn.monitoring.kit.problem.Problem;
import vn.monitoring.kit.scope.Scope;
import vn.monitoring.kit.security.Caller;

/// Looks up the indicators of figures, of those that the caller may see.
@ApplicationScoped
class FigureIndicators {

    private static final String INDICATORS = """
            select i.id, i.plan_id, i.unit_code, i.responsible_unit_code, u.path::text, i.canonical_code,
                coalesce(left(ltrim(i.measure_unit), 1) = '%%', false), p.status = 'DRAFT', issuer.valid_to
            from indicator i
            join unit u on u.code = i.responsible_unit_code
            join unit issuer on issuer.code = i.unit_code
            join plan p on p.id = i.plan_id
            where %s
            """;
    private static final String VISIBLE_BY_ID =
            INDICATORS.formatted("i.id = ? and u.path <@ any (array (select path from unit where code = any (?)))");
    private static final String BY_ID = INDICATORS.formatted("i.id = any (?)");
    private static final String BY_UNIT =
            INDICATORS.formatted("p.status = 'IN_FORCE' and i.unit_code = any (?) and i.canonical_code is not null");

    private final DataSource dataSource;
    private final Scope scope;
    private final Caller caller;

    FigureIndicators(DataSource dataSource, Scope scope, Caller caller) {
        this.dataSource = dataSource;
        this.scope = scope;
        this.caller = caller;
    }

    /// @throws Problem 404 when there is none in sight
    FigureIndicator get(UUID id) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(VISIBLE_BY_ID)) {
            statement.setObject(1, id);
            statement.setArray(
                    2, connection.createArrayOf("text", caller.unitCodes().toArray()));
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    throw Problem.notFound();
                }
                return read(row);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot look up an indicator", e);
        }
    }

    List<FigureIndicator> find(Collection<UUID> ids) {
        return query(BY_ID, "uuid", ids);
    }

    /// The indicators of the units' plans in force that are linked to the catalogue.
    List<FigureIndicator> findOfUnits(Collection<String> unitCodes) {
        return query(BY_UNIT, "text", unitCodes);
    }

    private List<FigureIndicator> query(String sql, String type, Collection<?> keys) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(1, connection.createArrayOf(type, keys.toArray()));
            List<FigureIndicator> found = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    if (scope.coversPath(row.getString(5))) {
                        found.add(read(row));
                    }
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException("cannot look up indicators", e);
        }
    }

    private static FigureIndicator read(ResultSet row) throws SQLException {
        return new FigureIndicator(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getBoolean(7),
                row.getBoolean(8),
                row.getObject(9, LocalDate.class));
    }
}
