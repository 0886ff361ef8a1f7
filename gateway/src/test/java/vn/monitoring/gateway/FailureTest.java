package vn.monitoring.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static vn.monitoring.gateway.TestClient.given;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What a client sees while a service is away, slow or dies.
@QuarkusTest
@QuarkusTestResource(Ports.class)
class FailureTest {

    @Inject
    GatewaySettings settings;

    private URI task;

    @BeforeEach
    void findService() {
        task = settings.upstreams().get("task").urls().getFirst();
    }

    @Test
    void saysThatAServiceIsAwayAndFindsItAgain() {
        try (FakeService first = new FakeService(task, FailureTest::sayFine)) {
            assertThat(first.url()).isEqualTo(task);
            given().get("/api/v1/tasks").then().statusCode(200);
        }

        String away = given().header("Accept-Language", "en")
                .header("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")
                .body("{\"a\":1}")
                .post("/api/v1/tasks")
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", "5")
                .header("X-Content-Type-Options", "nosniff")
                .extract()
                .asString();
        assertThat(new JsonObject(away)).isEqualTo(new JsonObject("""
                                {"type": "urn:problem:unavailable",
                                 "title": "Temporarily unavailable",
                                 "status": 503,
                                 "detail": "The service for this request is restarting or overloaded. Try again in a few seconds.",
                                 "instance": "/api/v1/tasks",
                                 "code": "UNAVAILABLE",
                                 "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"}
                                """));
        given().get("/q/health/ready").then().statusCode(200);

        try (FakeService second = new FakeService(task, FailureTest::sayFine)) {
            assertThat(second.url()).isEqualTo(task);
            given().get("/api/v1/tasks").then().statusCode(200).body(equalTo("fine"));
        }
    }

    @Test
    void givesUpAServiceThatStaysSilent() {
        try (FakeService silent = new FakeService(task, HttpServerRequest::resume)) {
            assertThat(silent.url()).isEqualTo(task);
            given().get("/api/v1/tasks")
                    .then()
                    .statusCode(504)
                    .contentType("application/problem+json")
                    .body("code", equalTo("TIMEOUT"))
                    .body("title", equalTo("Dịch vụ trả lời quá lâu"));
        }
    }

    @Test
    void waitsForAServiceThatIsSlowButMoves() {
        AtomicInteger pieces = new AtomicInteger();
        long half = settings.idleTimeout().toMillis() / 2;
        try (FakeService slow = new FakeService(task, request -> {
            Vertx vertx = Vertx.currentContext().owner();
            request.response().setChunked(true).write("0");
            vertx.setPeriodic(half, timer -> {
                if (pieces.incrementAndGet() < 5) {
                    request.response().write(Integer.toString(pieces.get()));
                } else {
                    vertx.cancelTimer(timer);
                    request.response().end();
                }
            });
        })) {
            assertThat(slow.url()).isEqualTo(task);
            given().get("/api/v1/tasks").then().statusCode(200).body(equalTo("01234"));
        }
    }

    @Test
    void sendsAWriteOnlyOnceWhenTheServiceDiesOverIt() {
        AtomicInteger seen = new AtomicInteger();
        try (FakeService dying = new FakeService(task, request -> {
            seen.incrementAndGet();
            request.connection().close();
        })) {
            assertThat(dying.url()).isEqualTo(task);
            given().body("{}").post("/api/v1/tasks").then().statusCode(503);
            assertThat(seen).hasValue(1);
        }
    }

    private static void sayFine(HttpServerRequest request) {
        request.response().end("fine");
    }
}
