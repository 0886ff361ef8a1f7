package vn.monitoring.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Compares what the audited tables hold with what their trail says became of each row: finds what was changed past the
/// triggers. Both sides stream in the order of the keys.
final class Rows {

    private static final int AT_ONCE = 500;
    private static final int MOST = 50;
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private final Connection connection;
    private final List<Finding> findings = new ArrayList<>();

    Rows(Connection connection) {
        this.connection = connection;
    }

    /// A row as the trail leaves it; `columns` is null after a deletion.
    private record Told(String key, @Nullable Map<String, JsonNode> columns, String entry, String by) {}

    private record Held(String key, JsonNode columns) {}

    List<Finding> compare(List<String> tables) throws SQLException {
        for (String table : tables) {
            compare(table);
        }
        return findings;
    }

    private void compare(String table) throws SQLException {
        try (PreparedStatement trail = connection.prepareStatement("""
                        select c.value ->> 'key', c.value ->> 'before', c.value ->> 'after', e.kind, e.chain || '/' || e.seq,
                            e.username
                        from audit_entry e cross join lateral json_array_elements(e.changes::json) with ordinality c
                        where e.table_name = ? and e.kind <> 'ACCESS'
                        order by (c.value ->> 'key') collate "C", e.at, e.chain, e.seq, c.ordinality""");
                Statement present = connection.createStatement()) {
            trail.setFetchSize(AT_ONCE);
            trail.setString(1, table);
            present.setFetchSize(AT_ONCE);
            try (ResultSet told = trail.executeQuery();
                    ResultSet held = present.executeQuery(
                            "select (%1$s) collate \"C\", row_to_json(r) from \"%2$s\" r order by 1"
                                    .formatted(keyOf(table), table))) {
                merge(table, ignored(table), new Story(told), held);
            }
        }
    }

    private void merge(String table, Set<String> ignored, Story story, ResultSet present) throws SQLException {
        @Nullable Told told = story.next();
        @Nullable Held held = next(present);
        int before = findings.size();
        while ((told != null || held != null) && findings.size() - before < MOST) {
            int order = told == null ? 1 : held == null ? -1 : compareBytes(told.key(), held.key());
            if (order == 0 && told != null && held != null) {
                judge(table, ignored, told, held);
            } else if (order < 0 && told != null && told.columns() != null) {
                add(
                        Finding.Kind.ROW_REMOVED,
                        table,
                        told.key(),
                        "is gone, and no entry deletes it; the last one is %s by %s"
                                .formatted(told.entry(), told.by()));
            } else if (order > 0 && held != null) {
                add(Finding.Kind.ROW_INSERTED, table, held.key(), "is there without an entry that puts it in");
            }
            told = order <= 0 ? story.next() : told;
            held = order >= 0 ? next(present) : held;
        }
    }

    private void judge(String table, Set<String> ignored, Told told, Held held) {
        if (told.columns() == null) {
            add(
                    Finding.Kind.ROW_INSERTED,
                    table,
                    held.key(),
                    "is there, though %s by %s deletes it".formatted(told.entry(), told.by()));
            return;
        }
        held.columns().properties().forEach(column -> {
            @Nullable JsonNode known = told.columns().get(column.getKey());
            if (!ignored.contains(column.getKey()) && !same(known, column.getValue())) {
                add(
                        Finding.Kind.ROW_CHANGED,
                        table,
                        held.key(),
                        "has %s %s, where the trail says %s; the last entry is %s by %s"
                                .formatted(
                                        column.getKey(),
                                        column.getValue(),
                                        known == null ? "null" : known,
                                        told.entry(),
                                        told.by()));
            }
        });
    }

    /// What is kept as a digest or not at all cannot be compared here; points in time may stand in another zone.
    private static boolean same(@Nullable JsonNode told, JsonNode held) {
        if (told == null || told.isNull()) {
            return held.isNull();
        }
        if (told.equals(held)) {
            return true;
        }
        if (told.isNumber() && held.isNumber()) {
            return told.decimalValue().compareTo(held.decimalValue()) == 0;
        }
        if (!told.isTextual()) {
            return false;
        }
        if (told.asText().equals("***")) {
            return true;
        }
        if (told.asText().startsWith("sha256:")) {
            return !held.isNull();
        }
        try {
            return held.isTextual() && OffsetDateTime.parse(told.asText()).isEqual(OffsetDateTime.parse(held.asText()));
        } catch (DateTimeException e) {
            return false;
        }
    }

    private void add(Finding.Kind kind, String table, String key, String message) {
        findings.add(new Finding(kind, table, table, key, message));
    }

    /// The columns that the trail does not follow, as audit_table was told.
    private Set<String> ignored(String table) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                select json_array_elements_text(obj_description(oid, 'pg_proc')::json -> 'ignored') from pg_proc
                where proname = 'audit_insert_' || ?""")) {
            statement.setString(1, table);
            Set<String> columns = new HashSet<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    columns.add(row.getString(1));
                }
            }
            return columns;
        }
    }

    private String keyOf(String table) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                select string_agg(format('r.%I::text', a.attname), ' || ''/'' || ' order by k.ordinality)
                from pg_index i
                cross join lateral unnest(i.indkey) with ordinality as k (attnum, ordinality)
                join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.attnum
                where i.indrelid = to_regclass(quote_ident(?)) and i.indisprimary""")) {
            statement.setString(1, table);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }

    private static @Nullable Held next(ResultSet present) throws SQLException {
        return present.next() ? new Held(present.getString(1), tree(present.getString(2))) : null;
    }

    private static JsonNode tree(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the database sent no JSON", e);
        }
    }

    private static int compareBytes(String one, String other) {
        return Arrays.compareUnsigned(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    /// Folds the changes of one row after the other into what became of it.
    private static final class Story {

        private final ResultSet changes;
        private boolean more;

        Story(ResultSet changes) throws SQLException {
            this.changes = changes;
            this.more = changes.next();
        }

        @Nullable
        Told next() throws SQLException {
            if (!more) {
                return null;
            }
            String key = changes.getString(1);
            @Nullable Map<String, JsonNode> columns = null;
            String entry = "";
            String by = "";
            while (more && changes.getString(1).equals(key)) {
                columns = apply(columns);
                entry = changes.getString(5);
                by = changes.getString(6);
                more = changes.next();
            }
            return new Told(key, columns, entry, by);
        }

        private @Nullable Map<String, JsonNode> apply(@Nullable Map<String, JsonNode> columns) throws SQLException {
            @Nullable String after = changes.getString(3);
            boolean whole = !changes.getString(4).equals("UPDATE");
            if (after == null) {
                return null;
            }
            Map<String, JsonNode> now = whole || columns == null ? new LinkedHashMap<>() : columns;
            tree(after).properties().forEach(column -> now.put(column.getKey(), column.getValue()));
            return now;
        }
    }
}
