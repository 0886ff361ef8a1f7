package vn.monitoring.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;
import static vn.monitoring.gateway.TestClient.given;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.RedirectConfig;
import io.restassured.config.RestAssuredConfig;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Ports.class)
class GatewayTest {

    @Inject
    GatewaySettings settings;

    private final List<FakeService> services = new ArrayList<>();

    @BeforeEach
    void startServices() {
        settings.upstreams()
                .forEach((name, upstream) ->
                        services.add(new FakeService(upstream.urls().getFirst(), request -> answer(name, request))));
    }

    @AfterEach
    void stopServices() {
        services.forEach(FakeService::close);
    }

    /// Tells what arrived; `?status=` and `?set-…=` choose what comes back.
    private static void answer(String name, HttpServerRequest request) {
        String status = request.getParam("status");
        if (status != null) {
            request.response().setStatusCode(Integer.parseInt(status));
        }
        request.params().forEach((key, value) -> {
            if (key.startsWith("set-")) {
                request.response().putHeader(key.substring(4), value);
            }
        });
        if (request.response().getStatusCode() == 204 || request.response().getStatusCode() == 304) {
            request.response().end();
            return;
        }
        JsonObject headers = new JsonObject();
        request.headers().forEach((key, value) -> headers.put(key.toLowerCase(java.util.Locale.ROOT), value));
        request.response()
                .putHeader("Content-Type", "application/json")
                .putHeader("Server", "secret/1.0")
                .putHeader("X-Powered-By", "secret")
                .end(new JsonObject()
                        .put("service", name)
                        .put("method", request.method().name())
                        .put("uri", request.uri())
                        .put("headers", headers)
                        .encode());
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/units?type=AGENCY&q=%C4%91%C6%A1n%20v%E1%BB%8B, indicator",
        "/api/v1/plans/7b1c/indicators, indicator",
        "/api/v1/indicators/7b1c, indicator",
        "/api/v1/indicators/7b1c/canonical, indicator",
        "/api/v1/measurements?unit=10675, indicator",
        "/api/v1/grades, indicator",
        "/api/v1/scorecards/10675, indicator",
        "/api/v1/exports/grades?format=xlsx, indicator",
        "/api/v1/central-updates/sheet?unit=10675&period=2026-Q3, indicator",
        "/api/v1/audit/indicators?table=measurement, indicator",
        "/api/v1/audit/tasks?unit=10675, task",
        "/api/v1/audit/reports, report",
        "/api/v1/sdmx/v2/data/dataflow/VN57/INDICATOR_FIGURES/1.0.0/Q.*.*?c%5BFREQ%5D=Q, indicator",
        "/api/v1/plans/7b1c/task-imports?dryRun=true, task",
        "/api/v1/plans/7b1c/tasks, task",
        "/api/v1/tasks/7b1c, task",
        "/api/v1/task-statistics?unit=10675, task",
        "/api/v1/warnings/counts?unit=10675, task",
        "/api/v1/update-rates?unit=10675&month=2026-05, task",
        "/api/v1/reminders?unit=10675, task",
        "/api/v1/inspections/7b1c/findings, task",
        "/api/v1/report-regimes, report",
        "/api/v1/report-obligations, report",
        "/api/v1/reports/7b1c, report",
        "/api/v1/events, report"
    })
    void passesARequestOnUnchanged(String uri, String service) {
        given().urlEncodingEnabled(false)
                .get(uri)
                .then()
                .statusCode(200)
                .body("service", equalTo(service))
                .body("uri", equalTo(uri));
    }

    @Test
    void answersAnUnknownPathItself() {
        String vietnamese = given().header("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")
                .get("/api/v1/secrets")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .header("Content-Language", "vi")
                .extract()
                .asString();
        assertThat(new JsonObject(vietnamese)).isEqualTo(new JsonObject("""
                                {"type": "urn:problem:not-found",
                                 "title": "Không tìm thấy",
                                 "status": 404,
                                 "detail": "Không có tài nguyên ở đường dẫn này. Hãy kiểm tra lại đường dẫn trong tài liệu API.",
                                 "instance": "/api/v1/secrets",
                                 "code": "NOT_FOUND",
                                 "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"}
                                """));
        given().header("Accept-Language", "en-GB,en;q=0.9,vi;q=0.5")
                .body("{}")
                .post("/")
                .then()
                .statusCode(404)
                .header("Content-Language", "en")
                .body("title", equalTo("Not found"));
    }

    @ParameterizedTest
    @CsvSource({"en, en", "'vi,en;q=0.8', vi", "'en;q=0.2,vi;q=0.9', vi", "fr, vi", "'???', vi", "'', vi"})
    void speaksTheLanguageAskedFor(String accepted, String spoken) {
        given().header("Accept-Language", accepted).get("/nothing").then().header("Content-Language", spoken);
    }

    @Test
    void keepsTheServicesOwnEndpointsOutOfReach() {
        given().get("/q/health/ready").then().statusCode(200).body("status", equalTo("UP"));
        given().get("/q/openapi").then().statusCode(404).body("code", equalTo("NOT_FOUND"));
        given().header("X-Forwarded-For", "203.0.113.7")
                .get("/q/metrics")
                .then()
                .statusCode(404)
                .body("code", equalTo("NOT_FOUND"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/../../q/health",
                "/api/v1/units/../../../q/health",
                "/api/v1/units/%2e%2e/%2e%2e/q/health",
                "/api/v1/units%2f..%2fq",
                "/api/v1//units",
                "/api/v1/units;a=b/x",
                "/api/v1/units%00",
                "http://127.0.0.1:9/api/v1/units"
            })
    void refusesPathTricks(String target) throws IOException {
        String answer = RawHttp.send(RestAssured.port, "GET " + target + " HTTP/1.1\nHost: gateway");
        assertThat(answer)
                .startsWith("HTTP/1.1 400")
                .contains("application/problem+json")
                .contains("INVALID_REQUEST");
    }

    /// What is not a path at all ends in the HTTP layer, without a word.
    @ParameterizedTest
    @ValueSource(strings = {"*", "api/v1/units", "/api/v1/units\\..\\q", "/api/v1/units/%zz"})
    void refusesWhatIsNotAPath(String target) throws IOException {
        assertThat(RawHttp.send(RestAssured.port, "GET " + target + " HTTP/1.1\nHost: gateway"))
                .startsWith("HTTP/1.1 40")
                .contains("content-length: 0");
    }

    @Test
    void refusesMethodsThatNoServiceHas() throws IOException {
        assertThat(RawHttp.send(RestAssured.port, "TRACE /api/v1/units HTTP/1.1\nHost: gateway"))
                .startsWith("HTTP/1.1 405")
                .contains("allow: GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS")
                .contains("METHOD_NOT_ALLOWED");
    }

    @Test
    void refusesHeadersBeyondAllMeasure() throws IOException {
        String head = "GET /api/v1/units HTTP/1.1\nHost: gateway\nX-Long: " + "x".repeat(40_000);
        assertThat(RawHttp.send(RestAssured.port, head)).startsWith("HTTP/1.1 431");
    }

    @Test
    void refusesABodyDeclaredTooLarge() throws IOException {
        String head = "POST /api/v1/units:batch HTTP/1.1\nHost: gateway\nContent-Length: 99999999999";
        assertThat(RawHttp.send(RestAssured.port, head))
                .startsWith("HTTP/1.1 413")
                .contains("TOO_LARGE");
    }

    @Test
    void believesNothingAClientSaysOfItself() throws IOException {
        String answer = RawHttp.send(RestAssured.port, """
                GET /api/v1/units HTTP/1.1
                Host: monitoring.example:8080
                Authorization: %s
                Accept: application/json
                Forwarded: for=1.2.3.4
                X-Forwarded-For: 1.2.3.4
                X-Forwarded-Host: evil
                X-Forwarded-Proto: https
                X-Forwarded-Prefix: /evil
                X_Forwarded_For: 1.2.3.4
                X-Real-IP: 1.2.3.4
                X-User: admin
                X-User-Units: 31
                X-Remote-User: admin
                Remote-User: admin
                X-Original-URL: /q/health
                X-Rewrite-URL: /q/health
                X-HTTP-Method-Override: DELETE
                Proxy-Authorization: Basic x
                Keep-Alive: timeout=5
                TE: trailers
                Upgrade: websocket
                X-Hop: secret
                Connection: X-Hop, keep-alive
                traceparent: nonsense
                tracestate: a=b""".formatted(TestClient.authorization()));
        JsonObject body = new JsonObject(answer.substring(answer.indexOf('{'), answer.lastIndexOf('}') + 1));
        JsonObject headers = body.getJsonObject("headers");
        assertThat(headers.getMap().keySet())
                .containsExactlyInAnyOrder(
                        "host",
                        "authorization",
                        "accept",
                        "x-forwarded-for",
                        "x-forwarded-host",
                        "x-forwarded-proto",
                        "x-request-id",
                        "traceparent");
        assertThat(headers.getString("x-forwarded-for")).isEqualTo("127.0.0.1");
        assertThat(headers.getString("x-forwarded-host")).isEqualTo("monitoring.example:8080");
        assertThat(headers.getString("x-forwarded-proto")).isEqualTo("http");
        assertThat(headers.getString("host")).startsWith("127.0.0.1:");
    }

    @Test
    void namesEveryRequest() {
        given().header("X-Request-Id", "mobile-000001")
                .header("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")
                .header("tracestate", "a=b")
                .get("/api/v1/units")
                .then()
                .header("X-Request-Id", "mobile-000001")
                .body("headers.x-request-id", equalTo("mobile-000001"))
                .body("headers.traceparent", equalTo("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"))
                .body("headers.tracestate", equalTo("a=b"));
        given().header("X-Request-Id", "<script>")
                .get("/api/v1/units")
                .then()
                .header("X-Request-Id", matchesPattern("[0-9a-f-]{36}"));
    }

    @Test
    void completesWhatTheServiceLeftOut() {
        given().get("/api/v1/units")
                .then()
                .header("X-Content-Type-Options", "nosniff")
                .header("Cache-Control", "no-store")
                .header("Referrer-Policy", "no-referrer")
                .header("X-Frame-Options", "DENY")
                .header("Server", nullValue())
                .header("X-Powered-By", nullValue());
        given().get("/api/v1/units?set-Cache-Control=private,max-age=60&set-ETag=W-3")
                .then()
                .header("Cache-Control", "private,max-age=60")
                .header("ETag", "W-3");
    }

    @Test
    void passesAnswersWithoutABody() {
        given().get("/api/v1/units?status=204").then().statusCode(204).header("Transfer-Encoding", nullValue());
        given().get("/api/v1/units?status=304").then().statusCode(304).header("Transfer-Encoding", nullValue());
        given().head("/api/v1/units").then().statusCode(200).contentType("application/json");
        given().get("/api/v1/units").then().statusCode(200);
    }

    @Test
    void passesErrorsAndRedirectsAsTheyAre() {
        given().get("/api/v1/units?status=422").then().statusCode(422).body("service", equalTo("indicator"));
        given().config(RestAssuredConfig.config()
                        .redirect(RedirectConfig.redirectConfig().followRedirects(false)))
                .get("/api/v1/units?status=303&set-Location=/api/v1/units/31")
                .then()
                .statusCode(303)
                .header("Location", "/api/v1/units/31");
    }
}
