package vn.monitoring.report.access;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import vn.monitoring.kit.testing.PlatformTestResource;
import vn.monitoring.kit.testing.TestClock;
import vn.monitoring.kit.testing.access.AccessRules;

@QuarkusTest
@QuarkusTestResource(PlatformTestResource.class)
class AccessTest extends AccessRules {

    @Inject
    TestClock clock;

    AccessTest() {
        super("report", new ReportStage());
    }

    @BeforeEach
    void standInOctober() {
        clock.setToday(LocalDate.of(2026, 10, 5));
    }

    @AfterEach
    void goOn() {
        clock.reset();
    }
}
