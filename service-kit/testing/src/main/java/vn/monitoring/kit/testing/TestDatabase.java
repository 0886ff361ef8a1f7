package vn.monitoring.kit.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/// A real PostgreSQL in a child process, with one database that a plain role owns, as in production.
public final class TestDatabase {

    static final String USER = "service";
    static final String DEADLOCK = "40P01";
    static final int ATTEMPTS = 5;
    private static @Nullable TestDatabase shared;

    private final EmbeddedPostgres postgres;

    private TestDatabase() {
        try {
            postgres = EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "off")
                    .setServerConfig("max_connections", "200")
                    .start();
            try (Connection connection = postgres.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("create role service login password 'service'");
                statement.execute("create database service owner service");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public static synchronized TestDatabase shared() {
        if (shared == null) {
            shared = new TestDatabase();
        }
        return shared;
    }

    public String jdbcUrl() {
        return jdbcUrl("service");
    }

    private String jdbcUrl(String database) {
        return "jdbc:postgresql://localhost:" + postgres.getPort() + "/" + database;
    }

    /// Another database on the same server, empty and owned by the service's role, for what migrations do to one.
    public DataSource createEmpty(String name) {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("drop database if exists %s with (force)".formatted(name));
            statement.execute("create database %s owner %s".formatted(name, USER));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setURL(jdbcUrl(name));
        database.setUser(USER);
        database.setPassword(USER);
        database.setOptions("-c monitoring.scope=system");
        return database;
    }

    /// A connection of the service's own role that sees every unit's rows, for looking at them and preparing them.
    public Connection connect() throws SQLException {
        return connect("system");
    }

    /// A connection of the service's own role that sees what a caller of these units sees; nothing when there are none.
    public Connection connectAs(String... units) throws SQLException {
        return connect(units.length == 0 ? "" : "units " + String.join(" ", units));
    }

    private Connection connect(String scope) throws SQLException {
        Connection connection = DriverManager.getConnection(jdbcUrl(), USER, USER);
        try (PreparedStatement set = connection.prepareStatement("select set_config('monitoring.scope', ?, false)")) {
            set.setString(1, scope);
            set.execute();
        }
        return connection;
    }

    /// Runs statements that prepare a test.
    public void execute(String... statements) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The first column of the first row as text, null when there is none.
    public @Nullable String ask(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getString(1) : null;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /// As [#execute], past every trigger: to empty tables that are never emptied, to change what never changes.
    public void executeUnwatched(String... statements) {
        try (Connection connection = superuser();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /// A connection of the superuser, past every trigger.
    Connection superuser() throws SQLException {
        Connection connection = postgres.getDatabase("postgres", "service").getConnection();
        try (Statement statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
        }
        return connection;
    }

    /// Empties every table but the migrations' history and the named ones, such as seeded catalogues. Tried again
    /// when the running application holds the same tables in another order.
    public void truncateAll(String... except) {
        Set<String> kept = Set.of(except);
        for (int attempt = 1; ; attempt++) {
            try {
                truncate(kept);
                return;
            } catch (SQLException e) {
                if (attempt == ATTEMPTS || !DEADLOCK.equals(e.getSQLState())) {
                    throw new IllegalStateException(e);
                }
            }
        }
    }

    private void truncate(Set<String> kept) throws SQLException {
        try (Connection connection = superuser();
                Statement statement = connection.createStatement()) {
            List<String> tables = new ArrayList<>();
            try (ResultSet rows =
                    statement.executeQuery("select tablename from pg_tables where schemaname = 'public'")) {
                while (rows.next()) {
                    String table = rows.getString(1);
                    if (!table.equals("flyway_schema_history") && !kept.contains(table)) {
                        tables.add('"' + table + '"');
                    }
                }
            }
            if (!tables.isEmpty()) {
                statement.execute("truncate " + String.join(", ", tables) + " restart identity cascade");
            }
        }
    }
}
