package vn.monitoring.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.monitoring.bench.measure.HttpLoad.Call;
import vn.monitoring.bench.measure.HttpLoad.Outcome;
import vn.monitoring.bench.measure.HttpLoad.Window;

class HttpLoadTest {

    private static final Window WINDOW = new Window(Duration.ofMillis(200), Duration.ofMillis(800));
    private static final Duration STALL = Duration.ofMillis(400);

    private final AtomicInteger asked = new AtomicInteger();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private HttpServer server;

    @BeforeEach
    void startServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/good", exchange -> {
            exchange.sendResponseHeaders(asked.incrementAndGet() % 10 == 0 ? 503 : 200, -1);
            exchange.close();
        });
        // Answers at once, but for one question in the middle, after which the only connection hangs.
        server.createContext("/stall", exchange -> {
            if (asked.incrementAndGet() == 30) {
                LockSupport.parkNanos(STALL.toNanos());
            }
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stopServer() {
        server.stop(0);
        threads.close();
    }

    @Test
    void countsGoodAndBadAnswersOfTheMeasuredWindow() {
        Outcome outcome;
        try (HttpLoad load = new HttpLoad(gateway(), 4)) {
            outcome = load.closed(WINDOW, _ -> Call.post("/good", "token", "{}"));
        }
        assertThat(outcome.warmUp()).isPositive();
        assertThat(outcome.good()).isGreaterThan(outcome.bad()).isPositive();
        assertThat(outcome.statuses()).containsOnlyKeys(200, 503);
        assertThat(outcome.latencies().count()).isEqualTo(outcome.good() + outcome.bad());
        assertThat(outcome.warmUp() + outcome.good() + outcome.bad()).isEqualTo(asked.get());
        assertThat(outcome.rate()).isPositive();
    }

    @Test
    void chargesAStallToAllThatWereDueMeanwhile() {
        Outcome outcome;
        try (HttpLoad load = new HttpLoad(gateway(), 1)) {
            outcome = load.open(WINDOW, 100, _ -> Call.get("/stall", "token"));
        }
        assertThat(outcome.warmUp() + outcome.good()).isEqualTo(100);
        // 40 questions fall due while one hangs for 400 ms: half of the 80 measured ones wait, the later the shorter.
        assertThat(outcome.latencies().percentile(75)).isGreaterThan(STALL.toMillis() / 4.0);
        assertThat(outcome.latencies().max()).isGreaterThanOrEqualTo(STALL.toMillis() * 0.9);
    }

    private URI gateway() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }
}
