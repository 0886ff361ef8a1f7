package vn.monitoring.bench.faults.work;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.monitoring.client.Write;

/// A gateway that gives prepared answers, and what the courier makes of them.
class CourierTest {

    private static final int BREAKS = 0;

    private record Prepared(int status, String body) {}

    private record Body(String text) {}

    @TempDir
    Path folder;

    private final Queue<Prepared> answers = new ArrayDeque<>();
    private final List<String> keys = new CopyOnWriteArrayList<>();
    private final Shift shift = new Shift();
    private HttpServer gateway;
    private HttpClient http;
    private Journal journal;
    private Courier courier;

    @BeforeEach
    void open() throws IOException {
        gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        gateway.createContext(
                "/realms/", exchange -> answer(exchange, 200, "{\"access_token\":\"t\",\"expires_in\":300}"));
        gateway.createContext("/api/", this::take);
        gateway.start();
        URI address = URI.create("http://localhost:" + gateway.getAddress().getPort());
        http = HttpClient.newHttpClient();
        journal = Journal.at(folder.resolve("journal.ndjson"));
        courier = new Courier(new Door(address, http, new Passes(address, http)), journal, shift);
    }

    @AfterEach
    void close() {
        http.shutdownNow();
        gateway.stop(0);
        journal.close();
    }

    private void take(HttpExchange exchange) throws IOException {
        keys.add(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
        Prepared next = answers.remove();
        if (next.status() == BREAKS) {
            exchange.close();
        } else {
            answer(exchange, next.status(), next.body());
        }
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders()
                .add("Content-Type", status < 400 ? "application/json" : "application/problem+json");
        exchange.getResponseHeaders().add("ETag", "\"3\"");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private CourierTest answering(int status, String body) {
        answers.add(new Prepared(status, body));
        return this;
    }

    private static String problem(String code) {
        return "{\"code\":\"%s\"}".formatted(code);
    }

    private Courier.Brought bring() {
        return bring(Optional::empty);
    }

    private Courier.Brought bring(Supplier<Optional<Boolean>> done) {
        Write write = Write.post("/api/v1/things", new Body("r1.a.1")).once("r1.a.1");
        return courier.bring(
                new JournalLine.Meant(String.valueOf(write.idempotencyKey()), "a", "makeThing", "r1.a.1", 1, ""),
                "user",
                write,
                done);
    }

    @Test
    void repeatsWithTheSameKeyUntilTheAnswerIsCertain() {
        answering(503, problem("UNAVAILABLE"))
                .answering(BREAKS, "")
                .answering(409, problem("REQUEST_IN_PROGRESS"))
                .answering(201, "{\"id\":\"x\"}");

        assertThat(bring().outcome()).isEqualTo(Outcome.ACKNOWLEDGED);

        assertThat(keys).hasSize(4).allMatch(keys.getFirst()::equals);
        RecordedWrite write = journal.recording().writes().getFirst();
        assertThat(write.outcome()).isEqualTo(Outcome.ACKNOWLEDGED);
        assertThat(write.answers()).extracting(JournalLine.Answered::status).containsExactly(503, 0, 409, 201);
        assertThat(write.subject()).isEqualTo("x");
        assertThat(write.answers().getLast().version()).isEqualTo(3);
    }

    @Test
    void takesAFirstRefusalForCertain() {
        answering(409, problem("MEASUREMENT_DUPLICATE"));

        assertThat(bring().outcome()).isEqualTo(Outcome.REFUSED);
    }

    @Test
    void takesARefusalAfterAnOpenAttemptForUncertain() {
        answering(500, problem("INTERNAL")).answering(409, problem("MEASUREMENT_DUPLICATE"));

        assertThat(bring().outcome()).isEqualTo(Outcome.UNKNOWN);
    }

    @Test
    void staysCertainAfterAttemptsThatWereNotTaken() {
        answering(429, problem("TOO_MANY_REQUESTS")).answering(422, problem("INVALID_VALUE"));

        assertThat(bring().outcome()).isEqualTo(Outcome.REFUSED);
    }

    @Test
    void looksWhetherAnOpenAttemptWasTheOneThatMadeItStale() {
        answering(504, problem("TIMEOUT")).answering(412, problem("STALE"));
        assertThat(bring(() -> Optional.of(true)).outcome()).isEqualTo(Outcome.ACKNOWLEDGED);

        answering(504, problem("TIMEOUT")).answering(412, problem("STALE"));
        assertThat(bring(() -> Optional.of(false)).outcome()).isEqualTo(Outcome.REFUSED);
    }

    @Test
    void leavesItOpenWhenTheShiftIsOver() {
        shift.close(Duration.ZERO);
        answering(BREAKS, "");

        assertThat(bring().outcome()).isEqualTo(Outcome.UNKNOWN);
    }

    @Test
    void notesTheRowsOfABatchThatWereRefused() {
        answering(207, "{\"summary\":{},\"results\":[{\"row\":3,\"status\":404}]}");

        bring();

        assertThat(journal.recording().writes().getFirst().failedRows()).containsExactly(2);
    }
}
