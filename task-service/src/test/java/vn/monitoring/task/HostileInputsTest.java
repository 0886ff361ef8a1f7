package vn.monitoring.task;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import vn.monitoring.kit.testing.PlatformTestResource;
import vn.monitoring.kit.testing.hostile.HostileInputs;

@QuarkusTest
@QuarkusTestResource(PlatformTestResource.class)
class HostileInputsTest {

    @Test
    void hostileInputsAreRefusedOrHarmless() {
        Sample.prepare();
        Sample.importTable();
        String task = Sample.taskId("1");

        HostileInputs.against("task-service")
                .known("unit", "10675")
                .known("unitCode", "10675")
                .known("code", "10675")
                .known("period", "2026-09")
                .known("planId", Sample.PLAN)
                .known("taskId", task)
                .known("number", 1)
                .known("/api/v1/tasks/{id}", task)
                .check();
    }
}
