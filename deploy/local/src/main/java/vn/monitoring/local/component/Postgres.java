package vn.monitoring.local.component;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.monitoring.local.process.Launch;
import vn.monitoring.local.process.ManagedProcess;
import vn.monitoring.local.process.PlatformFailure;
import vn.monitoring.local.runtime.Folders;

/// PostgreSQL with a database and a role of the same name for each service and for Keycloak.
///
/// The passwords are the roles' names: the server listens on this machine only and holds demo data.
public final class Postgres implements Component {

    public static final String NAME = "postgresql";
    public static final List<String> DATABASES = List.of("indicator", "task", "report", "keycloak");

    private static final String SUPERUSER = "postgres";

    private final int port;
    private final Home home;
    private final Path program;
    private final String version;
    private final Optional<Path> seed;
    private final PlainUser user = PlainUser.find();

    /// @param program the folder with PostgreSQL's `bin`
    /// @param seed a stopped server's data to begin with instead of an empty one
    Postgres(int port, Home home, Path program, String version, Optional<Path> seed) {
        this.port = port;
        this.home = home;
        this.program = program;
        this.version = version;
        this.seed = seed;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String title() {
        return "PostgreSQL " + version.replaceAll("\\.0$", "");
    }

    @Override
    public List<Integer> ports() {
        return List.of(port);
    }

    @Override
    public Set<String> needs() {
        return Set.of();
    }

    public String url(String database) {
        return url(database, port);
    }

    /// @param door the port by which it is reached
    static String url(String database, int door) {
        return "jdbc:postgresql://127.0.0.1:" + door + "/" + database;
    }

    public int port() {
        return port;
    }

    /// Where the server's files are.
    public static Path data(Home home) {
        return home.data().resolve(NAME);
    }

    @Override
    public void prepareData() {
        Path data = data(home);
        if (!Files.exists(data)) {
            create(data);
        }
        letUserThrough();
        user.own(data);
        new PostmasterLock(data.resolve("postmaster.pid")).settle();
    }

    private void letUserThrough() {
        user.letThrough(home.folder());
        user.letThrough(home.data());
    }

    private void create(Path data) {
        Path unfinished = data.resolveSibling(NAME + ".unfinished");
        try {
            Folders.delete(unfinished);
            Files.createDirectories(home.data());
            if (seed.isPresent()) {
                Folders.copy(seed.get(), unfinished);
            } else {
                Files.createDirectory(unfinished);
                letUserThrough();
                user.own(unfinished);
                initialise(unfinished);
            }
            Files.move(unfinished, data, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void initialise(Path data) throws IOException {
        Path password = Files.createTempFile("initdb", "");
        Path log = home.log("initdb");
        try {
            Files.createDirectories(log.getParent());
            Files.writeString(password, SUPERUSER);
            user.own(password);
            List<String> command = user.command(
                    program.resolve("bin/initdb").toString(),
                    "--pgdata=" + data,
                    "--username=" + SUPERUSER,
                    "--pwfile=" + password,
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    "--locale=C.UTF-8",
                    "--no-sync");
            int exit = new ProcessBuilder(command)
                    .directory(data.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start()
                    .waitFor();
            if (exit != 0) {
                throw new PlatformFailure(
                        "PostgreSQL's data cannot be created", "initdb ended with code " + exit, "Read the log", log);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            Files.deleteIfExists(password);
        }
    }

    @Override
    public Launch launch() {
        Path server = program.resolve("bin/postgres");
        List<String> command =
                new ArrayList<>(user.command(server.toString(), "-D", data(home).toString()));
        List<String> settings = new ArrayList<>(List.of(
                "port=" + port,
                "listen_addresses=127.0.0.1",
                "unix_socket_directories=",
                "max_connections=300",
                "shared_buffers=192MB",
                "cluster_name=monitoring",
                "timezone=UTC",
                "log_timezone=UTC"));
        if (System.getProperty("os.name").equals("Linux")) {
            // After a crash one call flushes all files, where one for each of some thousands takes seconds.
            settings.add("recovery_init_sync_method=syncfs");
        }
        settings.forEach(setting -> command.addAll(List.of("-c", setting)));
        return new Launch(command, server, Map.of(), data(home));
    }

    @Override
    public ManagedProcess.Stop stop() {
        return ManagedProcess.Stop.INT;
    }

    @Override
    public boolean isReady() {
        try (Connection connection = connect()) {
            return connection.isValid(1);
        } catch (SQLException e) {
            return false;
        }
    }

    @Override
    public void complete() {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String name : DATABASES) {
                if (!exists(statement, "pg_roles where rolname", name)) {
                    statement.execute("create role " + name + " login password '" + name + "'");
                }
                if (!exists(statement, "pg_database where datname", name)) {
                    statement.execute("create database " + name + " owner " + name);
                }
            }
        } catch (SQLException e) {
            throw new PlatformFailure(
                    "PostgreSQL does not take the services' databases",
                    String.valueOf(e.getMessage()),
                    "If the data is damaged, ./platform reset empties it",
                    home.log(NAME));
        }
    }

    private static boolean exists(Statement statement, String where, String name) throws SQLException {
        try (ResultSet rows = statement.executeQuery("select 1 from " + where + " = '" + name + "'")) {
            return rows.next();
        }
    }

    private Connection connect() throws SQLException {
        return administer(port, "postgres");
    }

    /// A connection of the server's administrator, who may do what no service may.
    public static Connection administer(int port, String database) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?ApplicationName=launcher",
                SUPERUSER,
                SUPERUSER);
    }
}
