package vn.monitoring.indicator;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import vn.monitoring.kit.testing.AuditedTables;
import vn.monitoring.kit.testing.PlatformTestResource;

@QuarkusTest
@QuarkusTestResource(PlatformTestResource.class)
class AuditTrailTest {

    @Test
    void everyTableIsAuditedOrExempt() {
        AuditedTables.check();
    }
}
