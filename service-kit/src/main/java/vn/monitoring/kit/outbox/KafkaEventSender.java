package vn.monitoring.kit.outbox;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jboss.logging.Logger;
import vn.monitoring.kit.trace.TraceContext;
import vn.monitoring.kit.trace.Traces;

/// Sends events as CloudEvents 1.0 in binary mode, waiting for all replicas of the partition.
///
/// No record expires in the producer while those behind it go on: it would be sent again later, behind them. Instead
/// the sender stops waiting after a while and says so; what it has handed to the producer by then is stored late, in
/// order, and is known to its readers by the event id when the rows are sent again, by whichever relay.
final class KafkaEventSender implements EventSender {

    private static final Logger LOG = Logger.getLogger(KafkaEventSender.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Producer<String, byte[]> producer;
    private final String source;
    private final Duration patience;

    /// Records that were not acknowledged while somebody waited for them.
    private final Queue<Future<?>> late = new ConcurrentLinkedQueue<>();

    KafkaEventSender(String bootstrapServers, String source) {
        this(
                new KafkaProducer<>(
                        Map.of(
                                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                                bootstrapServers,
                                ProducerConfig.ACKS_CONFIG,
                                "all",
                                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                                true,
                                ProducerConfig.LINGER_MS_CONFIG,
                                2,
                                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                                5_000,
                                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                                5_000,
                                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                                Integer.MAX_VALUE,
                                ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG,
                                1_000),
                        new StringSerializer(),
                        new ByteArraySerializer()),
                source,
                PATIENCE);
    }

    /// @param patience how long is waited for acknowledgements
    KafkaEventSender(Producer<String, byte[]> producer, String source, Duration patience) {
        this.producer = producer;
        this.source = source;
        this.patience = patience;
    }

    @Override
    public void send(List<StoredEvent> events) {
        long end = System.nanoTime() + patience.toNanos();
        List<Future<?>> acknowledgements = new ArrayList<>(events.size());
        try {
            awaitLate(end);
            for (StoredEvent event : events) {
                Future<?> acknowledgement = handOver(event);
                acknowledgements.add(acknowledgement);
                if (acknowledgement.isDone()) {
                    // Refused at once: nothing behind it may go ahead.
                    acknowledgement.get();
                }
            }
            for (Future<?> acknowledgement : acknowledgements) {
                await(acknowledgement, end);
            }
        } catch (ExecutionException e) {
            throw failed(acknowledgements, e.getCause() == null ? e : e.getCause());
        } catch (KafkaException | TimeoutException e) {
            throw failed(acknowledgements, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed(acknowledgements, e);
        }
    }

    /// A fact of a trace is sent as a part of it and takes it along.
    private Future<?> handOver(StoredEvent event) {
        ProducerRecord<String, byte[]> message = record(event);
        TraceContext origin = event.origin();
        if (origin == null) {
            return producer.send(message);
        }
        Span span = Traces.publishing(event.topic(), origin);
        header(message.headers(), TraceContext.HEADER, Traces.header(span, origin));
        return producer.send(message, (_, failure) -> {
            if (failure != null) {
                span.setStatus(StatusCode.ERROR, failure.getClass().getName());
            }
            span.end();
        });
    }

    /// What is still on its way is not sent once more in vain.
    private void awaitLate(long end) throws InterruptedException, TimeoutException {
        for (Future<?> record = late.peek(); record != null; record = late.peek()) {
            try {
                await(record, end);
            } catch (ExecutionException e) {
                LOG.debugf("a late record was refused; its row is sent again: %s", e.getMessage());
            }
            late.remove(record);
        }
    }

    private static void await(Future<?> acknowledgement, long end)
            throws InterruptedException, ExecutionException, TimeoutException {
        acknowledgement.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
    }

    private SendFailedException failed(List<Future<?>> acknowledgements, Throwable cause) {
        acknowledgements.stream()
                .filter(acknowledgement -> !acknowledgement.isDone())
                .forEach(late::add);
        return new SendFailedException(cause);
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(2));
    }

    private ProducerRecord<String, byte[]> record(StoredEvent event) {
        ProducerRecord<String, byte[]> message =
                new ProducerRecord<>(event.topic(), event.key(), event.data().getBytes(StandardCharsets.UTF_8));
        Headers headers = message.headers();
        header(headers, "ce_specversion", "1.0");
        header(headers, "ce_id", event.eventId().toString());
        header(headers, "ce_type", event.type());
        header(headers, "ce_source", source);
        header(headers, "ce_subject", event.key());
        header(headers, "ce_time", event.occurredAt().toString());
        header(headers, "content-type", "application/json");
        return message;
    }

    private static void header(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
