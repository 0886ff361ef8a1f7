package vn.monitoring.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Ports.class)
class LimitsTest {

    @Inject
    GatewaySettings settings;

    @Inject
    TestMeter clock;

    private final List<FakeService> services = new ArrayList<>();
    private final AtomicInteger arrived = new AtomicInteger();

    @BeforeEach
    void startServices() {
        clock.pass(Duration.ofHours(1));
        settings.upstreams()
                .forEach((name, upstream) ->
                        services.add(new FakeService(upstream.urls().getFirst(), request -> {
                            arrived.incrementAndGet();
                            request.response().end("fine");
                        })));
    }

    @AfterEach
    void stopServices() {
        services.forEach(FakeService::close);
        clock.pass(Duration.ofHours(1));
    }

    private static Response call(String token, String path) {
        return given().header("Authorization", "Bearer " + token).get(path);
    }

    private void useUp(long times, Runnable call) {
        for (long i = 0; i < times; i++) {
            call.run();
        }
        assertThat(arrived).hasValueLessThanOrEqualTo((int) times);
    }

    @Test
    void tellsEveryoneWhatIsLeft() {
        call(FakeIssuer.shared().token("leader-31", "leader"), "/api/v1/units")
                .then()
                .statusCode(200)
                .header("RateLimit-Policy", equalTo("\"person\";q=400;w=2"))
                .header("RateLimit", equalTo("\"person\";r=399;t=1"))
                .header("Retry-After", nullValue());
        given().get("/api/v1/public/datasets")
                .then()
                .statusCode(200)
                .header("RateLimit", equalTo("\"address\";r=299;t=1"));
        given().get("/api/v1/units").then().statusCode(401).header("RateLimit", nullValue());
    }

    @Test
    void holdsAPersonBackAloneAndLetsGoAgain() {
        String token = FakeIssuer.shared().token("busy-10675", "reporter");
        useUp(400, () -> call(token, "/api/v1/units").then().statusCode(200));

        String body = given().header("Authorization", "Bearer " + token)
                .header("Accept-Language", "en")
                .header("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")
                .get("/api/v1/tasks")
                .then()
                .statusCode(429)
                .contentType("application/problem+json")
                .header("Retry-After", "1")
                .header("RateLimit", "\"person\";r=0;t=2")
                .extract()
                .asString();
        assertThat(new JsonObject(body)).isEqualTo(new JsonObject("""
                {"type": "urn:problem:too-many-requests",
                 "title": "Too many requests",
                 "status": 429,
                 "detail": "More requests came than are allowed. Wait for the seconds in Retry-After, then go on; send figures in batches.",
                 "instance": "/api/v1/tasks",
                 "code": "TOO_MANY_REQUESTS",
                 "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"}
                """));
        assertThat(arrived).hasValue(400);

        String again = FakeIssuer.shared().token("busy-10675", "reporter");
        call(again, "/api/v1/units").then().statusCode(429);
        call(FakeIssuer.shared().token("calm-10675", "reporter"), "/api/v1/units")
                .then()
                .statusCode(200);

        clock.pass(Duration.ofSeconds(1));
        call(token, "/api/v1/units").then().statusCode(200);
    }

    @Test
    void allowsASystemMore() {
        call(FakeIssuer.shared().token("province-31-system", "integration"), "/api/v1/units")
                .then()
                .statusCode(200)
                .header("RateLimit-Policy", equalTo("\"system\";q=600;w=2"));
    }

    @Test
    void holdsAnAddressBackThatKeepsKnockingButNotTheOnesWhoAreKnown() {
        useUp(300, () -> given().get("/api/v1/units").then().statusCode(401));

        given().get("/api/v1/units").then().statusCode(429).header("Retry-After", "1");
        given().get("/api/v1/public/datasets").then().statusCode(429);
        call(FakeIssuer.shared().token(), "/api/v1/units").then().statusCode(200);
    }
}
