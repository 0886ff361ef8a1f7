package vn.monitoring.kit.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/// Reads and writes topics of the test broker as another service would.
public final class Events {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Events() {}

    /// A CloudEvent as it lies in a topic.
    public record Event(Map<String, String> headers, String key, JsonNode data, int partition, long offset) {
        public String type() {
            return headers.getOrDefault("ce_type", "");
        }

        public String id() {
            return headers.getOrDefault("ce_id", "");
        }
    }

    /// All events that the topic holds now, partition by partition in offset order.
    public static List<Event> read(String topic) {
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        TestBroker.shared().bootstrapServers(),
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest"),
                new StringDeserializer(),
                new StringDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<Event> events = new ArrayList<>();
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
                for (ConsumerRecord<String, String> message : consumer.poll(Duration.ofMillis(200))) {
                    events.add(event(message));
                }
            }
            return events;
        }
    }

    /// All events of one key.
    public static List<Event> read(String topic, String key) {
        return read(topic).stream().filter(event -> event.key().equals(key)).toList();
    }

    /// Sends an event as its owner of a later version would: with a field more than it has today. The id makes it a
    /// duplicate
    /// of another one or not. Text is sent as it is.
    public static void send(String topic, String key, String type, String id, String time, Object data) {
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        TestBroker.shared().bootstrapServers()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            byte[] body = data instanceof String text
                    ? text.getBytes(StandardCharsets.UTF_8)
                    : JSON.writeValueAsBytes(later(data));
            ProducerRecord<String, byte[]> message = new ProducerRecord<>(topic, key, body);
            Map.of(
                            "ce_specversion", "1.0",
                            "ce_id", id,
                            "ce_type", type,
                            "ce_source", "/test",
                            "ce_subject", key,
                            "ce_time", time,
                            "content-type", "application/json")
                    .forEach((name, value) -> message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
            producer.send(message).get();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// Versions run side by side: every consumer has to live with what a later one adds.
    private static JsonNode later(Object data) {
        JsonNode event = JSON.valueToTree(data);
        if (event instanceof ObjectNode object) {
            object.putObject("ofALaterVersion").put("why", "nobody knows yet");
        }
        return event;
    }

    private static Event event(ConsumerRecord<String, String> message) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (Header header : message.headers()) {
            headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
        }
        try {
            return new Event(
                    headers, message.key(), JSON.readTree(message.value()), message.partition(), message.offset());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
