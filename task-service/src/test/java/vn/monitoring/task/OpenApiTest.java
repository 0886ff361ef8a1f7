package vn.monitoring.task;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import vn.monitoring.kit.testing.OpenApiContract;
import vn.monitoring.kit.testing.PlatformTestResource;

@QuarkusTest
@QuarkusTestResource(PlatformTestResource.class)
class OpenApiTest {
    @Test
    void servesTheCommittedDocument() {
        OpenApiContract.check("task-service");
    }
}
