package vn.monitoring.kit.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import vn.monitoring.kit.outbox.EventSender.SendFailedException;
import vn.monitoring.kit.outbox.EventSender.StoredEvent;

/// With Kafka's own stand-in for a broker, whose acknowledgements the test gives.
class KafkaEventSenderTest {

    private static final Duration SHORT = Duration.ofMillis(50);

    private final MockProducer<String, byte[]> producer =
            new MockProducer<>(false, null, new StringSerializer(), new ByteArraySerializer());
    private final KafkaEventSender sender = new KafkaEventSender(producer, "/test", SHORT);

    private static StoredEvent event(long id, String key) {
        return new StoredEvent(id, new UUID(0, id), "t", key, "type", Instant.EPOCH, "{}", null);
    }

    private List<String> keys() {
        return producer.history().stream().map(ProducerRecord::key).toList();
    }

    @Test
    void stopsWaitingAndSendsNothingMoreWhileRecordsAreLate() {
        List<StoredEvent> events = List.of(event(1, "a"), event(2, "b"));
        assertThatThrownBy(() -> sender.send(events)).isInstanceOf(SendFailedException.class);

        assertThatThrownBy(() -> sender.send(events)).isInstanceOf(SendFailedException.class);

        assertThat(keys()).containsExactly("a", "b");
    }

    @Test
    void goesOnInOrderWhenLateRecordsAreStored() {
        assertThatThrownBy(() -> sender.send(List.of(event(1, "a")))).isInstanceOf(SendFailedException.class);
        producer.completeNext();

        assertThatThrownBy(() -> sender.send(List.of(event(1, "a"), event(2, "b"))))
                .isInstanceOf(SendFailedException.class);

        assertThat(keys()).containsExactly("a", "a", "b");
    }

    @Test
    void letsNothingOvertakeARecordThatIsRefusedAtOnce() {
        MockProducer<String, byte[]> full =
                new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
        full.sendException = new TimeoutException("no room");
        KafkaEventSender refused = new KafkaEventSender(full, "/test", SHORT);

        assertThatThrownBy(() -> refused.send(List.of(event(1, "a"), event(2, "b"))))
                .isInstanceOf(SendFailedException.class)
                .hasMessageContaining("no room");
        full.sendException = null;

        assertThat(full.history()).isEmpty();
        refused.send(List.of(event(1, "a"), event(2, "b")));
        assertThat(full.history()).hasSize(2);
    }
}
