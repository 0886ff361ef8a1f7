package vn.monitoring.task.access;

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
        super("task", new TaskStage());
    }

    @BeforeEach
    void standAtTheEndOfJune() {
        clock.setToday(LocalDate.of(2026, 6, 30));
    }

    @AfterEach
    void goOn() {
        clock.reset();
    }
}
