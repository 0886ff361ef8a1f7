package vn.monitoring.local.backup;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListGroupsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import vn.monitoring.local.process.PlatformFailure;

/// Copies the records of every topic with their offsets, in two goes: most of them while everything
/// works, and those up to the ends that were read at the restore point.
///
/// Because the first go ends before that point, whatever compaction has taken from it was superseded by a
/// record below the ends. The second go must find every offset, or the backup is broken off.
final class TopicBackup implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Admin admin;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Map<TopicPartition, PartitionFiles> copies = new LinkedHashMap<>();
    private final List<TopicDescription> topics;
    private final Map<String, Map<String, String>> settings;

    TopicBackup(String bootstrap) throws ExecutionException, InterruptedException {
        admin = Admin.create(Map.of(
                "bootstrap.servers", bootstrap, "request.timeout.ms", "10000", "default.api.timeout.ms", "20000"));
        topics = admin.describeTopics(admin.listTopics().names().get()).allTopicNames().get().values().stream()
                .sorted(Comparator.comparing(TopicDescription::name))
                .toList();
        settings = settings();
        consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers", bootstrap,
                        "enable.auto.commit", "false",
                        "auto.offset.reset", "none",
                        "max.poll.records", "2000",
                        "fetch.max.bytes", Integer.toString(8 << 20)),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    private Map<String, Map<String, String>> settings() throws ExecutionException, InterruptedException {
        List<ConfigResource> asked = topics.stream()
                .map(topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic.name()))
                .toList();
        Map<String, Map<String, String>> told = new HashMap<>();
        admin.describeConfigs(asked)
                .all()
                .get()
                .forEach((topic, config) -> told.put(
                        topic.name(),
                        config.entries().stream()
                                .filter(entry -> entry.source() == ConfigEntry.ConfigSource.DYNAMIC_TOPIC_CONFIG)
                                .collect(Collectors.toMap(
                                        ConfigEntry::name, ConfigEntry::value, (one, other) -> one, TreeMap::new))));
        return told;
    }

    /// Copies what there is now.
    void copyMost(BackupWriter to) throws IOException, ExecutionException, InterruptedException {
        List<TopicPartition> partitions = topics.stream()
                .flatMap(topic -> topic.partitions().stream()
                        .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                .toList();
        Map<TopicPartition, Long> begins = consumer.beginningOffsets(partitions);
        consumer.assign(partitions);
        for (TopicPartition partition : partitions) {
            long begin = Objects.requireNonNull(begins.get(partition));
            copies.put(partition, new PartitionFiles(partition, begin, to));
            consumer.seek(partition, begin);
        }
        copyUpTo(ends());
    }

    /// Where the next record of each partition would stand.
    Map<TopicPartition, Long> ends() throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
        copies.keySet().forEach(partition -> asked.put(partition, OffsetSpec.latest()));
        Map<TopicPartition, Long> ends = new HashMap<>();
        admin.listOffsets(asked).all().get().forEach((partition, end) -> ends.put(partition, end.offset()));
        return ends;
    }

    /// Copies the rest and closes the files.
    List<Manifest.Topic> copyRest(Map<TopicPartition, Long> ends) throws IOException {
        Map<TopicPartition, Long> expected = new HashMap<>();
        copies.forEach((partition, copy) ->
                expected.put(partition, copy.records() + of(ends, partition) - consumer.position(partition)));
        copyUpTo(ends);
        List<Manifest.Topic> copied = new ArrayList<>();
        for (TopicDescription topic : topics) {
            List<Manifest.Partition> partitions = new ArrayList<>();
            for (int number = 0; number < topic.partitions().size(); number++) {
                TopicPartition partition = new TopicPartition(topic.name(), number);
                PartitionFiles copy = Objects.requireNonNull(copies.get(partition));
                if (copy.records() != of(expected, partition)) {
                    throw new PlatformFailure(
                            "The backup is not taken",
                            "Kafka was just tidying " + partition + " up",
                            "Back up again, it will not happen twice");
                }
                partitions.add(copy.finish(of(ends, partition)));
            }
            copied.add(new Manifest.Topic(topic.name(), settings.getOrDefault(topic.name(), Map.of()), partitions));
        }
        return copied;
    }

    private void copyUpTo(Map<TopicPartition, Long> ends) throws IOException {
        consumer.resume(consumer.paused());
        long quietSince = System.nanoTime();
        while (true) {
            consumer.pause(consumer.assignment().stream()
                    .filter(partition -> consumer.position(partition) >= of(ends, partition))
                    .toList());
            if (consumer.paused().size() == consumer.assignment().size()) {
                return;
            }
            ConsumerRecords<byte[], byte[]> polled = consumer.poll(POLL);
            if (!polled.isEmpty()) {
                quietSince = System.nanoTime();
            } else if (System.nanoTime() - quietSince > PATIENCE.toNanos()) {
                throw new PlatformFailure(
                        "The backup is not taken",
                        "Kafka has sent nothing for " + PATIENCE.toSeconds() + " s",
                        "Look with ./platform logs kafka whether it works, then back up again");
            }
            for (TopicPartition partition : polled.partitions()) {
                append(partition, polled.records(partition), of(ends, partition));
            }
        }
    }

    /// What lies behind the end was written after the restore point (or comes in the second go, from
    /// there on).
    private void append(TopicPartition partition, List<ConsumerRecord<byte[], byte[]>> records, long end)
            throws IOException {
        List<ConsumerRecord<byte[], byte[]>> wanted =
                records.stream().filter(message -> message.offset() < end).toList();
        if (wanted.size() < records.size()) {
            consumer.seek(partition, end);
        }
        Objects.requireNonNull(copies.get(partition)).append(wanted);
    }

    private static long of(Map<TopicPartition, Long> numbers, TopicPartition partition) {
        return Objects.requireNonNull(numbers.get(partition));
    }

    /// The committed positions of all consumer groups.
    List<Manifest.Position> positions() throws ExecutionException, InterruptedException {
        Map<String, ListConsumerGroupOffsetsSpec> groups =
                admin.listGroups(ListGroupsOptions.forConsumerGroups()).all().get().stream()
                        .collect(Collectors.toMap(
                                group -> group.groupId(), group -> new ListConsumerGroupOffsetsSpec()));
        List<Manifest.Position> positions = new ArrayList<>();
        for (Map.Entry<String, Map<TopicPartition, OffsetAndMetadata>> group :
                admin.listConsumerGroupOffsets(groups).all().get().entrySet()) {
            group.getValue().forEach((partition, position) -> {
                // A partition that was never committed stands there without a position.
                if (position != null) {
                    positions.add(new Manifest.Position(
                            group.getKey(), partition.topic(), partition.partition(), position.offset()));
                }
            });
        }
        positions.sort(Comparator.comparing(Manifest.Position::group)
                .thenComparing(Manifest.Position::topic)
                .thenComparingInt(Manifest.Position::partition));
        return positions;
    }

    @Override
    public void close() {
        consumer.close();
        admin.close(Duration.ZERO);
    }
}
