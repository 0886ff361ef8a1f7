package vn.monitoring.kit.metric;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// How many records wait for each consumer of this service: the ends of its partitions less what its group committed.
///
/// Asked of the brokers for the group as a whole, so that it also grows while a consumer stands still or none runs; a
/// consumer's own figure would stand still with it. Replicas tell the same.
@ApplicationScoped
public class ConsumerLag {

    private static final Logger LOG = Logger.getLogger(ConsumerLag.class);
    private static final String CHANNELS = "mp.messaging.incoming.";
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final String bootstrapServers;
    private final List<Channel> channels;
    private final MultiGauge lag;
    private final Freshness freshness;
    private @Nullable Admin admin;

    /// @param group of its consumers
    private record Channel(String name, String topic, String group) {}

    ConsumerLag(Config config, Freshness freshness, MeterRegistry registry) {
        this.bootstrapServers = config.getValue("kafka.bootstrap.servers", String.class);
        this.channels = channels(config);
        this.freshness = freshness;
        this.lag = MultiGauge.builder("monitoring.consumer.lag.records")
                .description("Records that wait for a consumer")
                .register(registry);
    }

    /// Those with a group of their own name: they resume where the group stopped.
    private static List<Channel> channels(Config config) {
        return StreamSupport.stream(config.getPropertyNames().spliterator(), false)
                .filter(name -> name.startsWith(CHANNELS) && name.endsWith(".group.id"))
                .map(name -> name.substring(CHANNELS.length(), name.length() - ".group.id".length()))
                .distinct()
                .sorted()
                .map(name -> new Channel(
                        name,
                        config.getValue(CHANNELS + name + ".topic", String.class),
                        config.getValue(CHANNELS + name + ".group.id", String.class)))
                .toList();
    }

    @Scheduled(
            every = "{monitoring.metrics.every}",
            identity = "refresh-consumer-lag",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public synchronized void refresh() throws InterruptedException {
        if (channels.isEmpty()) {
            return;
        }
        try {
            Map<TopicPartition, Long> ends = ends(admin());
            lag.register(rows(ends, positions(admin())), true);
            freshness.refreshed("kafka");
        } catch (ExecutionException | TimeoutException e) {
            LOG.warnf("the consumers' lag for metrics waits for Kafka: %s", e.toString());
        }
    }

    private List<MultiGauge.Row<Number>> rows(
            Map<TopicPartition, Long> ends, Map<String, Map<TopicPartition, OffsetAndMetadata>> positions) {
        List<MultiGauge.Row<Number>> rows = new ArrayList<>();
        for (Channel channel : channels) {
            Map<TopicPartition, OffsetAndMetadata> position = positions.getOrDefault(channel.group(), Map.of());
            long waiting = ends.entrySet().stream()
                    .filter(end -> end.getKey().topic().equals(channel.topic()))
                    .mapToLong(end -> Math.max(0, end.getValue() - committed(position.get(end.getKey()))))
                    .sum();
            rows.add(MultiGauge.Row.of(Tags.of("channel", channel.name()), waiting));
        }
        return rows;
    }

    private static long committed(@Nullable OffsetAndMetadata position) {
        return position == null ? 0 : position.offset();
    }

    private Map<TopicPartition, Long> ends(Admin kafka)
            throws InterruptedException, ExecutionException, TimeoutException {
        List<String> topics = channels.stream().map(Channel::topic).distinct().toList();
        Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
        get(kafka.describeTopics(topics).allTopicNames())
                .forEach((topic, description) -> IntStream.range(
                                0, description.partitions().size())
                        .forEach(partition -> latest.put(new TopicPartition(topic, partition), OffsetSpec.latest())));
        return get(kafka.listOffsets(latest).all()).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, end -> offset(end.getValue())));
    }

    private static long offset(ListOffsetsResultInfo end) {
        return end.offset();
    }

    private Map<String, Map<TopicPartition, OffsetAndMetadata>> positions(Admin kafka)
            throws InterruptedException, ExecutionException, TimeoutException {
        Map<String, ListConsumerGroupOffsetsSpec> groups = channels.stream()
                .map(Channel::group)
                .distinct()
                .collect(Collectors.toMap(group -> group, _ -> new ListConsumerGroupOffsetsSpec()));
        return get(kafka.listConsumerGroupOffsets(groups).all());
    }

    private static <T> T get(KafkaFuture<T> answer) throws InterruptedException, ExecutionException, TimeoutException {
        return answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }

    private Admin admin() {
        Admin kafka = admin;
        if (kafka == null) {
            kafka = Admin.create(Map.of(
                    AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                    bootstrapServers,
                    AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                    (int) PATIENCE.toMillis(),
                    AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                    (int) PATIENCE.toMillis()));
            admin = kafka;
        }
        return kafka;
    }

    synchronized void stop(@Observes ShutdownEvent event) {
        if (admin != null) {
            admin.close(Duration.ofSeconds(1));
        }
    }
}
