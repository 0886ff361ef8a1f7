package vn.monitoring.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import vn.monitoring.local.backup.Backup;
import vn.monitoring.local.backup.Manifest;
import vn.monitoring.local.backup.Restore;
import vn.monitoring.local.component.Components;
import vn.monitoring.local.component.Home;
import vn.monitoring.local.component.Ports;
import vn.monitoring.local.component.Topology;
import vn.monitoring.local.process.PlatformFailure;
import vn.monitoring.local.process.Progress;
import vn.monitoring.local.runtime.Folders;
import vn.monitoring.local.runtime.Project;
import vn.monitoring.local.runtime.RuntimeFolder;

/// A backup of a real PostgreSQL and Kafka that are in use while it is taken, and what is restored from
/// it.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BackupTest {

    private static final RuntimeFolder RUNTIME =
            RuntimeFolder.of(new Project(Path.of(System.getProperty("monitoring.root"))));
    private static final TopicPartition FEED = new TopicPartition("monitoring.feed", 0);
    private static final TopicPartition UNITS = new TopicPartition("monitoring.unit", 1);

    @TempDir
    static Path folder;

    private Home home;
    private Path backup;
    private Manifest manifest;
    private List<Integer> writtenBefore = List.of();
    private List<Integer> writtenAfter = List.of();

    /// A record with everything that must come back.
    private record Kept(long offset, long timestamp, String key, String value, List<String> headers) {
        static Kept of(ConsumerRecord<String, String> message) {
            List<String> headers = new ArrayList<>();
            for (Header header : message.headers()) {
                headers.add(header.key() + "=" + new String(header.value(), StandardCharsets.UTF_8));
            }
            return new Kept(message.offset(), message.timestamp(), message.key(), message.value(), headers);
        }
    }

    private List<Kept> feed = List.of();
    private List<Kept> units = List.of();

    @BeforeAll
    void backUpWhileEverythingIsInUse() throws Exception {
        home = new Home(folder.resolve("first"));
        backup = folder.resolve("backups/monday");
        write(home.secrets().resolve("audit-key.pem"), "a key");
        write(home.auditHeads().resolve("task-service.heads"), "a whole line\nhalf a li");
        try (Platform platform = platform(home, Ports.free())) {
            platform.start();
            write(home.sealingKey(), "local:sealing");
            Traffic.createTables(platform);
            fillFeedAndUnits(platform);
            feed = read(platform, FEED, 25);
            units = read(platform, UNITS, 6);
            try (Traffic traffic = new Traffic(platform).write().relay().apply()) {
                await().atMost(Duration.ofMinutes(1))
                        .until(() -> Traffic.applied(platform).size() > 200);
                writtenBefore = traffic.acknowledged();
                manifest = platform.backUp(backup);
                await().until(() -> traffic.acknowledged().size() > writtenBefore.size() + 200);
                writtenAfter = traffic.acknowledged();
            }
        }
    }

    private static Platform platform(Home home, Ports ports) {
        Components components = new Components(home, ports, Topology.PLAIN, RUNTIME, false, Progress.silent());
        return new Platform(
                home,
                ports,
                List.of(List.of(components.postgres(Optional.empty())), List.of(components.kafka())),
                Progress.silent());
    }

    /// The feed begins above 0, as after its retention; the units' log has gaps, which here are a
    /// transaction's marks, also at its end.
    private static void fillFeedAndUnits(Platform platform) throws ExecutionException, InterruptedException {
        try (KafkaProducer<String, String> producer = producer(platform, Map.of());
                Admin admin = Admin.create(Map.of("bootstrap.servers", platform.kafkaBootstrap()))) {
            for (int n = 0; n < 40; n++) {
                producer.send(message(FEED, n)).get();
            }
            admin.deleteRecords(Map.of(FEED, RecordsToDelete.beforeOffset(15)))
                    .all()
                    .get();
        }
        try (KafkaProducer<String, String> producer = producer(platform, Map.of("transactional.id", "units"))) {
            producer.initTransactions();
            for (int n = 0; n < 3; n++) {
                producer.beginTransaction();
                producer.send(message(UNITS, n));
                producer.send(message(UNITS, n + 10));
                producer.commitTransaction();
            }
        }
    }

    private static KafkaProducer<String, String> producer(Platform platform, Map<String, Object> more) {
        Map<String, Object> settings = new java.util.HashMap<>(more);
        settings.put("bootstrap.servers", platform.kafkaBootstrap());
        return new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
    }

    private static ProducerRecord<String, String> message(TopicPartition partition, int n) {
        return new ProducerRecord<>(
                partition.topic(),
                partition.partition(),
                1_700_000_000_000L + n,
                "khóa " + n,
                n == 12 ? null : "giá trị " + n,
                List.of(new RecordHeader("ce_id", ("id " + n).getBytes(StandardCharsets.UTF_8))));
    }

    /// @param records how many there are at least; a reader does not come to the end of a log that ends with a gap
    private static List<Kept> read(Platform platform, TopicPartition partition, int records) {
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", platform.kafkaBootstrap()),
                new StringDeserializer(),
                new StringDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            List<Kept> kept = new ArrayList<>();
            await().atMost(Duration.ofMinutes(1)).until(() -> {
                consumer.poll(Duration.ofMillis(500)).forEach(message -> kept.add(Kept.of(message)));
                return kept.size() >= records;
            });
            return kept;
        }
    }

    private static void write(Path file, String content) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    private static Restore restore(Path from) {
        return Restore.from(from, RUNTIME, Progress.silent());
    }

    @Test
    void comesBackAsAtOnePointAndAppliesEveryEventOnce() throws Exception {
        Home other = new Home(folder.resolve("other"));
        // What a restore that was killed while it prepared has left.
        write(other.restoring().resolve("data/postgresql/PG_VERSION"), "18");

        restore(backup).into(other);

        assertThat(other.restoring()).doesNotExist();
        try (Platform platform = platform(other, Ports.free())) {
            platform.start();
            List<Integer> figures = Traffic.figures(platform);
            assertThat(figures).containsAll(writtenBefore);
            assertThat(writtenAfter).containsAll(figures);
            assertThat(Traffic.applied(platform)).hasSizeGreaterThan(200).hasSizeLessThanOrEqualTo(figures.size());
            assertThat(manifest.positions())
                    .filteredOn(position -> position.group().equals(Traffic.GROUP))
                    .anySatisfy(position -> assertThat(position.offset()).isPositive());
            try (Traffic ignored = new Traffic(platform).relay().apply()) {
                await().atMost(Duration.ofMinutes(1))
                        .untilAsserted(
                                () -> assertThat(Traffic.applied(platform)).isEqualTo(figures));
            }
            assertLogs(platform);
        }
        assertThat(other.secrets().resolve("audit-key.pem")).hasContent("a key");
        assertThat(other.sealingKey()).hasContent("local:sealing");
        assertThat(other.auditHeads().resolve("task-service.heads")).hasContent("a whole line\n");
    }

    private void assertLogs(Platform platform) throws ExecutionException, InterruptedException {
        assertThat(units).extracting(Kept::offset).containsExactly(0L, 1L, 3L, 4L, 6L, 7L);
        assertThat(read(platform, UNITS, 6)).isEqualTo(units);
        List<Kept> restored = read(platform, FEED, feed.size() + 1);
        assertThat(restored.subList(0, feed.size())).isEqualTo(feed);
        assertThat(feed.getFirst().offset()).isEqualTo(15);
        // Behind them stands the mark of the restore, and the next entry's place was never given out before.
        assertThat(restored).hasSize(feed.size() + 1);
        assertThat(restored.getLast().value()).contains("vn.monitoring.platform.restored.v1");
        try (KafkaProducer<String, String> producer = producer(platform, Map.of())) {
            long unit = producer.send(message(UNITS, 1)).get().offset();
            long entry = producer.send(message(FEED, 1)).get().offset();
            assertThat(unit).isEqualTo(9);
            assertThat(entry).isEqualTo(1_000_000_040L);
        }
    }

    @Test
    void refusesADamagedOrIncompleteBackupAndTouchesNothing() throws IOException {
        Home victim = new Home(folder.resolve("victim"));
        write(victim.data().resolve("figures"), "17");
        Path damaged = folder.resolve("damaged");
        Folders.copy(backup, damaged);
        Path files = damaged.resolve("database/files.tar.zst");
        byte[] content = Files.readAllBytes(files);

        content[content.length / 2] ^= 1;
        Files.write(files, content);
        assertRefused(damaged, victim, "database/files.tar.zst is not what was written");

        Files.delete(files);
        assertRefused(damaged, victim, "database/files.tar.zst is missing");

        content[content.length / 2] ^= 1;
        Files.write(files, content);
        Files.writeString(damaged.resolve("more"), "of it");
        assertRefused(damaged, victim, "more does not belong to it");

        Files.delete(damaged.resolve("more"));
        Files.writeString(damaged.resolve("manifest.json"), " ", StandardOpenOption.APPEND);
        assertRefused(damaged, victim, "manifest.json is not what was written");

        Files.delete(damaged.resolve("manifest.json"));
        assertRefused(damaged, victim, "it has no manifest");
    }

    private static void assertRefused(Path damaged, Home victim, String why) throws IOException {
        assertThatThrownBy(() -> restore(damaged).into(victim))
                .isInstanceOf(PlatformFailure.class)
                .hasMessageContaining(why)
                .hasMessageNotContaining("\n");
        try (Stream<Path> there = Files.list(victim.folder())) {
            assertThat(there).containsExactly(victim.data());
        }
        assertThat(victim.data().resolve("figures")).hasContent("17");
    }

    /// Killed between the renamings: the new data is in place, the new keys are not yet.
    @Test
    void endsARestoreThatWasKilledAtItsEnd() throws IOException {
        Home killed = new Home(folder.resolve("killed"));
        write(killed.data().resolve("figures"), "new");
        write(killed.secrets().resolve("key"), "old");
        write(killed.restoring().resolve("secrets/key"), "new");
        write(killed.restoring().resolve("replaced-data/figures"), "old");
        write(killed.restoring().resolve("ready"), manifest.restorePoint());
        try (Platform platform = platform(killed, Ports.free())) {
            assertThatThrownBy(platform::start)
                    .isInstanceOf(PlatformFailure.class)
                    .hasMessageContaining("./platform restore");
        }

        restore(backup).into(killed);

        assertThat(killed.data().resolve("figures")).hasContent("new");
        assertThat(killed.secrets().resolve("key")).hasContent("new");
        assertThat(killed.restoring()).doesNotExist();
    }

    @Test
    void takesNoBackupOverAnotherOrWithoutAPlatform() {
        assertThatThrownBy(
                        () -> Backup.of(home, Ports.free(), Progress.silent()).to(backup))
                .isInstanceOf(PlatformFailure.class)
                .hasMessageContaining("is not empty");

        Path none = folder.resolve("none");
        assertThatThrownBy(
                        () -> Backup.of(home, Ports.free(), Progress.silent()).to(none))
                .isInstanceOf(PlatformFailure.class)
                .hasMessageContaining("does not answer");
        assertThat(none).doesNotExist();
    }
}
