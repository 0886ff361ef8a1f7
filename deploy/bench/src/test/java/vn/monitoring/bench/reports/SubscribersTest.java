package vn.monitoring.bench.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.monitoring.client.ClientFailure;

class SubscribersTest {

    private final List<HttpExchange> streams = new CopyOnWriteArrayList<>();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/events", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            send(exchange, ":connected\nretry:2000\n\n");
            streams.add(exchange);
        });
        server.createContext("/full", exchange -> {
            exchange.sendResponseHeaders(503, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void hearsWhatEachStreamTells() throws IOException {
        try (Subscribers subscribers = new Subscribers(uri(), 3)) {
            subscribers.open("/events", _ -> "token");
            subscribers.measure();
            String at = Instant.now().plusMillis(1).toString();
            for (HttpExchange stream : streams) {
                // in two parts, as a network may cut it
                send(stream, ":heartbeat\nid:1\n\nid:12\nda");
                send(stream, "ta:{\"occurredAt\":\"" + at + "\"}\n\nid:13\ndata:{\"occurredAt\":\"" + at + "\"}\n\n");
            }
            send(streams.getFirst(), "id:13\ndata:{\"occurredAt\":\"" + at + "\"}\n\nevent:reset\ndata:{}\n\n");
            streams.getLast().close();

            Subscribers.Outcome outcome = subscribers.await(2);

            assertThat(outcome.entries()).isEqualTo(2);
            assertThat(outcome.lost()).isZero();
            assertThat(outcome.latencies().count()).isEqualTo(6);
        }
    }

    @Test
    void failsWhenStreamsDoNotOpen() {
        try (Subscribers subscribers = new Subscribers(uri(), 2)) {
            assertThatThrownBy(() -> subscribers.open("/full", _ -> "token"))
                    .isInstanceOf(ClientFailure.class)
                    .hasMessageContaining("503");
        }
    }

    private URI uri() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    private static void send(HttpExchange stream, String text) throws IOException {
        stream.getResponseBody().write(text.getBytes(StandardCharsets.UTF_8));
        stream.getResponseBody().flush();
    }
}
