package vn.monitoring.kit.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.monitoring.kit.testing.Events;
import vn.monitoring.kit.testing.Events.Event;
import vn.monitoring.kit.testing.PlatformTestResource;
import vn.monitoring.kit.testing.TestBroker;
import vn.monitoring.kit.testing.TestDatabase;

@QuarkusTest
@QuarkusTestResource(PlatformTestResource.class)
class OutboxTest {

    private static final Instant NOON = Instant.parse("2026-11-22T05:00:00Z");

    @Inject
    Outbox outbox;

    @Inject
    DataSource dataSource;

    private final List<ShardRelay> relays = new ArrayList<>();
    private final String topic = "outbox-test-" + UUID.randomUUID();
    private EventSender sender;

    @BeforeEach
    void start() {
        TestDatabase.shared().truncateAll();
        sender = new KafkaEventSender(TestBroker.shared().bootstrapServers(), "/kit-test");
    }

    @AfterEach
    void stop() {
        relays.forEach(ShardRelay::stop);
        sender.close();
    }

    @Test
    void sendsACommittedFactAsACloudEvent() {
        append("a", 1);
        relay(sender);

        awaitEmptyOutbox();
        assertThat(Events.read(topic)).singleElement().satisfies(event -> {
            assertThat(event.key()).isEqualTo("a");
            assertThat(event.data().get("n").asInt()).isEqualTo(1);
            assertThat(event.headers())
                    .containsEntry("ce_specversion", "1.0")
                    .containsEntry("ce_type", "vn.monitoring.test.happened.v1")
                    .containsEntry("ce_source", "/kit-test")
                    .containsEntry("ce_subject", "a")
                    .containsEntry("ce_time", "2026-11-22T05:00:00Z")
                    .containsEntry("content-type", "application/json")
                    .containsKey("ce_id");
        });
    }

