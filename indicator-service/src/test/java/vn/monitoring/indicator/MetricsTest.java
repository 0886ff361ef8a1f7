package vn.monitoring.indicator;

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
        super("grading_due");
    }

    @Test
    void countsIndicatorsThatWaitToBeGraded() {
        assertThat(refreshed().value("monitoring_grades_stale")).isZero();
        TestDatabase.shared()
                .executeUnwatched(
                        "insert into grading_due select gen_random_uuid(), current_date from generate_series(1, 7)");
        Scrape scrape = refreshed();
        assertThat(scrape.value("monitoring_grades_stale")).isEqualTo(7);
    }
}
