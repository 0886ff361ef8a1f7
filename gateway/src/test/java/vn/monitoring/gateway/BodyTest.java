package vn.monitoring.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How large and how slow a body may be.
@QuarkusTest
@QuarkusTestResource(Ports.class)
class BodyTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Inject
    GatewaySettings settings;

    private final ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(1);
    private final AtomicReference<HttpServerRequest> held = new AtomicReference<>();
    private FakeService service;

    @BeforeEach
    void startService() {
        service = new FakeService(settings.upstreams().get("indicator").urls().getFirst(), request -> {
            if (request.path().endsWith("/held")) {
                request.pause();
                held.set(request);
            }
            request.handler(piece -> {}).endHandler(end -> request.response().end("read"));
        });
    }

    @AfterEach
    void stopService() {
        service.close();
        clock.shutdownNow();
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/measurements, 28400000, 413",
        "/api/v1/plans/imports, 28400000, 413",
        "/api/v1/units:batch, 335600000, 413"
    })
    void refusesABodyThatIsTooLargeForItsPath(String path, long length, int status) throws IOException {
        String head = "POST " + path + " HTTP/1.1\nHost: gateway\nContent-Length: " + length;
        assertThat(RawHttp.send(RestAssured.port, head)).startsWith("HTTP/1.1 " + status);
    }

    @Test
    void takesALargeBodyWhereAPathTakesOne() throws IOException {
        try (Socket socket = post("/api/v1/units:batch", 28_400_000)) {
            socket.getOutputStream().write(new byte[28_400_000]);
            assertThat(answer(socket)).startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void givesUpABodyThatTrickles() throws IOException {
        try (Socket socket = post("/api/v1/measurements", 10_000)) {
            OutputStream out = socket.getOutputStream();
            ScheduledFuture<?> trickle = clock.scheduleAtFixedRate(() -> write(out), 0, 50, TimeUnit.MILLISECONDS);

            assertThat(answer(socket)).startsWith("HTTP/1.1 408");
            trickle.cancel(false);
        }
    }

    @Test
    void givesUpABodyThatDoesNotComeAtAll() throws IOException {
        try (Socket socket = post("/api/v1/measurements", 10_000)) {
            assertThat(answer(socket)).startsWith("HTTP/1.1 408");
        }
    }

    @Test
    void waitsForAServiceThatReadsSlowly() throws IOException {
        try (Socket socket = post("/api/v1/measurements/held", 20_000_000)) {
            CompletableFuture<Void> sent = CompletableFuture.runAsync(() -> writeAll(socket));
            clock.schedule(() -> held.get().resume(), 800, TimeUnit.MILLISECONDS);

            assertThat(answer(socket)).startsWith("HTTP/1.1 200");
            sent.join();
        }
    }

    private static Socket post(String path, int length) throws IOException {
        Socket socket = new Socket("127.0.0.1", RestAssured.port);
        socket.setSoTimeout((int) PATIENCE.toMillis());
        String head = "POST " + path + " HTTP/1.1\r\nHost: gateway\r\nAuthorization: " + TestClient.authorization()
                + "\r\nContent-Length: " + length + "\r\n\r\n";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
        return socket;
    }

    /// The first line of it.
    private static String answer(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8)).readLine();
    }

    private static void write(OutputStream out) {
        try {
            out.write('x');
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void writeAll(Socket socket) {
        try {
            socket.getOutputStream().write(new byte[20_000_000]);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
