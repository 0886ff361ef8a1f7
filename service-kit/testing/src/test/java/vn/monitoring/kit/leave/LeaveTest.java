package vn.monitoring.kit.leave;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.runtime.shutdown.ShutdownRecorder;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import vn.monitoring.kit.testing.PlatformTestResource;

/// What a service does that was asked to end (SIGTERM), up to the moment at which it closes its port.
@QuarkusTest
@TestProfile(LeaveTest.ShortDelay.class)
@QuarkusTestResource(PlatformTestResource.class)
class LeaveTest {

    /// An application of its own, since it is of no use afterwards.
    public static final class ShortDelay implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.shutdown.delay", "2s", "quarkus.shutdown.timeout", "20s");
        }
    }

    @Test
    void isUnreadyFirstServesOnForAWhileAndFinishesWhatIsUnderWay() {
        CompletableFuture<String> underWay =
                CompletableFuture.supplyAsync(() -> get("/slow").asString());
        await().until(() -> SlowResource.UNDER_WAY.get() == 1);
        assertThat(readiness()).isEqualTo(200);

        CompletableFuture<Void> shutdown = CompletableFuture.runAsync(ShutdownRecorder::runShutdown);

        await().until(() -> readiness() == 503);
        get("/slow/quick").then().statusCode(200).header("Connection", "close");
        assertThat(SlowResource.LET_GO)
                .as("streams go on while clients are still sent here")
                .hasValue(0);
        await().until(() -> SlowResource.LET_GO.get() == 1);
        assertThat(shutdown).as("waits for what is under way").isNotDone();

        SlowResource.MAY_ANSWER.countDown();

        assertThat(underWay.join()).isEqualTo("done");
        await().untilAsserted(() -> assertThat(shutdown).isCompleted());
    }

    private static int readiness() {
        return get("/q/health/ready").statusCode();
    }
}
