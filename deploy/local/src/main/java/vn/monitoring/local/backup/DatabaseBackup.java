package vn.monitoring.local.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import vn.monitoring.local.component.Home;
import vn.monitoring.local.component.Postgres;

/// A base backup of the running server by PostgreSQL's low-level API, with all of its databases at one
/// point of the log.
///
/// The server's files are copied while it works; its log from the copy's beginning to the restore point
/// makes them whole. A temporary replication slot keeps that part of the log. When the connection ends
/// early, the server forgets the backup and the slot by itself.
final class DatabaseBackup implements AutoCloseable {

    static final String FILES = "database/files.tar.zst";
    static final String LOG = "database/log.tar.zst";
    static final String LABEL = "database/backup_label";
    static final String TABLESPACES = "database/tablespace_map";

    private static final String SLOT = "platform_backup";

    private final Connection connection;
    private final Path data;
    private final String firstSegment;

    private DatabaseBackup(Connection connection, Path data, String firstSegment) {
        this.connection = connection;
        this.data = data;
        this.firstSegment = firstSegment;
    }

    /// Begins the backup with a checkpoint.
    static DatabaseBackup begin(Home home, int port) throws SQLException {
        Connection connection = Postgres.administer(port, "postgres");
        boolean begun = false;
        try {
            text(
                    connection,
                    "select pg_create_physical_replication_slot('%s_%d', true, true)::text"
                            .formatted(SLOT, ProcessHandle.current().pid()));
            String segment = text(connection, "select pg_walfile_name(pg_backup_start('platform', fast => true))");
            DatabaseBackup backup = new DatabaseBackup(connection, Postgres.data(home), segment);
            begun = true;
            return backup;
        } finally {
            if (!begun) {
                connection.close();
            }
        }
    }

    /// Copies the server's files and ends the copy's part of the backup.
    ///
    /// @return the bytes that were copied
    long copyFiles(BackupWriter to) throws IOException, SQLException {
        long bytes;
        try (OutputStream out = to.createCompressed(FILES)) {
            bytes = ServerFiles.copy(data, out);
        }
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select labelfile, spcmapfile from pg_backup_stop(wait_for_archive => false)")) {
            row.next();
            to.write(LABEL, row.getString(1).getBytes(StandardCharsets.UTF_8));
            to.write(
                    TABLESPACES,
                    Objects.requireNonNullElse(row.getString(2), "").getBytes(StandardCharsets.UTF_8));
        }
        return bytes;
    }

    /// Marks a point in the log; must come after the files, which are not whole at any earlier one.
    ///
    /// @return its place in the log
    String createRestorePoint(String name) throws SQLException {
        return text(connection, "select pg_create_restore_point('" + name + "')::text");
    }

    /// Copies the log from the copy's beginning up to a point.
    void copyLog(String lsn, BackupWriter to) throws IOException, SQLException {
        // A switch forces what is before it to the disk.
        text(connection, "select pg_switch_wal()::text");
        String last = text(connection, "select pg_walfile_name('" + lsn + "'::pg_lsn)");
        Path log = data.resolve("pg_wal");
        try (OutputStream out = to.createCompressed(LOG);
                Stream<Path> files = Files.list(log)) {
            List<Path> wanted = files.filter(file -> isWanted(file.getFileName().toString(), last))
                    .sorted()
                    .toList();
            ServerFiles.archive(log, wanted, out);
        }
    }

    private boolean isWanted(String file, String last) {
        boolean segment =
                file.length() == last.length() && file.compareTo(firstSegment) >= 0 && file.compareTo(last) <= 0;
        return segment || file.endsWith(".history");
    }

    String version() throws SQLException {
        return text(connection, "select current_setting('server_version')");
    }

    /// The databases with their sizes in bytes.
    Map<String, Long> databases() throws SQLException {
        Map<String, Long> sizes = new TreeMap<>();
        for (String name : Postgres.DATABASES) {
            sizes.put(name, Long.valueOf(text(connection, "select pg_database_size('" + name + "')::text")));
        }
        return sizes;
    }

    private static String text(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
