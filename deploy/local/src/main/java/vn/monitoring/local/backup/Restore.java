package vn.monitoring.local.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.common.KafkaException;
import vn.monitoring.local.component.Components;
import vn.monitoring.local.component.Home;
import vn.monitoring.local.component.HomeLock;
import vn.monitoring.local.component.Ports;
import vn.monitoring.local.component.Topology;
import vn.monitoring.local.process.PlatformFailure;
import vn.monitoring.local.process.ProcessMark;
import vn.monitoring.local.process.Progress;
import vn.monitoring.local.runtime.RuntimeFolder;

/// Puts a backup into the home of a platform that does not run.
///
/// The backup is read through before anything is touched. Everything is then prepared beside the data,
/// with PostgreSQL and Kafka really started on it, and put in place at the end (see [Placement]). Killed
/// at any moment, the home holds the old data or the new, and the next restore goes on or begins anew.
public final class Restore {

    private static final String SECRETS = "secrets/";
    private static final String DATA = "data/";

    private final Path backup;
    private final RuntimeFolder runtime;
    private final Progress progress;

    private Restore(Path backup, RuntimeFolder runtime, Progress progress) {
        this.backup = backup;
        this.runtime = runtime;
        this.progress = progress;
    }

    /// @param backup a folder that [Backup] has made
    /// @param runtime the programs to prepare the data with
    public static Restore from(Path backup, RuntimeFolder runtime, Progress progress) {
        return new Restore(backup.toAbsolutePath().normalize(), runtime, progress);
    }

    /// Replaces all data and keys of a home; whether that is wanted was asked before.
    ///
    /// @return what was restored
    /// @throws PlatformFailure when the backup is damaged or does not fit, or something runs in the home:
    /// nothing has changed then
    public Manifest into(Home home) {
        try {
            BackupReader reader = BackupReader.open(backup);
            progress.line("  the backup is whole");
            Manifest manifest = reader.manifest();
            requireFit(manifest, home);
            try (HomeLock ignored = HomeLock.acquire(home)) {
                requireStopped(home);
                Placement placement = new Placement(home);
                if (!placement.finishInterrupted(manifest.restorePoint())) {
                    placement.begin();
                    prepare(reader, placement.prepared());
                    placement.finish(manifest.restorePoint());
                }
            }
            return manifest;
        } catch (IOException | SQLException | ExecutionException | KafkaException e) {
            throw new PlatformFailure(
                    "The backup is not restored",
                    String.valueOf(e.getMessage()),
                    "The data is as it was; see the logs in " + home.restoring().resolve("logs"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PlatformFailure("The backup is not restored", "it was interrupted", "Restore it again");
        }
    }

    /// Fails when a restore was broken off while it put the data in place: then neither the old nor the
    /// new is whole.
    public static void requireFinished(Home home) {
        if (new Placement(home).isInterrupted()) {
            throw new PlatformFailure(
                    "The platform is not started",
                    "a restore was broken off at its very end",
                    "Run the same ./platform restore again, which ends it");
        }
    }

    private void requireFit(Manifest manifest, Home home) throws IOException {
        String version = runtime.project().postgresVersion();
        if (!major(version).equals(major(manifest.postgresql()))) {
            throw new PlatformFailure(
                    "The backup is refused",
                    "it is of PostgreSQL %s and here is %s".formatted(manifest.postgresql(), version),
                    "Restore it with the release of the platform that took it, then upgrade");
        }
        Files.createDirectories(home.folder());
        long free = Files.getFileStore(home.folder()).getUsableSpace();
        if (free < manifest.unpackedBytes()) {
            throw new PlatformFailure(
                    "The backup is not restored",
                    "it needs %d MB and %d MB are free under %s"
                            .formatted(manifest.unpackedBytes() >> 20, free >> 20, home.folder()),
                    "Make room; nothing was changed");
        }
    }

    private static String major(String version) {
        return version.split("\\.", -1)[0];
    }

    private static void requireStopped(Home home) throws IOException {
        try (Stream<Path> marks = Files.list(home.marks())) {
            Optional<Path> running = marks.filter(file -> file.toString().endsWith(".pid"))
                    .filter(file ->
                            ProcessMark.read(file).flatMap(ProcessMark::find).isPresent())
                    .findFirst();
            if (running.isPresent()) {
                throw new PlatformFailure(
                        "The backup is not restored",
                        "the platform is running (" + running.get().getFileName() + ")",
                        "Stop it with ./platform down, then restore");
            }
        }
    }

    private void prepare(BackupReader reader, Home prepared)
            throws IOException, SQLException, ExecutionException, InterruptedException {
        unpackKeysAndHeads(reader, prepared);
        Components components =
                new Components(prepared, Ports.free(), Topology.PLAIN, runtime, false, Progress.silent());
        long start = System.nanoTime();
        new DatabaseRestore(reader, prepared, components.postgres(Optional.empty())).run();
        tell("databases", start);
        start = System.nanoTime();
        new TopicRestore(reader, prepared, components.kafka()).run();
        tell("topics", start);
    }

    private void tell(String part, long start) {
        progress.line("  %-18s ready after %5.1f s".formatted(part, (System.nanoTime() - start) / 1e9));
    }

    private static void unpackKeysAndHeads(BackupReader reader, Home prepared) throws IOException {
        for (String path :
                Stream.concat(reader.paths(SECRETS), reader.paths(DATA)).toList()) {
            Path file = prepared.folder().resolve(path);
            Files.createDirectories(file.getParent());
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.write(file, reader.read(path));
        }
        if (Files.exists(prepared.secrets())) {
            Files.setPosixFilePermissions(prepared.secrets(), PosixFilePermissions.fromString("rwx------"));
        }
    }

    /// Whether a home holds data that a restore would replace.
    public static boolean replacesDataOf(Home home) {
        return Files.exists(home.data());
    }
}
