package vn.monitoring.kit.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.calendar.VietnamCalendar;
import vn.monitoring.kit.scope.Scope;
import vn.monitoring.kit.web.Cursor;
import vn.monitoring.kit.web.Page;

/// Reads the trail row by row, the newest first, within the caller's units; rows that belong to no unit are shown to
/// all who may read the trail.
@ApplicationScoped
class AuditEntries {

    /// Beyond as many units one looks through the entries in their order instead of looking the units up.
    private static final int UNITS_LOOKED_UP = 300;

    private final DataSource dataSource;
    private final Scope scope;
    private final ObjectMapper json;

    AuditEntries(DataSource dataSource, Scope scope, ObjectMapper json) {
        this.dataSource = dataSource;
        this.scope = scope;
        this.json = json;
    }

    /// @param unit what belongs to this unit or to one below it
    /// @param from the first day
    /// @param to   the last day
    /// @param by   a username
    record Filter(
            @Nullable String table,
            @Nullable String key,
            @Nullable String unit,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String by) {}

    private record Row(AuditEntry entry, Instant at, int chain, long seq, long ordinal) {}

    Page<AuditEntry> list(Filter filter, @Nullable String cursorText, int limit) {
        if (filter.unit() != null) {
            scope.require(filter.unit());
        }
        @Nullable Cursor cursor = Cursor.decode(cursorText, 4);
        List<Object> values = new ArrayList<>();
        String sql = query(filter, cursor, limit, values);
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int index = 0; index < values.size(); index++) {
                statement.setObject(index + 1, values.get(index));
            }
            List<Row> rows = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    rows.add(read(row));
                }
            }
            return Page.of(rows, limit, row -> Cursor.at(micros(row.at()), row.chain(), row.seq(), row.ordinal()))
                    .map(Row::entry);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read the audit trail", e);
        }
    }

    private String query(Filter filter, @Nullable Cursor cursor, int limit, List<Object> values) {
        StringBuilder sql = new StringBuilder("""
                select e.chain, e.seq, e.at, e.table_name, e.kind, e.subject, e.username, e.roles, e.request, e.operation,
                    c.value ->> 'key', c.value ->> 'unit', c.value ->> 'before', c.value ->> 'after', c.value ->> 'what',
                    c.ordinality
                from audit_entry e
                cross join lateral json_array_elements(e.changes::json) with ordinality c
                left join unit u on u.code = c.value ->> 'unit'
                where (c.value -> 'unit' is null or u.path <@ any (cast(? as ltree[])))
                """);
        values.add(scope.paths());
        if (filter.table() != null) {
            sql.append("and e.table_name = ?\n");
            values.add(filter.table());
        }
        if (filter.key() != null) {
            sql.append("and c.value ->> 'key' = ?\n");
            values.add(filter.key());
            if (filter.table() != null) {
                sql.append("and e.marks @> array[audit_key_mark(?, ?)]\n");
                values.add(filter.table());
                values.add(filter.key());
            }
        }
        if (filter.unit() != null) {
            sql.append("and u.path <@ (select path from unit where code = ?)\n");
            values.add(filter.unit());
            List<String> units = unitsBelow(filter.unit());
            if (units.size() <= UNITS_LOOKED_UP) {
                sql.append(
                        "and e.marks && (select array_agg(audit_unit_mark(code)) from unnest(string_to_array(?, ' ')) code)\n");
                values.add(String.join(" ", units));
            }
        }
        if (filter.from() != null) {
            sql.append("and e.at >= ?\n");
            values.add(start(filter.from()));
        }
        if (filter.to() != null) {
            sql.append("and e.at < ?\n");
            values.add(start(filter.to().plusDays(1)));
        }
        if (filter.by() != null) {
            sql.append("and e.username = ?\n");
            values.add(filter.by());
        }
        if (cursor != null) {
            sql.append("""
                    and (e.at, e.chain, e.seq) <= (?, ?, ?) and ((e.at, e.chain, e.seq) <> (?, ?, ?) or c.ordinality > ?)
                    """);
            for (int time = 0; time < 2; time++) {
                values.add(Timestamp.from(instant(cursor.number(0))));
                values.add(cursor.number(1));
                values.add(cursor.number(2));
            }
            values.add(cursor.number(3));
        }
        sql.append("order by e.at desc, e.chain desc, e.seq desc, c.ordinality limit ?");
        values.add(limit + 1);
        return sql.toString();
    }

    private List<String> unitsBelow(String unit) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement("""
                        select code from unit where path <@ (select path from unit where code = ?) limit ?""")) {
            statement.setString(1, unit);
            statement.setInt(2, UNITS_LOOKED_UP + 1);
            List<String> codes = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    codes.add(row.getString(1));
                }
            }
            return codes;
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read the unit tree", e);
        }
    }

    private Row read(ResultSet row) throws SQLException {
        int chain = row.getInt(1);
        long seq = row.getLong(2);
        Instant at = row.getTimestamp(3).toInstant();
        AuditEntry entry = new AuditEntry(
                chain + "/" + seq,
                row.getString(4),
                row.getString(11),
                row.getString(12),
                AuditEntry.Kind.valueOf(row.getString(5)),
                tree(row.getString(13)),
                tree(row.getString(14)),
                row.getString(15),
                at,
                new AuditEntry.By(row.getString(6), row.getString(7), row.getString(8)),
                row.getString(9),
                row.getString(10));
        return new Row(entry, at, chain, seq, row.getLong(16));
    }

    private @Nullable JsonNode tree(@Nullable String text) {
        try {
            return text == null ? null : json.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the audit trail holds no JSON", e);
        }
    }

    private static Timestamp start(LocalDate day) {
        return Timestamp.from(day.atStartOfDay(VietnamCalendar.ZONE).toInstant());
    }

    private static long micros(Instant at) {
        return at.getEpochSecond() * 1_000_000 + at.getNano() / 1_000;
    }

    private static Instant instant(long micros) {
        return Instant.ofEpochSecond(Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1_000);
    }
}
