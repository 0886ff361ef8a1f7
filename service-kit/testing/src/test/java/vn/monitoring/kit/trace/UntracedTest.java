package vn.monitoring.kit.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import vn.monitoring.kit.outbox.RelayByHand;
import vn.monitoring.kit.testing.Events;
import vn.monitoring.kit.testing.PlatformTestResource;
import vn.monitoring.kit.testing.TestDatabase;

/// Where no collector is named, which is the default.
@QuarkusTest
@QuarkusTestResource(PlatformTestResource.class)
class UntracedTest {

    private static final String SENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    @Inject
    DataSource dataSource;

    @Inject
    KeptSpans spans;

    @Test
    void theContextOfTheGatewayTravelsWithoutASpan() {
        TestDatabase.shared().truncateAll();
        String topic = "untraced-test-" + UUID.randomUUID();
        RestAssured.given()
                .header("traceparent", SENT)
                .post("/tellings?topic=" + topic)
                .then()
                .statusCode(204);
        RelayByHand.drain(dataSource);

        assertThat(Events.read(topic).getFirst().headers()).containsEntry("traceparent", SENT);
        assertThat(spans.ofTrace(SENT.substring(3, 35))).isEmpty();
    }
}
