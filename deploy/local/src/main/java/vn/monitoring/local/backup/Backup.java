package vn.monitoring.local.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import vn.monitoring.local.component.Home;
import vn.monitoring.local.component.Ports;
import vn.monitoring.local.process.PlatformFailure;
import vn.monitoring.local.process.Progress;
import vn.monitoring.local.runtime.Folders;

/// Backs a running platform up while it works: its databases at one point of PostgreSQL's log, its topics
/// up to where they were at that point, the consumers' positions from before it, its keys and the signed
/// heads of its audit trails.
///
/// For some milliseconds around the point no relay sends, so that what stands in an outbox at the point
/// and what stands in the topics are together every event that was ever written (docs/adr/0030). Nothing
/// stops and no write waits.
public final class Backup {

    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS").withZone(ZoneOffset.UTC);

    private final Home home;
    private final Ports ports;
    private final Progress progress;

    private record Point(String name, Instant at, String lsn, double heldMillis, Map<TopicPartition, Long> ends) {}

    private Backup(Home home, Ports ports, Progress progress) {
        this.home = home;
        this.ports = ports;
        this.progress = progress;
    }

    /// @param ports those the platform runs on
    public static Backup of(Home home, Ports ports, Progress progress) {
        return new Backup(home, ports, progress);
    }

    /// Takes the backup. Broken off in whatever way, it leaves nothing that could be taken for a backup.
    ///
    /// @param folder made by this; may be there if it is empty
    /// @throws PlatformFailure when a part does not answer, or the folder is in use
    public Manifest to(Path folder) {
        Path target = folder.toAbsolutePath().normalize();
        Path unfinished = target.resolveSibling(target.getFileName() + ".unfinished");
        try {
            requireUnused(target);
            Folders.delete(unfinished);
            Manifest manifest = take(new BackupWriter(unfinished));
            Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
            return manifest;
        } catch (SQLException | ExecutionException | KafkaException e) {
            throw new PlatformFailure(
                    "The backup is not taken",
                    "PostgreSQL or Kafka does not answer (" + e.getMessage() + ")",
                    "Look with ./platform status whether both run, then back up again");
        } catch (IOException e) {
            throw new PlatformFailure(
                    "The backup is not taken", String.valueOf(e), "See that there is room in " + target.getParent());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PlatformFailure("The backup is not taken", "it was interrupted", "Back up again");
        }
    }

    private static void requireUnused(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> there = Files.list(folder)) {
            if (there.findAny().isPresent()) {
                throw new PlatformFailure(
                        "The backup is not taken", folder + " is not empty", "Name a folder that is not there yet");
            }
        }
    }

    private Manifest take(BackupWriter to) throws IOException, SQLException, ExecutionException, InterruptedException {
        long start = System.nanoTime();
        try (DatabaseBackup database = DatabaseBackup.begin(home, ports.postgres());
                TopicBackup topics = new TopicBackup("127.0.0.1:" + ports.kafka())) {
            long serverBytes = database.copyFiles(to);
            tell("databases", serverBytes, start);
            topics.copyMost(to);
            tell("topics", -1, start);
            // Before the point: what is below them has taken effect in the databases, which is what the inbox needs;
            // and no head is ahead of the trail that comes back.
            List<Manifest.Position> positions = topics.positions();
            copyKeysAndHeads(to);
            Point point = mark(database, topics);
            progress.line("  %-18s %.1f ms without events".formatted("restore point", point.heldMillis()));
            database.copyLog(point.lsn(), to);
            List<Manifest.Topic> copied = topics.copyRest(point.ends());
            Manifest manifest = new Manifest(
                    Manifest.FORMAT,
                    point.name(),
                    point.at().toString(),
                    point.lsn(),
                    database.version(),
                    point.heldMillis(),
                    (System.nanoTime() - start) / 1e9,
                    database.databases(),
                    serverBytes,
                    copied,
                    positions,
                    to.entries());
            to.finish(manifest);
            return manifest;
        }
    }

    /// The one moment at which databases and topics fit each other.
    private Point mark(DatabaseBackup database, TopicBackup topics)
            throws SQLException, ExecutionException, InterruptedException {
        Map<TopicPartition, Long> ends;
        Instant now;
        String name;
        String lsn;
        RelayBarrier barrier = RelayBarrier.prepare(ports.postgres());
        long begin = System.nanoTime();
        try (barrier) {
            barrier.raise();
            ends = topics.ends();
            now = Instant.now();
            name = "backup-" + NAME.format(now);
            lsn = database.createRestorePoint(name);
        }
        return new Point(name, now, lsn, (System.nanoTime() - begin) / 1e6, ends);
    }

    private void copyKeysAndHeads(BackupWriter to) throws IOException {
        for (Path file : files(home.secrets())) {
            to.write("secrets/" + home.secrets().relativize(file), Files.readAllBytes(file));
        }
        for (Path file : files(home.auditHeads())) {
            to.write("data/audit-heads/" + home.auditHeads().relativize(file), wholeLines(Files.readAllBytes(file)));
        }
        Path sealing = home.sealingKey();
        if (Files.exists(sealing)) {
            to.write("data/" + sealing.getFileName(), Files.readAllBytes(sealing));
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /// A line that is being written is left out.
    private static byte[] wholeLines(byte[] content) {
        int end = content.length;
        while (end > 0 && content[end - 1] != '\n') {
            end--;
        }
        return Arrays.copyOf(content, end);
    }

    private void tell(String part, long bytes, long start) {
        progress.line("  %-18s copied after %5.1f s%s"
                .formatted(part, (System.nanoTime() - start) / 1e9, bytes < 0 ? "" : "   " + (bytes >> 20) + " MB"));
    }
}
