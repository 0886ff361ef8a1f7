package vn.monitoring.indicator.measurement;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.calendar.Period;
import vn.monitoring.kit.problem.Problem;
import vn.monitoring.kit.web.Cursor;
import vn.monitoring.kit.web.Page;

/// Lists of measurements and of one's earlier states, a statement each, within the caller's units.
@ApplicationScoped
class MeasurementList {

    /// What a list is narrowed to; nulls narrow nothing.
    record Filter(
            @Nullable String unitCode,
            @Nullable UUID indicatorId,
            @Nullable String period,
            @Nullable MeasurementStatus status) {}

    private static final String COLUMNS = """
            m.indicator_id, m.period, m.numerator, m.denominator, m.value, m.cumulative, m.as_of, m.status, m.flags,
            m.source, m.note, m.submitted_by, m.submitted_at, m.verified_by, m.verified_at, m.reason, m.revision,
            m.version""";

    /// The caller's units and the asked one are few: the list starts from the units inside of both.
    private static final String IN_SCOPE = """
            from unit u
            join indicator i on i.responsible_unit_code = u.code
            join measurement m on m.indicator_id = i.id
            where u.path <@ any (array (select path from unit where code = any (?)))""";

    private final DataSource dataSource;

    MeasurementList(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /// Newest first.
    ///
    /// @param callerUnits the units in whose subtrees the caller acts
    Page<MeasurementState> list(Filter filter, List<String> callerUnits, @Nullable String cursor, int limit) {
        Cursor after = Cursor.decode(cursor, 2);
        StringBuilder sql = new StringBuilder("select m.id, m.plan_id, m.unit_code, i.responsible_unit_code, ")
                .append(COLUMNS)
                .append(' ')
                .append(IN_SCOPE);
        List<Object> values = new ArrayList<>();
        if (filter.unitCode() != null) {
            sql.append(" and u.path <@ (select path from unit where code = ?)");
            values.add(filter.unitCode());
        }
        if (filter.indicatorId() != null) {
            sql.append(" and m.indicator_id = ?");
            values.add(filter.indicatorId());
        }
        if (filter.period() != null) {
            sql.append(" and m.period = ?");
            values.add(filter.period());
        }
        if (filter.status() != null) {
            sql.append(" and m.status = ?");
            values.add(filter.status().name());
        }
        if (after != null) {
            sql.append(" and (m.submitted_at, m.id) < (cast(? as timestamptz), cast(? as uuid))");
            values.addAll(after.keys());
        }
        sql.append(" order by m.submitted_at desc, m.id desc limit ").append(limit + 1);
        return Page.of(
                query(sql.toString(), callerUnits, values), limit, last -> Cursor.at(last.submittedAt(), last.id()));
    }

    /// The states that the measurement went through before the current one, newest first.
    ///
    /// @throws Problem 404 when the measurement is out of the caller's sight
    Page<MeasurementState> history(UUID id, List<String> callerUnits, @Nullable String cursor, int limit) {
        Cursor after = Cursor.decode(cursor, 1);
        List<Object> values = new ArrayList<>(List.of(id));
        String before = "";
        if (after != null) {
            before = " and m.version < cast(? as bigint)";
            values.addAll(after.keys());
        }
        List<MeasurementState> states = query("""
                select c.id, c.plan_id, c.unit_code, i.responsible_unit_code, %s
                from measurement_history m
                join measurement c on c.id = m.measurement_id
                join indicator i on i.id = c.indicator_id
                join unit u on u.code = i.responsible_unit_code
                where u.path <@ any (array (select path from unit where code = any (?))) and m.measurement_id = ?%s
                order by m.version desc limit %d""".formatted(COLUMNS, before, limit + 1), callerUnits, values);
        return Page.of(states, limit, last -> Cursor.at(last.version()));
    }

    private List<MeasurementState> query(String sql, List<String> callerUnits, List<Object> values) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(1, connection.createArrayOf("text", callerUnits.toArray()));
            for (int i = 0; i < values.size(); i++) {
                statement.setObject(i + 2, values.get(i));
            }
            List<MeasurementState> states = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    states.add(read(row));
                }
            }
            return states;
        } catch (SQLException e) {
            throw new IllegalStateException("cannot list measurements", e);
        }
    }

    private static MeasurementState read(ResultSet row) throws SQLException {
        boolean cumulative = row.getBoolean("cumulative");
        @Nullable Boolean counted = row.wasNull() ? null : (Boolean) cumulative;
        return new MeasurementState(
                row.getObject("id", UUID.class),
                row.getObject("indicator_id", UUID.class),
                row.getObject("plan_id", UUID.class),
                row.getString("unit_code"),
                row.getString("responsible_unit_code"),
                Period.of(row.getString("period")),
                row.getBigDecimal("numerator"),
                row.getBigDecimal("denominator"),
                row.getBigDecimal("value"),
                counted,
                row.getObject("as_of", LocalDate.class),
                MeasurementStatus.valueOf(row.getString("status")),
                flags(row.getArray("flags")),
                row.getString("source"),
                row.getString("note"),
                row.getString("submitted_by"),
                row.getObject("submitted_at", OffsetDateTime.class).toInstant(),
                row.getString("verified_by"),
                instant(row.getObject("verified_at", OffsetDateTime.class)),
                row.getString("reason"),
                row.getInt("revision"),
                row.getLong("version"));
    }

    private static List<MeasurementFlag> flags(Array flags) throws SQLException {
        return Arrays.stream((String[]) flags.getArray())
                .map(MeasurementFlag::valueOf)
                .toList();
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
