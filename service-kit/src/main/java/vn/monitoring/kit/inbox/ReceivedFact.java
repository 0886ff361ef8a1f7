package vn.monitoring.kit.inbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.trace.TraceContext;

/// A CloudEvent as it came from Kafka.
///
/// @param origin the trace of the work that told it, null where no request began it
public record ReceivedFact(
        String id,
        String type,
        String subject,
        Instant time,
        String topic,
        long offset,
        JsonNode data,
        @Nullable TraceContext origin) {

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
                    JSON.readTree(message.value()),
                    TraceContext.parse(find(message, TraceContext.HEADER)));
        } catch (IOException | DateTimeException e) {
            throw new UnreadableFactException(message, e.getMessage());
        }
    }

    private static String header(ConsumerRecord<String, byte[]> message, String name) {
        String value = find(message, name);
        if (value == null) {
            throw new UnreadableFactException(message, "no header " + name);
        }
        return value;
    }

    private static @Nullable String find(ConsumerRecord<String, byte[]> message, String name) {
        Header header = message.headers().lastHeader(name);
        return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    /// The record is not one of ours.
    public static final class UnreadableFactException extends RuntimeException {
        UnreadableFactException(ConsumerRecord<?, ?> message, @Nullable String why) {
            super("record %s-%d@%d: %s".formatted(message.topic(), message.partition(), message.offset(), why));
        }
    }
}
