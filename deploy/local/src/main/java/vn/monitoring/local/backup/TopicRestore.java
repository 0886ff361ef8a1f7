package vn.monitoring.local.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import vn.monitoring.local.component.Home;
import vn.monitoring.local.component.Kafka;
import vn.monitoring.local.process.PlatformFailure;

/// Makes a broker's data of a backup: a new broker with the backup's topics, whose logs are replaced by
/// the backup's while it does not run, and with the consumers' positions.
///
/// The broker checks every batch and makes its indexes when it starts on them.
final class TopicRestore {

    /// The broker's own notes on logs that are no longer there.
    private static final Set<String> NOTES = Set.of(
            "recovery-point-offset-checkpoint",
            "replication-offset-checkpoint",
            "log-start-offset-checkpoint",
            "cleaner-offset-checkpoint",
            ".kafka_cleanshutdown");

    private static final String PARTITION_METADATA = "partition.metadata";

    private final BackupReader backup;
    private final Home prepared;
    private final Kafka kafka;
    private final FeedMark feedMark;

    TopicRestore(BackupReader backup, Home prepared, Kafka kafka) {
        this.backup = backup;
        this.prepared = prepared;
        this.kafka = kafka;
        this.feedMark = new FeedMark(backup.manifest());
    }

    /// Leaves a broker that was stopped in order.
    void run() throws IOException, ExecutionException, InterruptedException {
        try (PreparedServer server = PreparedServer.start(kafka, prepared);
                Admin admin = admin()) {
            createTopics(admin);
        }
        placeLogs();
        try (PreparedServer server = PreparedServer.start(kafka, prepared);
                Admin admin = admin()) {
            checkOffsets(admin);
            setPositions(admin);
        }
    }

    private Admin admin() {
        return Admin.create(Map.of(
                "bootstrap.servers",
                kafka.bootstrap(),
                "request.timeout.ms",
                "10000",
                "default.api.timeout.ms",
                Long.toString(Duration.ofMinutes(5).toMillis())));
    }

    private void createTopics(Admin admin) throws ExecutionException, InterruptedException {
        List<NewTopic> topics = backup.manifest().topics().stream()
                .map(topic ->
                        new NewTopic(topic.name(), topic.partitions().size(), (short) 1).configs(topic.settings()))
                .toList();
        admin.createTopics(topics).all().get();
    }

    private void placeLogs() throws IOException {
        Path data = prepared.data().resolve(Kafka.NAME);
        for (String note : NOTES) {
            Files.deleteIfExists(data.resolve(note));
        }
        for (Manifest.Topic topic : backup.manifest().topics()) {
            for (Manifest.Partition partition : topic.partitions()) {
                Path log = data.resolve(topic.name() + "-" + partition.number());
                empty(log);
                fill(log, PartitionFiles.folder(topic.name(), partition.number()));
            }
        }
        feedMark.writeInto(data);
    }

    private static void empty(Path log) throws IOException {
        try (Stream<Path> files = Files.list(log)) {
            for (Path file : files.toList()) {
                if (!file.getFileName().toString().equals(PARTITION_METADATA)) {
                    Files.delete(file);
                }
            }
        }
    }

    private void fill(Path log, String folder) throws IOException {
        for (String path : backup.paths(folder).toList()) {
            String segment = path.substring(folder.length()).replaceAll("\\.zst$", "");
            try (InputStream in = backup.readCompressed(path)) {
                Files.copy(in, log.resolve(segment));
            }
        }
    }

    private void checkOffsets(Admin admin) throws ExecutionException, InterruptedException {
        Map<TopicPartition, Long> begins = new HashMap<>();
        Map<TopicPartition, Long> ends = new HashMap<>();
        for (Manifest.Topic topic : backup.manifest().topics()) {
            for (Manifest.Partition partition : topic.partitions()) {
                TopicPartition key = new TopicPartition(topic.name(), partition.number());
                begins.put(key, partition.begin());
                ends.put(key, feedMark.endOf(topic, partition));
            }
        }
        requireOffsets(admin, begins, OffsetSpec.earliest());
        requireOffsets(admin, ends, OffsetSpec.latest());
    }

    private void requireOffsets(Admin admin, Map<TopicPartition, Long> expected, OffsetSpec which)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
        expected.keySet().forEach(partition -> asked.put(partition, which));
        Map<TopicPartition, ListOffsetsResultInfo> told =
                admin.listOffsets(asked).all().get();
        told.forEach((partition, offset) -> {
            if (!Long.valueOf(offset.offset()).equals(expected.get(partition))) {
                throw new PlatformFailure(
                        "Kafka does not take the backup",
                        "%s stands at %d instead of %d".formatted(partition, offset.offset(), expected.get(partition)),
                        "The data is as it was; read the log",
                        prepared.log(Kafka.NAME));
            }
        });
    }

    private void setPositions(Admin admin) throws ExecutionException, InterruptedException {
        Map<String, Map<TopicPartition, OffsetAndMetadata>> groups = new HashMap<>();
        for (Manifest.Position position : backup.manifest().positions()) {
            groups.computeIfAbsent(position.group(), group -> new HashMap<>())
                    .put(
                            new TopicPartition(position.topic(), position.partition()),
                            new OffsetAndMetadata(position.offset()));
        }
        for (Map.Entry<String, Map<TopicPartition, OffsetAndMetadata>> group : groups.entrySet()) {
            admin.alterConsumerGroupOffsets(group.getKey(), group.getValue())
                    .all()
                    .get();
        }
    }
}
