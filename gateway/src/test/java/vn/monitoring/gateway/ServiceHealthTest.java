package vn.monitoring.gateway;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static vn.monitoring.gateway.TestClient.given;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// A service that is down is left alone until it says that it is ready.
@QuarkusTest
@QuarkusTestResource(Ports.class)
class ServiceHealthTest {

    @Inject
    GatewaySettings settings;

    private URI url(String service) {
        return settings.upstreams().get(service).url();
    }

    private void bringDown() {
        for (int i = 0; i < settings.failuresUntilDown(); i++) {
            given().get("/api/v1/tasks").then().statusCode(503);
        }
    }

    @Test
    void asksNothingOfAServiceThatIsDownUntilItIsReady() {
        AtomicBoolean ready = new AtomicBoolean();
        AtomicInteger probes = new AtomicInteger();
        AtomicInteger requests = new AtomicInteger();
        bringDown();
        try (FakeService starting = new FakeService(url("task"), request -> {
                    if (request.path().equals("/q/health/ready")) {
                        probes.incrementAndGet();
                        request.response()
                                .setStatusCode(ready.get() ? 200 : 503)
                                .end();
                    } else {
                        requests.incrementAndGet();
                        request.response().end("fine");
                    }
                });
                FakeService other = new FakeService(url("indicator"), ServiceHealthTest::sayFine)) {
            await().until(() -> starting.url() != null && probes.get() > 0);
            given().get("/api/v1/tasks")
                    .then()
                    .statusCode(503)
                    .header("Retry-After", "5")
                    .body("code", equalTo("UNAVAILABLE"));
            given().get(other.url() == null ? "" : "/api/v1/units").then().statusCode(200);
            await().during(Duration.ofMillis(300)).until(() -> requests.get() == 0);

            ready.set(true);

            await().untilAsserted(() -> given().get("/api/v1/tasks").then().statusCode(200));
        }
    }

    @Test
    void countsOnlyFailuresInARow() {
        for (int i = 1; i < settings.failuresUntilDown(); i++) {
            given().get("/api/v1/tasks").then().statusCode(503);
        }
        try (FakeService back = new FakeService(url("task"), ServiceHealthTest::sayFine)) {
            given().get("/api/v1/tasks").then().statusCode(200).body(equalTo(back.url() == null ? "" : "fine"));
        }
        given().get("/api/v1/tasks").then().statusCode(503);

        try (FakeService again = new FakeService(url("task"), ServiceHealthTest::sayFine)) {
            given().get("/api/v1/tasks").then().statusCode(200).body(equalTo(again.url() == null ? "" : "fine"));
        }
    }

    @Test
    void takesAServiceForDownThatTakesConnectionsAndSaysNothing() {
        AtomicInteger requests = new AtomicInteger();
        try (FakeService frozen = new FakeService(url("task"), request -> requests.incrementAndGet())) {
            for (int i = 0; i < settings.failuresUntilDown(); i++) {
                given().get("/api/v1/tasks").then().statusCode(504);
            }
            given().get(frozen.url() == null ? "" : "/api/v1/tasks").then().statusCode(503);
        }
        try (FakeService back = new FakeService(url("task"), ServiceHealthTest::sayFine)) {
            await().untilAsserted(() -> given().get(back.url() == null ? "" : "/api/v1/tasks")
                    .then()
                    .statusCode(200));
        }
    }

    private static void sayFine(HttpServerRequest request) {
        request.response().end("fine");
    }
}
