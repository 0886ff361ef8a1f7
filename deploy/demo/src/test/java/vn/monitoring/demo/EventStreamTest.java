package vn.monitoring.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.monitoring.client.Api;

/// The demo's own reading of event streams, against a server that speaks the format in all its forms.
class EventStreamTest {

    private final List<String> lastEventIds = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private Api api;

    @BeforeEach
    void startServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/realms", exchange -> {
            byte[] token = "{\"access_token\":\"t\",\"expires_in\":300}".getBytes(StandardCharsets.UTF_8);
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(200, token.length);
            try (OutputStream body = exchange.getResponseBody()) {
                body.write(token);
            }
        });
        server.start();
        URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        api = new Api(url, url);
    }

    @AfterEach
    void stopServer() {
        api.close();
        server.stop(0);
    }

    @Test
    void readsEventsAndPlacesPastCommentsAndHeartbeats() throws IOException {
        answer("""
                : hello

                id: 7
                event: message
                data: {"id":"a","type":"vn.monitoring.task.completed.v1","unitCode":"10675","subject":"t1",
                data: "title":{"vi":"Xong","en":"Done"}}

                id: 9
                : heartbeat with a place

                """);
        List<String> places = new ArrayList<>();
        List<FeedEvent> events = new ArrayList<>();
        try (EventStream stream = EventStream.open(api, "steering-31", null)) {
            stream.read(places::add, events::add);
        }
        assertThat(events)
                .containsExactly(new FeedEvent("7", "a", "vn.monitoring.task.completed.v1", "10675", "t1", "Xong"));
        assertThat(events.getFirst().shortType()).isEqualTo("task.completed");
        assertThat(places).containsExactly("7", "9");
    }

    @Test
    void comesBackAfterTheLastPlace() {
        answer("id: 7\ndata: {\"id\":\"a\",\"type\":\"x\"}\n\n");
        try (EventListener listener = new EventListener(api, "steering-31", null, event -> {})) {
            listener.start();
            Awaitility.await().until(() -> lastEventIds.size() >= 2);
            assertThat(lastEventIds.subList(0, 2)).containsExactly("none", "7");
        }
    }

    private void answer(String events) {
        server.createContext("/api/v1/events", exchange -> {
            String place = exchange.getRequestHeaders().getFirst("Last-Event-ID");
            lastEventIds.add(place == null ? "none" : place);
            exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream body = exchange.getResponseBody()) {
                body.write(events.getBytes(StandardCharsets.UTF_8));
            }
        });
    }
}
