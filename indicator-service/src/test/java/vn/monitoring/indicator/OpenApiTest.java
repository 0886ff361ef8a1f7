package vn.monitoring.indicator;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import vn.monitoring.kit.testing.OpenApiContract;
import vn.monitoring.kit.testing.PlatformTestResource;

@QuarkusTest
@QuarkusTestResource(PlatformTestResource.class)
class OpenApiTest {

    @Test
    void servesTheCommittedContract() {
        OpenApiContract.check("indicator-service");
    }
}
