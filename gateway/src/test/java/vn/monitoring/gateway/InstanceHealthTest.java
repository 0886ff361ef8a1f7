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

/// An instance that is down is left alone until it says that it is ready.
@QuarkusTest
@QuarkusTestResource(Ports.class)
class InstanceHealthTest {

    @Inject
    GatewaySettings settings;

    private URI url(String service) {
        return settings.upstreams().get(service).urls().getFirst();
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
        try (FakeService starting = new FakeService(
                        url("task"),
                        probe -> {
                            probes.incrementAndGet();
                            probe.response()
                                    .setStatusCode(ready.get() ? 200 : 503)
                                    .end();
                        },
                        request -> {
                            requests.incrementAndGet();
                            request.response().end("fine");
                        });
                FakeService other = new FakeService(url("indicator"), InstanceHealthTest::sayFine)) {
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
        AtomicBoolean silent = new AtomicBoolean();
        try (FakeService moody = new FakeService(url("task"), request -> {
            if (!silent.get()) {
                request.response().end("fine");
            }
        })) {
            for (int round = 0; round < 2; round++) {
                silent.set(moody.url() != null);
                for (int i = 1; i < settings.failuresUntilDown(); i++) {
                    given().get("/api/v1/tasks").then().statusCode(504);
                }
                silent.set(false);
                given().get("/api/v1/tasks").then().statusCode(200);
            }
        }
    }

    @Test
    void takesAServiceForDownThatTakesConnectionsAndSaysNothing() {
        AtomicInteger requests = new AtomicInteger();
        try (FakeService frozen = new FakeService(
                url("task"),
                probe -> probe.response().setStatusCode(503).end(),
                request -> requests.incrementAndGet())) {
            await().until(() -> given().get("/api/v1/tasks").statusCode() == 504);
            for (int i = 1; i < settings.failuresUntilDown(); i++) {
                given().get("/api/v1/tasks").then().statusCode(504);
            }
            given().get(frozen.url() == null ? "" : "/api/v1/tasks").then().statusCode(503);
        }
        try (FakeService back = new FakeService(url("task"), InstanceHealthTest::sayFine)) {
            await().untilAsserted(() -> given().get(back.url() == null ? "" : "/api/v1/tasks")
                    .then()
                    .statusCode(200));
        }
    }

    @Test
    void findsOutByItselfThatAServiceHangs() {
        AtomicInteger requests = new AtomicInteger();
        AtomicInteger probes = new AtomicInteger();
        try (FakeService hanging = new FakeService(
                url("task"), probe -> probes.incrementAndGet(), request -> requests.incrementAndGet())) {
            await().atMost(Duration.ofSeconds(20)).until(() -> probes.get() > 2);
            given().get(hanging.url() == null ? "" : "/api/v1/tasks").then().statusCode(503);
            await().during(Duration.ofMillis(200)).until(() -> requests.get() == 0);
        }
        try (FakeService back = new FakeService(url("task"), InstanceHealthTest::sayFine)) {
            await().untilAsserted(() -> given().get(back.url() == null ? "" : "/api/v1/tasks")
                    .then()
                    .statusCode(200));
        }
    }

    private static void sayFine(HttpServerRequest request) {
        request.response().end("fine");
    }
}
