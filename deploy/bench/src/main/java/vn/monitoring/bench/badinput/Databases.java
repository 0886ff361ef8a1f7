package vn.monitoring.bench.badinput;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.monitoring.bench.Site;
import vn.monitoring.client.ClientFailure;
import vn.monitoring.client.Wait;
import vn.monitoring.hostile.Marks;

/// The services' databases, seen past the services: what changed, and by whose request. Only reads.
final class Databases implements Tables, AutoCloseable {

    private static final List<String> NAMES = List.of("indicator", "task", "report");
    private static final Duration BETWEEN = Duration.ofMillis(250);
    private static final int ATTEMPTS = 240;

    private final Map<String, Connection> connections = new LinkedHashMap<>();

    Databases(Site site) {
        try {
            for (String name : NAMES) {
                connections.put(name, DriverManager.getConnection(site.databaseUrl(name), name, name));
            }
        } catch (SQLException e) {
            close();
            throw new ClientFailure(
                    "PostgreSQL does not answer: start the platform with ./platform up --detach (" + e.getMessage()
                            + ")",
                    e);
        }
    }

    /// Of every table how many rows it has and a sum over all of them, so that two moments can be compared. Of the
    /// audit
    /// trail only changes count: that something was read may be written down.
    @Override
    public Map<String, String> fingerprint() {
        Map<String, String> sums = new TreeMap<>();
        connections.forEach((database, connection) -> {
            List<String> parts = new ArrayList<>();
            for (String table : tables(connection)) {
                parts.add(
                        table.equals("audit_entry")
                                ? "select 'audit_entry', count(*) || '' from audit_entry where kind <> 'ACCESS'"
                                : "select '%1$s', count(*) || ' ' || coalesce(sum(hashtextextended(t::text, 0)::numeric), 0) from \"%1$s\" t"
                                        .formatted(table));
            }
            rows(connection, String.join(" union all ", parts))
                    .forEach(row -> sums.put(database + "." + row.getFirst(), row.get(1)));
        });
        return sums;
    }

    /// The fingerprint as soon as nothing happens any more.
    ///
    /// @throws ClientFailure when something goes on happening for a minute
    @Override
    public Map<String, String> settled() {
        Map<String, String> before = fingerprint();
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Wait.pause(BETWEEN);
            Map<String, String> now = fingerprint();
            if (now.equals(before) && backlog() == 0) {
                return now;
            }
            before = now;
        }
        throw new ClientFailure("The platform does not come to rest: look for what works on with ./platform logs");
    }

    /// Changes that requests of a run made, as the audit trails tell: by trace id, in a few words.
    ///
    /// @param run with which the trace ids begin
    Map<String, String> changes(String run) {
        Map<String, String> changes = new TreeMap<>();
        connections
                .values()
                .forEach(connection ->
                        rows(connection, """
                select request, string_agg(distinct lower(kind) || ' in ' || table_name, ', ') from audit_entry
                where kind <> 'ACCESS' and request like '%s%%' group by request""".formatted(run)).forEach(row -> changes.put(row.getFirst(), row.get(1))));
        return changes;
    }

    /// In which tables marks of a run stand; the audit trail, which speaks of the same rows, is left out.
    ///
    /// @param run with which the marks begin
    Map<String, String> marks(String run) {
        Map<String, String> found = new TreeMap<>();
        connections.forEach((database, connection) -> {
            for (String table : tables(connection)) {
                if (!table.equals("audit_entry")) {
                    rows(
                                    connection,
                                    "select distinct found[1] from \"%s\" t, regexp_matches(t::text, '%s', 'g') found"
                                            .formatted(table, Marks.PATTERN))
                            .stream()
                            .map(List::getFirst)
                            .filter(mark -> mark.startsWith("hx" + run))
                            .forEach(mark -> found.put(mark, database + "." + table));
                }
            }
        });
        return found;
    }

    /// Facts that wait to be told.
    long backlog() {
        return sum("outbox_event");
    }

    /// Facts that a consumer could not apply.
    long parked() {
        return sum("inbox_parked");
    }

    private long sum(String table) {
        return connections.values().stream()
                .mapToLong(connection -> Long.parseLong(rows(connection, "select count(*)::text from " + table)
                        .getFirst()
                        .getFirst()))
                .sum();
    }

    private static List<String> tables(Connection connection) {
        return rows(connection, """
                select tablename from pg_tables where schemaname = 'public' and tablename <> 'flyway_schema_history'
                order by 1""").stream().map(List::getFirst).toList();
    }

    private static List<List<String>> rows(Connection connection, String sql) {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            List<List<String>> rows = new ArrayList<>();
            int columns = row.getMetaData().getColumnCount();
            while (row.next()) {
                List<String> cells = new ArrayList<>();
                for (int i = 1; i <= columns; i++) {
                    cells.add(row.getString(i));
                }
                rows.add(cells);
            }
            return rows;
        } catch (SQLException e) {
            throw new ClientFailure("PostgreSQL cannot be asked: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        for (Connection connection : connections.values()) {
            try {
                connection.close();
            } catch (SQLException e) {
                throw new ClientFailure("A connection to PostgreSQL cannot be closed", e);
            }
        }
    }
}
