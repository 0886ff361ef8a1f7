package vn.monitoring.kit.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.jboss.logging.MDC;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.monitoring.kit.inbox.Inbox;
import vn.monitoring.kit.outbox.RelayByHand;
import vn.monitoring.kit.testing.Events;
import vn.monitoring.kit.testing.Events.Event;
import vn.monitoring.kit.testing.PlatformTestResource;
import vn.monitoring.kit.testing.TestDatabase;

@QuarkusTest
@QuarkusTestResource(PlatformTestResource.class)
@TestProfile(TracesTest.Traced.class)
class TracesTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String SENT = "00-" + TRACE + "-00f067aa0ba902b7-01";

    /// Tracing is on as an operator turns it on; the exporter keeps spans instead of sending them.
    public static final class Traced implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("OTEL_ENDPOINT", "http://127.0.0.1:1", "quarkus.otel.bsp.schedule.delay", "50ms");
        }
    }

    @Inject
    DataSource dataSource;

    @Inject
    Inbox inbox;

    @Inject
    KeptSpans spans;

    private final String topic = "traces-test-" + UUID.randomUUID();

    @BeforeEach
    void empty() {
        TestDatabase.shared().truncateAll();
    }

    @Test
    void aRequestAndWhatComesOfItThroughKafkaAreOneTrace() {
        tell(SENT);
        RelayByHand.drain(dataSource);
        AtomicReference<Object> logged = new AtomicReference<>();
        receive(Events.read(topic).getFirst(), () -> logged.set(MDC.get(Traces.LOG_KEY)));

        Awaitility.await().untilAsserted(() -> {
            SpanData server = only(SpanKind.SERVER);
            SpanData producer = only(SpanKind.PRODUCER);
            SpanData consumer = only(SpanKind.CONSUMER);
            assertThat(server.getParentSpanId()).isEqualTo("00f067aa0ba902b7");
            assertThat(producer.getParentSpanId()).isEqualTo(server.getSpanId());
            assertThat(consumer.getParentSpanId()).isEqualTo(producer.getSpanId());
        });
        assertThat(logged).hasValue(TRACE);
    }

    @Test
    void aTraceThatIsNotRecordedTravelsAllTheSame() {
        String unrecorded = "00-" + TRACE.replace('4', '5') + "-00f067aa0ba902b7-00";
        tell(unrecorded);
        RelayByHand.drain(dataSource);

        assertThat(Events.read(topic).getFirst().headers().get("traceparent"))
                .startsWith(unrecorded.substring(0, 36))
                .endsWith("-00");
        assertThat(spans.ofTrace(unrecorded.substring(3, 35))).isEmpty();
    }

    private void tell(String traceParent) {
        RestAssured.given()
                .header("traceparent", traceParent)
                .post("/tellings?topic=" + topic)
                .then()
                .statusCode(204)
                .header("X-Request-Id", traceParent.substring(3, 35));
    }

    private void receive(Event event, Runnable effect) {
        ConsumerRecord<String, byte[]> message = new ConsumerRecord<>(
                topic,
                event.partition(),
                event.offset(),
                event.key(),
                event.data().toString().getBytes(StandardCharsets.UTF_8));
        event.headers().forEach((name, value) -> message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        inbox.receive("traces-test", message, fact -> effect.run());
    }

    private SpanData only(SpanKind kind) {
        List<SpanData> found = spans.ofTrace(TRACE).stream()
                .filter(span -> span.getKind() == kind)
                .toList();
        assertThat(found).as("spans of kind %s", kind).hasSize(1);
        return found.getFirst();
    }
}
