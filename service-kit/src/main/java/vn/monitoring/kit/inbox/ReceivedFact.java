package vn.monitoring.kit.inbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/// A CloudEvent as it came from Kafka.
public record ReceivedFact(
        String id, String type, String subject, Instant time, String topic, long offset, JsonNode data) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /// @throws UnreadableFactException when the record is no CloudEvent in binary mode with a JSON body
    public static ReceivedFact from(ConsumerRecord<String, byte[]> message) {
        try {
            return new ReceivedFact(
                    header(message, "ce_id"),
                    header(message, "ce_type"),
                    header(message, "ce_subject"),
                    Instant.parse(header(message, "ce_time")),
                    message.topic(),
                    message.offset(),
                    JSON.readTree(message.value()));
        } catch (IOException | DateTimeException e) {
            throw new UnreadableFactException(message, e.getMessage());
        }
    }

    private static String header(ConsumerRecord<String, byte[]> message, String name) {
        Header header = message.headers().lastHeader(name);
        if (header == null) {
            throw new UnreadableFactException(message, "no header " + name);
        }
        return new String(header.value(), StandardCharsets.UTF_8);
    }

    /// The record is not one of ours.
    public static final class UnreadableFactException extends RuntimeException {
        UnreadableFactException(ConsumerRecord<?, ?> message, @org.jspecify.annotations.Nullable String why) {
            super("record %s-%d@%d: %s".formatted(message.topic(), message.partition(), message.offset(), why));
        }
    }
}
