package vn.monitoring.report.unit;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/// Asks the replica of the unit tree.
@ApplicationScoped
public class Units {

    private final DataSource dataSource;

    Units(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    public Optional<ReportingUnit> find(String code) {
        return find(List.of(code)).stream().findFirst();
    }

    /// The known ones of these units, in code order.
    public List<ReportingUnit> find(Collection<String> codes) {
        return list(
                "select code, name, type, path::text from unit where code = any (?) order by code",
                statement -> statement.setArray(1, statement.getConnection().createArrayOf("text", codes.toArray())));
    }

    /// The communes (xã, phường, đặc khu) below a unit that exist on a day, in code order.
    public List<ReportingUnit> communesBelow(String code, LocalDate day) {
        return list(
                """
                select u.code, u.name, u.type, u.path::text from unit u join unit above on u.path <@ above.path
                where above.code = ? and u.code <> above.code and u.type like 'COMMUNE%'
                and (u.valid_from is null or u.valid_from <= ?) and (u.valid_to is null or u.valid_to >= ?)
                order by u.code""",
                statement -> {
                    statement.setString(1, code);
                    statement.setObject(2, day);
                    statement.setObject(3, day);
                });
    }

    private List<ReportingUnit> list(String sql, Binder binder) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            binder.bind(statement);
            List<ReportingUnit> units = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    units.add(new ReportingUnit(
                            rows.getString(1), rows.getString(2), rows.getString(3), rows.getString(4)));
                }
            }
            return units;
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read the unit replica", e);
        }
    }

    private interface Binder {
        void bind(PreparedStatement statement) throws SQLException;
    }
}
