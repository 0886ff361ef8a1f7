package vn.monitoring.kit.outbox;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.trace.TraceContext;

/// Where a relay sends the rows of the outbox.
interface EventSender extends AutoCloseable {

    /// A row of the outbox.
    ///
    /// @param origin of the work that told it, null where no request began it
    record StoredEvent(
            long id,
            UUID eventId,
            String topic,
            String key,
            String type,
            Instant occurredAt,
            String data,
            @Nullable TraceContext origin) {}

    /// Sends in list order and returns once every event is acknowledged.
    /// @throws SendFailedException when one is not; some of the others may have been stored
    void send(List<StoredEvent> events);

    @Override
    void close();

    /// Kafka did not acknowledge in time.
    final class SendFailedException extends RuntimeException {
        SendFailedException(Throwable cause) {
            super(
                    "Kafka did not acknowledge: " + Objects.requireNonNullElse(cause.getMessage(), "no answer in time"),
                    cause);
        }
    }
}