    @Test
    void leavesNoEventOfARolledBackTransaction() {
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    outbox.append(fact("a", 1));
                    throw new IllegalStateException("the business refuses");
                }))
                .isInstanceOf(IllegalStateException.class);
        append("a", 2);
        relay(sender);

        awaitEmptyOutbox();
        assertThat(numbers(Events.read(topic))).containsExactly(2);
    }

    @Test
    void manyFactsKeepTheirOrderAndTheirText() {
        String awkward = "tab\t newline\n return\r back\\slash \"quote\" {brace} \\N Đặc khu";
        QuarkusTransaction.requiringNew()
                .run(() -> outbox.append(IntStream.range(0, 250)
                        .mapToObj(n -> new Fact(
                                topic, "vn.monitoring.test.happened.v1", "many", NOON, Map.of("n", n, "text", awkward)))
                        .toList()));
        relay(sender);

        awaitEmptyOutbox();
        List<Event> events = Events.read(topic);
        assertThat(numbers(events))
                .containsExactlyElementsOf(IntStream.range(0, 250).boxed().toList());
        assertThat(events)
                .allSatisfy(
                        event -> assertThat(event.data().get("text").asText()).isEqualTo(awkward));
    }

    @Test
    void needsATransaction() {
        assertThatThrownBy(() -> outbox.append(fact("a", 1))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void killedBetweenAcknowledgementAndDeleteItLosesAndReordersNothing() {
        for (int n = 1; n <= 20; n++) {
            append("a", n);
        }
        // The first relay's connection dies right after Kafka acknowledged, as with kill -9.
        EventSender dyingAfterAcknowledgement = new EventSender() {
            @Override
            public void send(List<StoredEvent> events) {
                sender.send(events);
                TestDatabase.shared().execute("""
                                select pg_terminate_backend(pid) from pg_locks
                                where locktype = 'advisory' and pid <> pg_backend_pid()""");
            }

            @Override
            public void close() {
                // The test closes the sender that both share.
            }
        };
        ShardRelay killed = new ShardRelay(Outbox.shardOf("a"), dataSource, dyingAfterAcknowledgement);
        assertThatThrownBy(killed::drain).isInstanceOf(SQLException.class);
        assertThat(TestDatabase.shared().ask("select count(*) from outbox_event"))
                .isEqualTo("20");

        relay(sender);
        awaitEmptyOutbox();

        List<Event> events = Events.read(topic, "a");
        assertThat(events).hasSize(40);
        Map<String, Integer> firstSeen = new HashMap<>();
        List<Integer> withoutDuplicates = new ArrayList<>();
        for (Event event : events) {
            if (firstSeen.putIfAbsent(event.id(), event.data().get("n").asInt()) == null) {
                withoutDuplicates.add(event.data().get("n").asInt());
            }
        }
        assertThat(withoutDuplicates)
                .isEqualTo(java.util.stream.IntStream.rangeClosed(1, 20).boxed().toList());
    }

    @Test
    void keepsFactsWhileKafkaIsAway() throws SQLException {
        append("a", 1);
        EventSender refusing = new EventSender() {
            @Override
            public void send(List<StoredEvent> events) {
                throw new SendFailedException(new IllegalStateException("no broker"));
            }

            @Override
            public void close() {
                // Nothing is open.
            }
        };
        ShardRelay relay = new ShardRelay(Outbox.shardOf("a"), dataSource, refusing);

        assertThatThrownBy(relay::drain).isInstanceOf(EventSender.SendFailedException.class);
        assertThat(TestDatabase.shared().ask("select count(*) from outbox_event"))
                .isEqualTo("1");
        assertThat(new ShardRelay(Outbox.shardOf("a"), dataSource, sender).drain())
                .isEqualTo(1);
    }

    @Test
    void twoRelaysDoNotReorder() throws Exception {
        relay(sender);
        relay(sender);
        AtomicInteger[] counters = new AtomicInteger[40];
        for (int key = 0; key < counters.length; key++) {
            counters[key] = new AtomicInteger();
        }
        int writers = 8;
        int each = 250;
        try (ExecutorService pool = Executors.newFixedThreadPool(writers)) {
            List<Future<?>> done = new ArrayList<>();
            for (int writer = 0; writer < writers; writer++) {
                int seed = writer;
                done.add(pool.submit(() -> {
                    for (int i = 0; i < each; i++) {
                        int key = (i * 7 + seed * 5) % counters.length;
                        // As an aggregate's row lock would: one writer of a key at a time, until its commit.
                        synchronized (counters[key]) {
                            append("key-" + key, counters[key].incrementAndGet());
                        }
                    }
                }));
            }
            for (Future<?> writer : done) {
                writer.get();
            }
        }
        awaitEmptyOutbox();

        // A batch may be sent again when a broker answers late; a consumer knows it by its ids.
        Set<String> known = new HashSet<>();
        Map<String, List<Integer>> byKey = new HashMap<>();
        for (Event event : Events.read(topic)) {
            if (known.add(event.id())) {
                byKey.computeIfAbsent(event.key(), k -> new ArrayList<>())
                        .add(event.data().get("n").asInt());
            }
        }
        assertThat(byKey.values().stream().mapToInt(List::size).sum()).isEqualTo(writers * each);
        assertThat(byKey.values())
                .allSatisfy(numbers -> assertThat(numbers)
                        .isEqualTo(java.util.stream.IntStream.rangeClosed(1, numbers.size())
                                .boxed()
                                .toList()));
    }

    /// The numbers are those of the backup's `RelayBarrier` in deploy/local, which relies on them.
    @Test
    void sendsNothingWhileABackupHoldsTheShards() throws SQLException {
        try (Connection backup = dataSource.getConnection()) {
            backup.setAutoCommit(false);
            try (Statement statement = backup.createStatement()) {
                for (int shard = 0; shard < 4; shard++) {
                    statement.execute("select pg_advisory_xact_lock(%d, %d)".formatted(0x6f757462, shard));
                }
            }
            relay(sender);
            for (int n = 0; n < 20; n++) {
                append("key-" + n, n);
            }
            Awaitility.await()
                    .during(Duration.ofSeconds(1))
                    .untilAsserted(() -> assertThat(TestDatabase.shared().ask("select count(*) from outbox_event"))
                            .isEqualTo("20"));
            backup.rollback();
        }
        awaitEmptyOutbox();
    }

    private void append(String key, int n) {
        QuarkusTransaction.requiringNew().run(() -> outbox.append(fact(key, n)));
    }

    private Fact fact(String key, int n) {
        return new Fact(topic, "vn.monitoring.test.happened.v1", key, NOON, Map.of("n", n));
    }

    /// Starts what one replica of the application runs.
    private void relay(EventSender to) {
        for (int shard = 0; shard < Outbox.SHARDS; shard++) {
            ShardRelay relay = new ShardRelay(shard, dataSource, to);
            relays.add(relay);
            relay.start();
        }
    }

    private static List<Integer> numbers(List<Event> events) {
        return events.stream().map(event -> event.data().get("n").asInt()).toList();
    }

    private static void awaitEmptyOutbox() {
        Awaitility.await()
                .untilAsserted(() -> assertThat(TestDatabase.shared().ask("select count(*) from outbox_event"))
                        .isEqualTo("0"));
    }
}
