package vn.monitoring.task;

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
        super("warning", "warning_sweep");
    }

    @Test
    void countsOpenWarningsByLevelAndTellsWhenTasksWereJudged() {
        TestDatabase.shared().executeUnwatched("""
                insert into warning (id, task_id, plan_id, unit_code, responsible_unit_code, kind, cause, level, months, fields,
                    opened_on, closed_on, version)
                select gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), '31', '31', 'OVERDUE', 'x', 2, 1, '{}',
                    current_date, case when n = 3 then current_date end, 1 from generate_series(1, 3) n""");
        TestDatabase.shared()
                .executeUnwatched(
                        "insert into warning_sweep (day, finished_at) values (current_date, now() - interval '2 days')");

        Scrape scrape = refreshed();
        assertThat(scrape.value("monitoring_warnings_open{level=\"2\"}")).isEqualTo(2);
        assertThat(scrape.value("monitoring_warnings_open{level=\"3\"}")).isZero();
        assertThat(scrape.value("monitoring_warnings_judged_age_seconds")).isBetween(172_800.0, 172_900.0);
    }
}
