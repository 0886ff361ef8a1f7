package vn.monitoring.kit.metric;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.monitoring.kit.inbox.Inbox;
import vn.monitoring.kit.outbox.Fact;
import vn.monitoring.kit.outbox.Outbox;
import vn.monitoring.kit.testing.Events;
import vn.monitoring.kit.testing.PlatformTestResource;
import vn.monitoring.kit.testing.Scrape;
import vn.monitoring.kit.testing.TestDatabase;

@QuarkusTest
@QuarkusTestResource(PlatformTestResource.class)
class FiguresTest {

    @Inject
    DatabaseFigures figures;

    @Inject
    ConsumerLag lag;

    @Inject
    Outbox outbox;

    @Inject
    Inbox inbox;

    @BeforeEach
    void empty() {
        TestDatabase.shared().truncateAll();
    }

    @Test
    void tellsWhatWaitsInTheOutboxAndForHowLong() {
        assertThat(refreshed().value("monitoring_outbox_events")).isZero();
        assertThat(Scrape.now().value("monitoring_outbox_oldest_age_seconds")).isZero();

        QuarkusTransaction.requiringNew().run(() -> outbox.append(List.of(fact("a"), fact("b"))));
        TestDatabase.shared().execute("update outbox_event set appended_at = now() - interval '5 minutes'");

        Scrape scrape = refreshed();
        assertThat(scrape.value("monitoring_outbox_events")).isEqualTo(2);
        assertThat(scrape.value("monitoring_outbox_oldest_age_seconds")).isBetween(300.0, 360.0);
    }

    @Test
    void tellsWhatWasParkedAndByWhom() {
        assertThat(refreshed().value("monitoring_inbox_parked_records")).isZero();

        inbox.receive("figures-test", new ConsumerRecord<>("t", 0, 1, "k", new byte[] {1}), fact -> {});

        Scrape scrape = refreshed();
        assertThat(scrape.value("monitoring_inbox_parked_records")).isEqualTo(1);
        assertThat(scrape.value("monitoring_inbox_records_total{consumer=\"figures-test\",outcome=\"parked\"}"))
                .isEqualTo(1);
    }

    @Test
    void tellsHowFarAConsumerIsBehind() throws Exception {
        // No fact, since it has no time: the consumer parks it and is through with it.
        Events.send("monitoring.unit", "figures", "vn.monitoring.unit.changed.v1", "not-a-fact", "no time", Map.of());
        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            lag.refresh();
            assertThat(refreshed().value("monitoring_consumer_lag_records{channel=\"units\"}"))
                    .isZero();
            assertThat(TestDatabase.shared().ask("select count(*) from inbox_parked"))
                    .isEqualTo("1");
        });
    }

    @Test
    void tellsWhenTheFiguresWereRead() {
        double before = Instant.now().getEpochSecond();
        assertThat(refreshed().value("monitoring_figures_refreshed_timestamp_seconds{source=\"database\"}"))
                .isGreaterThanOrEqualTo(before);
    }

    @Test
    void tellsOfEveryJob() {
        assertThat(Scrape.now().names())
                .contains(
                        "monitoring_job_last_success_timestamp_seconds",
                        "monitoring_job_interval_seconds",
                        "monitoring_job_failures_total");
    }

    @Test
    void tellsOfThePoolAndTheMachine() {
        assertThat(Scrape.now().names())
                .contains(
                        "agroal_awaiting_count",
                        "agroal_active_count",
                        "jvm_memory_used_bytes",
                        "process_uptime_seconds");
    }

    private Scrape refreshed() {
        figures.refresh();
        return Scrape.now();
    }

    private static Fact fact(String key) {
        return new Fact("t", "vn.monitoring.test.happened.v1", key, Instant.EPOCH, Map.of());
    }
}
