package vn.monitoring.report.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.monitoring.kit.leave.LetGo;
import vn.monitoring.kit.testing.Events;
import vn.monitoring.kit.testing.PlatformTestResource;
import vn.monitoring.kit.testing.Tokens;
import vn.monitoring.report.Given;

/// Several replicas and slow clients: each [Replica] is a reader, a window and streams of its own, as another
/// process would have them, on the same topic.
@QuarkusTest
@QuarkusTestResource(PlatformTestResource.class)
class FeedReplicasTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TOPIC = "monitoring.feed";
    private static final FeedFilter ALL = new FeedFilter(Set.of("grade"), List.of("31"), null);

    @Inject
    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    @Inject
    UnitPaths unitPaths;

    @Inject
    FeedStreams streams;

    @BeforeEach
    void start() {
        Given.units();
    }

    @Test
    void movesASubscriberBetweenReplicasWithoutLossOrRepeat() {
        Random chance = new Random(57);
        List<String> told = new ArrayList<>();
        List<String> heard = new ArrayList<>();
        List<Replica> replicas = new ArrayList<>(List.of(new Replica(10_000), new Replica(60)));
        @Nullable String lastEventId = null;
        // so that the first stream has a place to start from
        append(UUID.randomUUID().toString(), UUID.randomUUID().toString(), 10);
        await().until(() -> replicas.getFirst().end() > 0
                && replicas.getFirst().end() == replicas.getLast().end());
        for (int move = 0; move < 12; move++) {
            Replica replica = replicas.get(move % 2);
            try (Subscriber subscriber = replica.subscribe(lastEventId)) {
                await().until(() -> subscriber.lastEventId() != null);
                told.addAll(tell(5 + chance.nextInt(60), chance));
                int wanted = told.size() - heard.size() - chance.nextInt(5);
                await().atMost(Duration.ofSeconds(30))
                        .until(() -> subscriber.facts().size() >= wanted);
                if (move == 6) {
                    // killed without a word, while the client waits for more; it comes back with a small window
                    replica.kill();
                    told.addAll(tell(30, chance));
                    replicas.set(0, new Replica(40));
                }
                subscriber.cut();
                heard.addAll(subscriber.facts());
                lastEventId = subscriber.lastEventId();
                assertThat(subscriber.resets()).isZero();
            }
        }
        try (Subscriber last = replicas.getFirst().subscribe(lastEventId)) {
            int missing = told.size() - heard.size();
            await().atMost(Duration.ofSeconds(30)).until(() -> last.facts().size() >= missing);
            heard.addAll(last.facts());
            assertThat(last.resets()).isZero();
        }
        replicas.forEach(Replica::close);

        assertThat(heard).isEqualTo(told);
    }

    @Test
    void endsItsStreamsWhenItLetsGoAndThoseThatComeAllTheSame() {
        try (Replica leaving = new Replica(100)) {
            await().until(() -> leaving.streams.window() != null);
            try (Subscriber subscriber = leaving.subscribe(null)) {
                await().until(() -> leaving.streams.openStreams() == 1);

                leaving.streams.letGo(new LetGo());

                await().until(subscriber::isOver);
                try (Subscriber late = leaving.subscribe("0")) {
                    await().until(late::isOver);
                }
            }
            assertThat(leaving.streams.openStreams()).isZero();
        }
    }

    @Test
    void neitherResetsNorLosesWhenTheNewReplicaIsBehind() {
        try (Replica ahead = new Replica(100)) {
            append(UUID.randomUUID().toString(), UUID.randomUUID().toString(), 10);
            await().until(() -> ahead.end() > 0);
            long place = ahead.end();
            FeedStreams behind = streamsOf(new FeedHistory(new FeedTopic(bootstrapServers)));
            FeedWindow window = new FeedWindow(10, 1L << 20, place - 1);
            behind.begin(window);
            try (Subscriber subscriber = new Subscriber(behind, Long.toString(place - 1))) {
                window.skipTo(place);
                window.append(entryAt(place));
                behind.wake();
                await().until(() -> subscriber.facts().size() == 1);
                assertThat(subscriber.resets()).isZero();
            }
        }
    }

    @Test
    void cutsOffAClientThatReadsNothingAndServesTheOthers() throws IOException {
        String token = Tokens.as("leader-10675").roles("leader").units("10675").token();
        try (Listener other = new Listener(RestAssured.port, "?types=grade", token, null);
                Socket stuck = new Socket()) {
            stuck.setReceiveBufferSize(4_096);
            stuck.connect(new InetSocketAddress("localhost", RestAssured.port));
            stuck.getOutputStream()
                    .write(
                            "GET /api/v1/events?types=grade HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\n\r\n"
                                    .formatted(token)
                                    .getBytes(StandardCharsets.US_ASCII));
            InputStream answer = stuck.getInputStream();
            assertThat(new String(answer.readNBytes(12), StandardCharsets.US_ASCII))
                    .isEqualTo("HTTP/1.1 200");
            await().until(() -> other.comments().contains("connected") && streams.openStreams() >= 2);
            int open = streams.openStreams();

            IntStream.range(0, 300)
                    .forEach(number -> append(
                            UUID.randomUUID().toString(), UUID.randomUUID().toString(), 60_000));

            await().atMost(Duration.ofSeconds(60)).until(() -> other.heard().size() >= 300);
            await().atMost(Duration.ofSeconds(30)).until(() -> streams.openStreams() == open - 1);
            assertThat(other.heard()).hasSize(300);
            assertThat(other.heard()).noneMatch(event -> event.name().equals("reset"));
        }
    }

    /// Facts as the writer's relay would send them, some of them twice.
    private static List<String> tell(int count, Random chance) {
        List<String> facts = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            String message = UUID.randomUUID().toString();
            String fact = UUID.randomUUID().toString();
            append(message, fact, 10);
            if (chance.nextInt(7) == 0) {
                append(message, fact, 10);
            }
            facts.add(fact);
        }
        return facts;
    }

    private static void append(String messageId, String factId, int size) {
        var entry = JSON.createObjectNode()
                .put("id", factId)
                .put("type", "vn.monitoring.grade.changed.v1")
                .put("unitCode", "10675")
                .put("subject", "s")
                .put("occurredAt", "2026-09-10T02:00:00Z");
        entry.putObject("title").put("vi", "v").put("en", "e");
        entry.putObject("data").put("note", "x".repeat(size));
        Events.send(TOPIC, "feed", "vn.monitoring.feed.appended.v1", messageId, "2026-09-10T02:00:00Z", entry);
    }

    private static PlacedEntry entryAt(long offset) {
        return new PlacedEntry(
                offset, "e", "vn.monitoring.grade.changed.v1", "10675", SseFrames.entry(offset, "{\"id\":\"f\"}"));
    }

    private FeedStreams streamsOf(FeedHistory history) {
        return new FeedStreams(history, unitPaths, 10, Duration.ofSeconds(1), Duration.ofSeconds(5));
    }

    /// What one process has of the feed.
    private final class Replica implements AutoCloseable {

        private final FeedStreams streams;
        private final FeedReader reader;

        Replica(int capacity) {
            FeedTopic topic = new FeedTopic(bootstrapServers);
            streams = streamsOf(new FeedHistory(topic));
            reader = new FeedReader(topic, streams, capacity, 1L << 20);
            reader.start(new StartupEvent());
        }

        long end() {
            FeedWindow window = streams.window();
            return window == null ? 0 : window.end();
        }

        Subscriber subscribe(@Nullable String lastEventId) {
            return new Subscriber(streams, lastEventId);
        }

        void kill() {
            reader.stop(new ShutdownEvent());
        }

        @Override
        public void close() {
            kill();
        }
    }

    /// A client of one stream, cut from it as a broken connection would.
    private static final class Subscriber implements AutoCloseable, FeedSubscription.Connection {

        private final StringBuilder received = new StringBuilder();
        private final Thread thread;
        private volatile boolean closed;

        Subscriber(FeedStreams streams, @Nullable String lastEventId) {
            FeedSubscription subscription = new FeedSubscription(
                    streams,
                    ALL,
                    FeedStreams.placeAfter(lastEventId),
                    Instant.now().plusSeconds(120),
                    Duration.ofMillis(200),
                    this,
                    new OutputStream() {
                        @Override
                        public void write(int one) throws IOException {
                            write(new byte[] {(byte) one}, 0, 1);
                        }

                        @Override
                        public void write(byte[] bytes, int from, int length) throws IOException {
                            receive(new String(bytes, from, length, StandardCharsets.UTF_8));
                        }
                    });
            thread = Thread.ofVirtual().start(() -> {
                try {
                    streams.serve(subscription);
                } catch (IOException e) {
                    closed = true;
                }
            });
        }

        private synchronized void receive(String frame) throws IOException {
            if (closed) {
                throw new IOException("gone");
            }
            received.append(frame);
        }

        synchronized List<String> facts() {
            return received.toString()
                    .lines()
                    .filter(line -> line.startsWith("data:") && line.contains("\"id\""))
                    .map(line -> read(line.substring(5)).path("id").asText())
                    .toList();
        }

        synchronized long resets() {
            return received.toString().lines().filter("event:reset"::equals).count();
        }

        synchronized @Nullable String lastEventId() {
            return received.toString()
                    .lines()
                    .filter(line -> line.startsWith("id:"))
                    .reduce((_, later) -> later)
                    .map(line -> line.substring(3))
                    .orElse(null);
        }

        boolean isOver() {
            return !thread.isAlive();
        }

        synchronized void cut() {
            closed = true;
        }

        @Override
        public boolean isClosed() {
            return closed;
        }

        @Override
        public void abort() {
            cut();
        }

        @Override
        public void close() {
            cut();
            try {
                thread.join(5_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private static JsonNode read(String json) {
            try {
                return JSON.readTree(json);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
