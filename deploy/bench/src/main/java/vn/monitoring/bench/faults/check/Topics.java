package vn.monitoring.bench.faults.check;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import vn.monitoring.client.ClientFailure;

/// The platform's topics, read from their beginning, and how far its consumers have come.
final class Topics implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(500);
    private static final List<String> SERVICES = List.of("task-service", "report-service");

    private final KafkaConsumer<String, String> consumer;
    private final Admin admin;

    Topics(String bootstrap) {
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrap);
        this.consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer());
        this.admin = Admin.create(settings);
    }

    /// All records of a topic that are there now; none of one that does not exist.
    List<TopicRecord> read(String topic) {
        List<TopicPartition> partitions = partitions(topic);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        List<TopicRecord> records = new ArrayList<>();
        while (partitions.stream()
                .anyMatch(partition -> consumer.position(partition) < ends.getOrDefault(partition, 0L))) {
            for (ConsumerRecord<String, String> message : consumer.poll(POLL)) {
                records.add(new TopicRecord(
                        topic,
                        message.partition(),
                        message.offset(),
                        message.key(),
                        header(message, "ce_id"),
                        header(message, "ce_type"),
                        message.value()));
            }
        }
        records.sort(Comparator.comparingInt(TopicRecord::partition).thenComparingLong(TopicRecord::offset));
        return records;
    }

    /// The last place of a topic with one partition; -1 of an empty one.
    long last(String topic) {
        return consumer.endOffsets(partitions(topic)).values().stream()
                        .mapToLong(Long::longValue)
                        .max()
                        .orElse(0)
                - 1;
    }

    private List<TopicPartition> partitions(String topic) {
        List<PartitionInfo> known = consumer.listTopics().getOrDefault(topic, List.of());
        return known.stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
    }

    private static String header(ConsumerRecord<?, ?> message, String name) {
        Header header = message.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    /// How many records each consumer group has not confirmed yet; those with none left out.
    Map<String, Long> lag() {
        try {
            Set<String> groups = admin.listGroups().all().get().stream()
                    .map(GroupListing::groupId)
                    .filter(group -> SERVICES.stream().anyMatch(group::startsWith))
                    .collect(Collectors.toSet());
            Map<String, Long> lag = new HashMap<>();
            for (String group : groups) {
                Map<TopicPartition, OffsetAndMetadata> reached = admin.listConsumerGroupOffsets(group)
                        .partitionsToOffsetAndMetadata()
                        .get();
                Map<TopicPartition, Long> ends = consumer.endOffsets(reached.keySet());
                long behind = ends.entrySet().stream()
                        .mapToLong(end -> end.getValue() - offset(reached.get(end.getKey())))
                        .sum();
                if (behind > 0) {
                    lag.put(group, behind);
                }
            }
            return lag;
        } catch (ExecutionException e) {
            throw new ClientFailure("Kafka does not tell how far its consumers are: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClientFailure("Interrupted while asking Kafka", e);
        }
    }

    private static long offset(@Nullable OffsetAndMetadata reached) {
        return reached == null ? 0 : reached.offset();
    }

    @Override
    public void close() {
        consumer.close();
        admin.close();
    }
}
