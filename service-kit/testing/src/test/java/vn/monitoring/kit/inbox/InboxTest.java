package vn.monitoring.kit.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.monitoring.kit.testing.Events;
import vn.monitoring.kit.testing.PlatformTestResource;
import vn.monitoring.kit.testing.TestDatabase;

@QuarkusTest
@QuarkusTestResource(PlatformTestResource.class)
class InboxTest {

    @Inject
    Inbox inbox;

    @Inject
    DataSource dataSource;

    @BeforeEach
    void empty() {
        TestDatabase.shared().truncateAll();
    }

    @Test
    void appliesADuplicateOnce() {
        AtomicInteger applied = new AtomicInteger();
        ConsumerRecord<String, byte[]> record = record(0, "event-1", "{\"n\":1}");

        inbox.receive("counter", record, fact -> applied.incrementAndGet());
        inbox.receive("counter", record, fact -> applied.incrementAndGet());
        inbox.receive("another", record, fact -> applied.incrementAndGet());

        assertThat(applied).hasValue(2);
    }

    @Test
    void notesNothingWhenTheEffectFailsAndTriesAgain() {
        AtomicInteger attempts = new AtomicInteger();
        inbox.receive("counter", record(0, "event-1", "{\"n\":1}"), fact -> {
            if (attempts.incrementAndGet() < 3) {
                throw new IllegalStateException("not yet");
            }
        });

        assertThat(attempts).hasValue(3);
        assertThat(TestDatabase.shared().ask("select count(*) from inbox_parked"))
                .isEqualTo("0");
    }

    @Test
    void parksWhatCannotTakeEffectWithItsReason() {
        inbox.receive("counter", record(7, "event-1", "{\"n\":1}"), fact -> {
            throw new IllegalStateException("always");
        });
        inbox.receive("counter", record(8, "event-2", "no json"), fact -> {});

        assertThat(
                        TestDatabase.shared()
                                .ask(
                                        "select string_agg(record_offset || ' ' || value, ', ' order by record_offset) from inbox_parked"))
                .isEqualTo("7 {\"n\":1}, 8 no json");
        assertThat(TestDatabase.shared().ask("select reason from inbox_parked where record_offset = 7"))
                .isEqualTo("always");
    }

    @Test
    void appliesASetOnceInItsOrderAndInOneTransaction() {
        List<List<String>> applied = new ArrayList<>();
        Consumer<List<ReceivedFact>> effect =
                facts -> applied.add(facts.stream().map(ReceivedFact::id).toList());

        inbox.receiveAll("set", List.of(record(0, "b", "{}"), record(1, "a", "{}"), record(2, "b", "{}")), effect);
        inbox.receiveAll("set", List.of(record(2, "b", "{}"), record(3, "c", "{}"), record(4, "a", "{}")), effect);
        inbox.receiveAll("set", List.of(record(3, "c", "{}")), effect);
        inbox.receiveAll("set", List.of(), effect);

        assertThat(applied).containsExactly(List.of("b", "a"), List.of("c"));
    }

    @Test
    void setsTheBadOnesAsideAndAppliesTheOthersInTheirOrder() {
        List<ConsumerRecord<String, byte[]>> records = IntStream.range(0, 20)
                .mapToObj(
                        number -> record(number, "event-" + number, number == 5 ? "no json" : "{\"n\":" + number + "}"))
                .toList();
        // what a set wrote is taken back with it: only the notes of committed sets stand
        inbox.receiveAll("numbers", records, facts -> {
            facts.forEach(fact -> insert(fact.data().get("n").asInt()));
            if (facts.stream()
                    .anyMatch(
                            fact -> Set.of(3, 12).contains(fact.data().get("n").asInt()))) {
                throw new IllegalArgumentException("a bad one");
            }
        });

        assertThat(TestDatabase.shared().ask("select string_agg(key, ' ' order by id) from outbox_event"))
                .isEqualTo("0 1 2 4 6 7 8 9 10 11 13 14 15 16 17 18 19");
        assertThat(
                        TestDatabase.shared()
                                .ask(
                                        "select string_agg(record_offset || ' ' || reason, ', ' order by record_offset) from inbox_parked"))
                .startsWith("3 a bad one, 5 record topic-0@5: ")
                .endsWith(", 12 a bad one");
        assertThat(TestDatabase.shared().ask("select count(*) from inbox_event where consumer = 'numbers'"))
                .isEqualTo("17");
    }

    @Test
    void keepsTheNewestStateOfAUnitWhateverTheOrderAndRepetition() {
        String code = "U" + UUID.randomUUID().toString().replace("-", "");
        send(code, "a", unit(code, "Tên cũ", 1));
        send(code, "b", unit(code, "Tên mới", 3));
        send(code, "b", unit(code, "Tên mới", 3));
        send(code, "c", unit(code, "Tên giữa", 2));
        send(
                code,
                "d",
                "{\"code\":\"" + code + "-last\",\"path\":\"" + code
                        + "\",\"type\":\"PROVINCE\",\"name\":\"x\",\"version\":1}");

        Awaitility.await()
                .untilAsserted(() -> assertThat(
                                TestDatabase.shared().ask("select count(*) from unit where code = '" + code + "-last'"))
                        .isEqualTo("1"));
        assertThat(TestDatabase.shared().ask("select name || version from unit where code = '" + code + "'"))
                .isEqualTo("Tên mới3");
    }

    /// As an effect writes: in the transaction that is open.
    private void insert(int number) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement("""
                        insert into outbox_event (shard, event_id, topic, key, type, occurred_at, data)
                        values (99, gen_random_uuid(), 't', ?, 't', now(), '{}')""")) {
            insert.setString(1, Integer.toString(number));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void send(String key, String id, String data) {
        Events.send("monitoring.unit", key, "vn.monitoring.unit.changed.v1", key + id, "2026-11-22T05:00:00Z", data);
    }

    private static String unit(String code, String name, int version) {
        return """
                {"code":"%s","parentCode":null,"path":"%s","type":"PROVINCE","name":"%s","aliases":["a"],"version":%d}""".formatted(code, code, name, version);
    }

    private static ConsumerRecord<String, byte[]> record(long offset, String id, String data) {
        ConsumerRecord<String, byte[]> record =
                new ConsumerRecord<>("topic", 0, offset, "key", data.getBytes(StandardCharsets.UTF_8));
        Map.of("ce_id", id, "ce_type", "t", "ce_subject", "key", "ce_time", "2026-11-22T05:00:00Z")
                .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return record;
    }
}
