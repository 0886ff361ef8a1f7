package vn.monitoring.report.feed;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Opens the feed's one partition for reading, outside of any consumer group: each replica reads all of it.
@ApplicationScoped
class FeedTopic {

    static final TopicPartition PARTITION = new TopicPartition(FeedWriter.TOPIC, 0);

    private final String bootstrapServers;

    FeedTopic(@ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    /// A consumer that stands on the partition. A position outside of the log is an error that it reports, never a
    /// silent jump.
    KafkaConsumer<String, byte[]> open() {
        KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none",
                        ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 5_000,
                        ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000,
                        ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 100,
                        ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        consumer.assign(java.util.List.of(PARTITION));
        return consumer;
    }

    /// Makes sure that the topic exists with its one partition: the broker's own default has several.
    ///
    /// @throws KafkaException when the broker does not answer
    void ensureExists() throws InterruptedException {
        try (Admin admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 5_000,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000))) {
            admin.createTopics(java.util.List.of(new NewTopic(FeedWriter.TOPIC, Optional.of(1), Optional.empty())))
                    .all()
                    .get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new KafkaException("cannot create " + FeedWriter.TOPIC, e.getCause());
            }
        }
    }
}
