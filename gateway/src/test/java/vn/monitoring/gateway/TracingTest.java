package vn.monitoring.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.monitoring.gateway.TestClient.given;

import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Ports.class)
@TestProfile(TracingTest.Traced.class)
class TracingTest {

    /// Tracing is on as an operator turns it on; the exporter keeps spans instead of sending them.
    public static final class Traced implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("OTEL_ENDPOINT", "http://127.0.0.1:1", "quarkus.otel.bsp.schedule.delay", "50ms");
        }
    }

    @Inject
    GatewaySettings settings;

    @Inject
    KeptSpans spans;

    @Test
    void aClientsTraceGoesOnToTheServiceThroughTheGatewaysSpan() {
        String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        String received = forwarded("00-" + trace + "-00f067aa0ba902b7-01");

        assertThat(received).startsWith("00-" + trace + "-");
        Awaitility.await().untilAsserted(() -> {
            SpanData server = only(trace, SpanKind.SERVER);
            assertThat(server.getParentSpanId()).isEqualTo("00f067aa0ba902b7");
            assertThat(received).isEqualTo("00-" + trace + "-" + server.getSpanId() + "-01");
        });
    }

    @Test
    void aRequestWithoutATraceBeginsOne() {
        String received = forwarded(null);
        String trace = received.substring(3, 35);
        Awaitility.await()
                .untilAsserted(() -> assertThat(only(trace, SpanKind.SERVER).getParentSpanId())
                        .isEqualTo("0000000000000000"));
    }

    /// The `traceparent` that the service got.
    private String forwarded(String traceParent) {
        AtomicReference<String> received = new AtomicReference<>();
        try (FakeService _ =
                new FakeService(settings.upstreams().get("task").urls().getFirst(), request -> {
                    received.set(request.getHeader("traceparent"));
                    request.response().end();
                })) {
            var request = given();
            if (traceParent != null) {
                request.header("traceparent", traceParent);
            }
            request.get("/api/v1/tasks").then().statusCode(200);
        }
        return received.get();
    }

    private SpanData only(String trace, SpanKind kind) {
        List<SpanData> found = spans.ofTrace(trace).stream()
                .filter(span -> span.getKind() == kind)
                .toList();
        assertThat(found).as("spans of kind %s", kind).hasSize(1);
        return found.getFirst();
    }
}
