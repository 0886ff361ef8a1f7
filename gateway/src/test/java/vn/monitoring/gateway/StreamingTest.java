package vn.monitoring.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Nothing waits in the gateway: neither large bodies nor single events.
@QuarkusTest
@QuarkusTestResource(Ports.class)
class StreamingTest {

    private static final long LARGE = 300L * 1024 * 1024;
    private static final long PLAUSIBLE_BUFFERS = 40L * 1024 * 1024;

    @Inject
    GatewaySettings settings;

    @Inject
    Exchanges exchanges;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private FakeService service;

    @AfterEach
    void stopService() {
        service.close();
        client.shutdownNow();
    }

    private void startService(String name, Handler<HttpServerRequest> handler) {
        service = new FakeService(settings.upstreams().get(name).urls().getFirst(), handler);
    }

    @Test
    void holdsALargeUploadBackUntilTheServiceReadsIt() {
        AtomicReference<HttpServerRequest> arrived = new AtomicReference<>();
        AtomicLong received = new AtomicLong();
        startService("indicator", request -> {
            request.pause();
            request.handler(piece -> received.addAndGet(piece.length()));
            request.endHandler(end -> request.response().end("read " + received.get()));
            arrived.set(request);
        });
        AtomicLong sent = new AtomicLong();
        CompletableFuture<HttpResponse<String>> answer = client.sendAsync(
                request("/api/v1/units:batch")
                        .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new Zeros(LARGE, sent)))
                        .build(),
                HttpResponse.BodyHandlers.ofString());

        await().until(() -> arrived.get() != null && sent.get() > 0);
        await().during(Duration.ofMillis(500))
                .atMost(Duration.ofSeconds(5))
                .until(() -> sent.get() < PLAUSIBLE_BUFFERS);
        arrived.get().resume();

        assertThat(answer.join().body()).isEqualTo("read " + LARGE);
    }

    @Test
    void holdsALargeDownloadBackUntilTheClientReadsIt() throws IOException, InterruptedException {
        AtomicLong sent = new AtomicLong();
        startService("indicator", request -> {
            request.response().putHeader("Content-Length", Long.toString(LARGE));
            pump(request.response(), sent);
        });

        HttpResponse<InputStream> answer =
                client.send(request("/api/v1/measurements").build(), HttpResponse.BodyHandlers.ofInputStream());
        await().during(Duration.ofMillis(500))
                .atMost(Duration.ofSeconds(5))
                .until(() -> sent.get() < PLAUSIBLE_BUFFERS);

        try (InputStream body = answer.body()) {
            assertThat(body.transferTo(java.io.OutputStream.nullOutputStream())).isEqualTo(LARGE);
        }
    }

    @Test
    void cutsOffAnUploadOfUnknownLengthAtTheLimit() throws IOException, InterruptedException {
        startService(
                "indicator",
                request -> request.handler(piece -> {})
                        .endHandler(end -> request.response().end()));
        long tooMuch = 320L * 1024 * 1024 + 1024 * 1024;

        HttpResponse<String> answer = client.send(
                request("/api/v1/units:batch")
                        .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new Zeros(tooMuch, new AtomicLong())))
                        .build(),
                HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("TOO_LARGE");
    }

    @Test
    void passesAnAnswerThatComesBeforeTheBodyIsRead() throws IOException, InterruptedException {
        startService(
                "indicator", request -> request.response().setStatusCode(403).end("no"));

        HttpResponse<String> answer = client.send(
                request("/api/v1/units:batch")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[8 * 1024 * 1024]))
                        .build(),
                HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).isEqualTo("no");
    }

    @Test
    void passesEachEventWhenItHappensAndOutlivesQuietTimes() throws IOException, InterruptedException {
        AtomicReference<HttpServerResponse> stream = openStreamService();

        HttpResponse<InputStream> answer = subscribe();
        try (BufferedReader events = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/event-stream");
            for (int i = 0; i < 5; i++) {
                stream.get().write("id: " + i + "\ndata: kỳ " + i + "\n\n");
                assertThat(events.readLine()).isEqualTo("id: " + i);
                assertThat(events.readLine()).isEqualTo("data: kỳ " + i);
                assertThat(events.readLine()).isEmpty();
            }
            Duration quiet = settings.idleTimeout().plusMillis(500);
            await().pollDelay(quiet).until(() -> !stream.get().closed());
            stream.get().write("id: 5\n");
            assertThat(events.readLine()).isEqualTo("id: 5");
        }
    }

    @Test
    void endsTheServicesStreamWhenTheClientLeaves() throws IOException, InterruptedException {
        AtomicReference<HttpServerResponse> stream = openStreamService();
        HttpResponse<InputStream> answer = subscribe();
        await().until(() -> exchanges.size() == 1);

        answer.body().close();
        client.shutdownNow();

        await().until(() -> stream.get().closed());
        await().until(() -> exchanges.size() == 0);
    }

    @Test
    void showsTheClientThatAnAnswerBrokeOff() throws IOException, InterruptedException {
        AtomicReference<HttpServerResponse> stream = openStreamService();
        HttpResponse<InputStream> answer = subscribe();
        stream.get().write("id: 1\n");
        service.close();

        assertThatThrownBy(() -> answer.body().readAllBytes()).isInstanceOf(IOException.class);
    }

    private AtomicReference<HttpServerResponse> openStreamService() {
        AtomicReference<HttpServerResponse> stream = new AtomicReference<>();
        startService("report", request -> {
            HttpServerResponse response = request.response();
            response.setChunked(true).putHeader("Content-Type", "text/event-stream");
            response.closeHandler(closed -> {});
            response.write("");
            stream.set(response);
        });
        return stream;
    }

    private HttpResponse<InputStream> subscribe() throws IOException, InterruptedException {
        return client.send(
                request("/api/v1/events")
                        .timeout(Duration.ofSeconds(10))
                        .header("Accept", "text/event-stream")
                        .build(),
                HttpResponse.BodyHandlers.ofInputStream());
    }

    private static void pump(HttpServerResponse response, AtomicLong sent) {
        Buffer piece = Buffer.buffer(new byte[64 * 1024]);
        while (sent.get() < LARGE) {
            if (response.writeQueueFull()) {
                response.drainHandler(drained -> pump(response, sent));
                return;
            }
            sent.addAndGet(piece.length());
            response.write(piece);
        }
        response.end();
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + RestAssured.port + path))
                .header("Authorization", TestClient.authorization());
    }

    /// So many zero bytes, counting what has been taken.
    private static final class Zeros extends InputStream {

        private final long length;
        private final AtomicLong taken;

        Zeros(long length, AtomicLong taken) {
            this.length = length;
            this.taken = taken;
        }

        @Override
        public int read() {
            return taken.getAndIncrement() < length ? 0 : -1;
        }

        @Override
        public int read(byte[] buffer, int offset, int count) {
            long left = length - taken.get();
            if (left <= 0) {
                return -1;
            }
            int given = (int) Math.min(left, count);
            taken.addAndGet(given);
            return given;
        }
    }
}
