package vn.monitoring.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.runtime.shutdown.ShutdownRecorder;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/// What a gateway does that was asked to end (SIGTERM), up to the moment at which it closes its port.
@QuarkusTest
@TestProfile(LeaveTest.ShortDelay.class)
class LeaveTest {

    private static final Duration DELAY = Duration.ofSeconds(6);

    /// An application of its own, since it is of no use afterwards.
    public static final class ShortDelay implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.shutdown.delay", "6s", "quarkus.shutdown.timeout", "20s", "gateway.idle-timeout", "60s");
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(Ports.class));
        }
    }

    @Inject
    GatewaySettings settings;

    @Inject
    Exchanges exchanges;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final AtomicReference<HttpServerResponse> stream = new AtomicReference<>();
    private final AtomicReference<HttpServerResponse> slow = new AtomicReference<>();

    @Test
    void saysThatItLeavesThenLetsStreamsGoAndFinishesWhatIsUnderWay() throws IOException, InterruptedException {
        try (FakeService service =
                new FakeService(settings.upstreams().get("report").urls().getFirst(), this::serve)) {
            BufferedReader events = subscribe(service);
            CompletableFuture<HttpResponse<String>> underWay = ask("/api/v1/reports/slow");
            await().until(() -> exchanges.size() == 2 && slow.get() != null);

            long asked = System.nanoTime();
            CompletableFuture<Void> shutdown = CompletableFuture.runAsync(ShutdownRecorder::runShutdown);

            await().until(() -> readiness() == 503);
            stream.get().write("id: 1\n");
            assertThat(events.readLine())
                    .as("streams go on while clients are still sent here")
                    .isEqualTo("id: 1");
            HttpResponse<String> late = ask("/api/v1/reports/quick").join();
            assertThat(late.statusCode())
                    .as("a request that comes all the same")
                    .isEqualTo(200);
            assertThat(late.headers().firstValue("Connection")).hasValue("close");

            assertThat(events.readLine()).as("the stream's end").isNull();
            assertThat(Duration.ofNanos(System.nanoTime() - asked)).isGreaterThan(DELAY.minusMillis(100));
            assertThat(shutdown).as("waits for what is under way").isNotDone();

            slow.get().end("done");
            assertThat(underWay.join().body()).isEqualTo("done");
            await().untilAsserted(() -> assertThat(shutdown).isCompleted());
        }
        client.shutdownNow();
    }

    private void serve(HttpServerRequest request) {
        HttpServerResponse response = request.response();
        switch (request.path()) {
            case "/api/v1/events" -> {
                response.setChunked(true).putHeader("Content-Type", "text/event-stream");
                response.write("");
                stream.set(response);
            }
            case "/api/v1/reports/slow" -> slow.set(response);
            default -> response.end("quick");
        }
    }

    private BufferedReader subscribe(FakeService service) throws IOException, InterruptedException {
        assertThat(service.url()).isNotNull();
        HttpResponse<InputStream> answer = client.send(
                request("/api/v1/events").header("Accept", "text/event-stream").build(),
                HttpResponse.BodyHandlers.ofInputStream());
        return new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
    }

    private CompletableFuture<HttpResponse<String>> ask(String path) {
        return client.sendAsync(request(path).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static int readiness() {
        return RestAssured.get("/q/health/ready").statusCode();
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + RestAssured.port + path))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", TestClient.authorization());
    }
}
