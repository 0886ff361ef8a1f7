package vn.monitoring.report;

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
        Given.units();
        String regime = Given.regime();
        String obligation = Given.obligation(regime, "2026-Q3", "10675");

        HostileInputs.against("report-service")
                .known("unit", "10675")
                .known("unitCode", "10675")
                .known("receiverUnitCode", "31")
                .known("code", "10675")
                .known("period", "2026-Q3")
                .known("regimeId", regime)
                .known("obligationId", obligation)
                .known("/api/v1/report-regimes/{id}", regime)
                .known("/api/v1/report-obligations/{id}", obligation)
                .check();
    }
}
