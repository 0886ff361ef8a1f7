package vn.monitoring.indicator;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.monitoring.kit.testing.PlatformTestResource;
import vn.monitoring.kit.testing.hostile.HostileInputs;

@QuarkusTest
@QuarkusTestResource(PlatformTestResource.class)
class HostileInputsTest {

    @Test
    void hostileInputsAreRefusedOrHarmless() {
        GradedPlan.set();
        UUID indicator = GradedPlan.indicator("Tỷ lệ hồ sơ trực tuyến", "%");
        GradedPlan.target(indicator, "NUMBER", "GE", "70", 2026);

        String measurement =
                Figures.submitted(indicator, "2026-06", "2026-06-30", "\"numerator\": 40, \"denominator\": 60");
        HostileInputs.against("indicator-service")
                .known("unit", "10675")
                .known("unitCode", "10675")
                .known("code", "10675")
                .known("period", "2026-09")
                .known("indicatorId", indicator)
                .known("planId", GradedPlan.PLAN)
                .known("canonicalCode", "NQ57.01")
                .known("/api/v1/measurements/{id}", measurement)
                .known("/api/v1/plans/{id}", GradedPlan.PLAN)
                .known("/api/v1/indicators/{id}", indicator)
                .check();
    }
}
