package vn.monitoring.bench.indicators;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.postgresql.copy.CopyManager;
import org.postgresql.core.BaseConnection;
import vn.monitoring.bench.country.PlanFile;
import vn.monitoring.client.ClientFailure;

/// The indicator-service's database, seen past the service: to learn what is loaded, to see when the service is done
/// with work in the background, and to measure what PostgreSQL alone takes for the same rows. Writes into a schema of
/// its own only, which it drops.
public final class Database implements AutoCloseable {

    public static final String ROLE = "indicator";
    private static final String SCRATCH = "bench_scratch";

    private final String url;
    private final Connection connection;

    public Database(String url) {
        this.url = url;
        try {
            this.connection = connect();
            execute("drop schema if exists " + SCRATCH + " cascade");
        } catch (SQLException e) {
            throw new ClientFailure(
                    "PostgreSQL at %s does not answer: start the platform with ./platform up --detach".formatted(url),
                    e);
        }
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(url, ROLE, ROLE);
    }

    public String version() {
        return text("show server_version");
    }

    /// The indicators of the generated communes, a commune's together.
    public List<LoadedIndicator> loaded() {
        try (PreparedStatement statement = connection.prepareStatement("""
                select i.id, u.parent_code, i.unit_code, i.canonical_code
                from indicator i
                join plan p on p.id = i.plan_id
                join unit u on u.code = i.unit_code and u.type <> 'PROVINCE'
                where p.number = ? and i.canonical_code is not null
                order by u.parent_code, i.unit_code, i.position""")) {
            statement.setString(1, PlanFile.NUMBER);
            List<LoadedIndicator> loaded = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    loaded.add(new LoadedIndicator(
                            row.getObject(1, UUID.class), row.getString(2), row.getString(3), row.getString(4)));
                }
            }
            return loaded;
        } catch (SQLException e) {
            throw new ClientFailure("Cannot read what is loaded: " + e.getMessage(), e);
        }
    }

    public Set<String> periods() {
        return new HashSet<>(texts("select distinct period from measurement"));
    }

    /// The period with most verified figures, which roll-ups and lists are asked for.
    Optional<String> fullestPeriod() {
        return texts("""
                select period from measurement group by period
                order by count(*) filter (where status = 'VERIFIED') desc, count(*) desc limit 1""").stream().findFirst();
    }

    /// Events that wait to be told.
    public long backlog() {
        return number("select count(*) from outbox_event");
    }

    /// Whether the service has looked at all indicators under the newest policy and nothing is due.
    public boolean isGraded() {
        boolean marks = number("select count(*) from pg_tables where tablename = 'grading_sweep'") == 1;
        return marks ? number("""
                        select (select count(*) from (select 1 from grading_due limit 1) d)
                            + (select count(*) from (select max(version) as newest from grading_policy) p
                                where not exists (select 1 from grading_sweep s where s.policy_version = p.newest))""") == 0 : number("""
                        select count(*) from (
                            select 1 from indicator i join plan p on p.id = i.plan_id and p.status = 'IN_FORCE'
                            left join grading_state s on s.indicator_id = i.id
                            where s.policy_version is distinct from (select max(version) from grading_policy)
                            limit 1) due""") == 0;
    }

    /// The figures of a period as they are stored, in COPY's text format.
    byte[] rowsOf(String period) {
        ByteArrayOutputStream rows = new ByteArrayOutputStream();
        try {
            copyManager(connection)
                    .copyOut("copy (select * from measurement where period = '%s') to stdout".formatted(period), rows);
            return rows.toByteArray();
        } catch (SQLException e) {
            throw new ClientFailure("Cannot read the figures of " + period + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Makes an ordinary, logged table with the columns of `measurement`, empty.
    ///
    /// @param indexed with the primary key and the unique index of `measurement`
    /// @return its name
    String scratchTable(boolean indexed) {
        execute("create schema if not exists " + SCRATCH);
        String table = SCRATCH + ".measurement";
        execute("drop table if exists " + table);
        execute("create table %s (like measurement including defaults)".formatted(table));
        if (indexed) {
            execute("alter table %s add primary key (id), add unique (indicator_id, period)".formatted(table));
        }
        return table;
    }

    void dropScratch() {
        execute("drop schema if exists " + SCRATCH + " cascade");
    }

    /// Copies rows into a table, committed.
    ///
    /// @return seconds
    double copyIn(String table, byte[] rows) {
        long begin = System.nanoTime();
        try {
            copyManager(connection).copyIn("copy %s from stdin".formatted(table), new ByteArrayInputStream(rows));
        } catch (SQLException e) {
            throw new ClientFailure("COPY into %s failed: %s".formatted(table, e.getMessage()), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return (System.nanoTime() - begin) / 1e9;
    }

    private static CopyManager copyManager(Connection connection) throws SQLException {
        return connection.unwrap(BaseConnection.class).getCopyAPI();
    }

    private String text(String sql) {
        return texts(sql).getFirst();
    }

    private long number(String sql) {
        return Long.parseLong(text(sql));
    }

    private List<String> texts(String sql) {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            List<String> texts = new ArrayList<>();
            while (row.next()) {
                texts.add(row.getString(1));
            }
            return texts;
        } catch (SQLException e) {
            throw new ClientFailure("The database refuses %s: %s".formatted(sql, e.getMessage()), e);
        }
    }

    private void execute(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new ClientFailure("The database refuses %s: %s".formatted(sql, e.getMessage()), e);
        }
    }

    @Override
    public void close() {
        try (connection) {
            dropScratch();
        } catch (SQLException e) {
            throw new ClientFailure("The connection to the database does not close: " + e.getMessage(), e);
        }
    }
}
