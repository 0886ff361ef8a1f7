package vn.monitoring.kit.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
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
