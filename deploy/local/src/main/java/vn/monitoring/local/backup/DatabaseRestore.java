package vn.monitoring.local.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import vn.monitoring.local.component.Home;
import vn.monitoring.local.component.Postgres;

/// Makes a server's data of a backup: the copied files, brought to the restore point by their part of the
/// log.
final class DatabaseRestore {

    private static final String SETTINGS = "postgresql.auto.conf";

    private final BackupReader backup;
    private final Home prepared;
    private final Postgres postgres;

    DatabaseRestore(BackupReader backup, Home prepared, Postgres postgres) {
        this.backup = backup;
        this.prepared = prepared;
        this.postgres = postgres;
    }

    /// Leaves a server that was stopped in order and has nothing to recover any more.
    void run() throws IOException, SQLException {
        Path data = Postgres.data(prepared);
        ServerFiles.makeFolder(data);
        unpack(DatabaseBackup.FILES, data);
        unpack(DatabaseBackup.LOG, data.resolve("pg_wal"));
        write(data.resolve("backup_label"), backup.read(DatabaseBackup.LABEL));
        byte[] tablespaces = backup.read(DatabaseBackup.TABLESPACES);
        if (tablespaces.length > 0) {
            write(data.resolve("tablespace_map"), tablespaces);
        }
        write(data.resolve("recovery.signal"), new byte[0]);
        Path settings = data.resolve(SETTINGS);
        byte[] own = Files.readAllBytes(settings);
        // The log stands in its place already: there is nothing to fetch. Ends at the point, not at the end of the log.
        Files.writeString(settings, """

                restore_command = 'false'
                recovery_target_name = '%s'
                recovery_target_action = 'promote'
                """.formatted(backup.manifest().restorePoint()), StandardOpenOption.APPEND);
        try (PreparedServer server = PreparedServer.start(postgres, prepared)) {
            server.await(this::isRecovered);
        }
        Files.write(settings, own);
    }

    private void unpack(String archive, Path to) throws IOException {
        try (InputStream in = backup.readCompressed(archive)) {
            ServerFiles.unpack(in, to);
        }
    }

    private static void write(Path file, byte[] content) throws IOException {
        Files.write(file, content);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    private boolean isRecovered() {
        try (Connection connection = Postgres.administer(postgres.ports().getFirst(), "postgres");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select not pg_is_in_recovery()")) {
            return row.next() && row.getBoolean(1);
        } catch (SQLException e) {
            return false;
        }
    }
}
