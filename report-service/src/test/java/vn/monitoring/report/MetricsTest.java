package vn.monitoring.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import vn.monitoring.kit.testing.PlatformTestResource;
import vn.monitoring.kit.testing.PublishedMetrics;
import vn.monitoring.kit.testing.Scrape;
import vn.monitoring.kit.testing.TestDatabase;

@QuarkusTest
@QuarkusTestResource(PlatformTestResource.class)
class MetricsTest extends PublishedMetrics {

    MetricsTest() {
        super("report_obligation", "webhook_delivery");
    }

    @Test
    void countsReportsThatAreOwed() {
        TestDatabase.shared().executeUnwatched("""
                insert into report_obligation (id, regime_id, unit_code, receiver_unit_code, period, from_on, cut_off_on, due_on,
                    status, opened_at, version)
                select gen_random_uuid(), gen_random_uuid(), '31', '24', 'p' || n, current_date - 40, current_date - 9,
                    current_date + 5 - 3 * n, 'OPEN', now(), 1 from generate_series(1, 3) n""");

        Scrape scrape = refreshed();
        assertThat(scrape.value("monitoring_obligations_undrafted")).isEqualTo(3);
        assertThat(scrape.value("monitoring_obligations_overdue")).isEqualTo(2);
    }

    @Test
    void tellsHowLongDeliveriesHaveWaited() {
        assertThat(refreshed().value("monitoring_webhook_oldest_age_seconds")).isZero();
        TestDatabase.shared().executeUnwatched("""
                insert into webhook_delivery (webhook_id, message_id, status, attempts, created_at, queued_at, next_attempt_at)
                select gen_random_uuid(), n::text, 'PENDING', n - 1, now(), now() - interval '1 hour', now()
                from generate_series(1, 2) n""");

        Scrape scrape = refreshed();
        assertThat(scrape.value("monitoring_webhook_deliveries_pending")).isEqualTo(2);
        assertThat(scrape.value("monitoring_webhook_deliveries_failing")).isEqualTo(1);
        assertThat(scrape.value("monitoring_webhook_oldest_age_seconds")).isBetween(3_600.0, 3_700.0);
    }
}
