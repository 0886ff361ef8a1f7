package vn.monitoring.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Who gets past the gateway, and what it asks of the issuer.
@QuarkusTest
@QuarkusTestResource(Ports.class)
class TokenCheckTest {

    private static final FakeIssuer ISSUER = FakeIssuer.shared();

    @Inject
    GatewaySettings settings;

    private final List<FakeService> services = new ArrayList<>();
    private final AtomicInteger arrived = new AtomicInteger();

    @BeforeEach
    void startServices() {
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
        ISSUER.open();
    }

    private static Response call(String authorization) {
        return given().header("Authorization", authorization).get("/api/v1/units");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer ", "bearer ", "BEARER "})
    void letsAGoodTokenThrough(String scheme) {
        call(scheme + ISSUER.token()).then().statusCode(200).body(equalTo("fine"));
    }

    @Test
    void letsATokenForOneOfTheServicesThrough() {
        String token = ISSUER.sign(ISSUER.claims("a", "reporter").audience("task-service"));
        call("Bearer " + token).then().statusCode(200);
    }

    @Test
    void asksForATokenWhereThePathIsNotPublic() {
        String body = given().header("Accept-Language", "en")
                .header("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")
                .get("/api/v1/units?type=AGENCY")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", "Bearer")
                .header("X-Content-Type-Options", "nosniff")
                .header("Cache-Control", "no-store")
                .extract()
                .asString();

        assertThat(new JsonObject(body)).isEqualTo(new JsonObject("""
                {"type": "urn:problem:unauthenticated",
                 "title": "Not authenticated",
                 "status": 401,
                 "detail": "Send an access token that the sign-in system issued and that has not expired, in the Authorization header.",
                 "instance": "/api/v1/units",
                 "code": "UNAUTHENTICATED",
                 "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"}
                """));
        given().get("/api/v1/units").then().body("title", equalTo("Chưa đăng nhập"));
        assertThat(arrived).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/public/datasets",
                "/api/v1/public/feedback/K7Q2",
                "/api/v1/calendars/x7Qz.ics",
            })
    void asksForNoTokenWhereThePathIsPublic(String path) {
        given().get(path).then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/api/v1/calendar-links", "/api/v1/publications", "/api/v1/events", "/api/v1/exports/tasks"})
    void takesNothingElseForPublic(String path) {
        given().get(path).then().statusCode(401);
    }

    static Stream<Arguments> refusedTokens() {
        return Stream.of(
                Arguments.of(
                        "expired", ISSUER.sign(fresh().expiresAt(Instant.now().minusSeconds(5)))),
                Arguments.of("not yet valid", ISSUER.sign(fresh().claim("nbf", inAnHour()))),
                Arguments.of("another issuer", ISSUER.sign(fresh().issuer("http://localhost/realms/other"))),
                Arguments.of("another audience", ISSUER.sign(fresh().audience(Set.of("account", "dashboard")))),
                Arguments.of("without an audience", ISSUER.sign(fresh().audience(Set.of()))),
                Arguments.of(
                        "another key of the same name",
                        ISSUER.sign(fresh(), FakeIssuer.newKeys().getPrivate())),
                Arguments.of("signed with the public key", signedWithPublicKey()),
                Arguments.of("not signed", unsigned()),
                Arguments.of("signature of another", mixed()));
    }

    private static io.smallrye.jwt.build.JwtClaimsBuilder fresh() {
        return ISSUER.claims("reporter-10675", "reporter");
    }

    private static long inAnHour() {
        return Instant.now().plusSeconds(3600).getEpochSecond();
    }

    private static String signedWithPublicKey() {
        SecretKeySpec secret = new SecretKeySpec(ISSUER.publicKey().getEncoded(), "HmacSHA256");
        return fresh().jws()
                .algorithm(SignatureAlgorithm.HS256)
                .keyId(ISSUER.keyId())
                .sign(secret);
    }

    private static String unsigned() {
        String header = "{\"alg\":\"none\",\"kid\":\"" + ISSUER.keyId() + "\"}";
        String[] parts = ISSUER.token().split("\\.", -1);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(header.getBytes(StandardCharsets.UTF_8)) + "."
                + parts[1] + ".";
    }

    private static String mixed() {
        String[] one = ISSUER.token("leader-31", "leader").split("\\.", -1);
        String[] other = ISSUER.token().split("\\.", -1);
        return one[0] + "." + one[1] + "." + other[2];
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refusedTokens")
    void refusesATokenThatWasNotMadeForThisPlatform(String kind, String token) {
        call("Bearer " + token)
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", startsWith("Bearer error=\"invalid_token\""))
                .body("code", equalTo("UNAUTHENTICATED"));
        assertThat(arrived).as(kind).hasValue(0);
    }

    static Stream<String> whatIsNoToken() {
        return Stream.of(
                "Bearer",
                "Bearer ",
                "Bearer abc",
                "Bearer a.b",
                "Bearer ..",
                "Bearer a.b.c",
                "Bearer a.b.c.d.e",
                "Bearer a.b.c extra",
                "Bearer eyJ%2e.b.c",
                "Bearer " + "a".repeat(9_000) + ".b.c",
                "Basic cmVwb3J0ZXI6ZGVtbw==",
                "Negotiate YII",
                FakeIssuer.shared().token());
    }

    @ParameterizedTest
    @MethodSource("whatIsNoToken")
    void refusesWhatIsNoTokenWithoutAskingTheIssuer(String authorization) {
        int before = ISSUER.keyRequests() + ISSUER.otherRequests();

        call(authorization).then().statusCode(401);

        assertThat(arrived).hasValue(0);
        assertThat(ISSUER.keyRequests() + ISSUER.otherRequests()).isEqualTo(before);
    }

    @Test
    void refusesTwoTokensAtOnce() {
        given().header("Authorization", "Bearer " + ISSUER.token(), "Bearer " + ISSUER.token("leader-31", "leader"))
                .get("/api/v1/units")
                .then()
                .statusCode(401);
    }

    @Test
    void fetchesTheKeysOnceAndAsksNothingElse() {
        call("Bearer " + ISSUER.token()).then().statusCode(200);
        int before = ISSUER.keyRequests();
        int others = ISSUER.otherRequests();

        for (int i = 0; i < 5; i++) {
            call("Bearer " + ISSUER.token("user-" + i, "reporter")).then().statusCode(200);
        }

        assertThat(ISSUER.keyRequests()).isEqualTo(before);
        assertThat(ISSUER.otherRequests()).isEqualTo(others);
    }

    @Test
    void goesOnWithKnownKeysWhileTheIssuerIsAway() {
        call("Bearer " + ISSUER.token()).then().statusCode(200);

        ISSUER.close();

        call("Bearer " + ISSUER.token("unit-head-1", "unit-head")).then().statusCode(200);
        call("Bearer " + ISSUER.sign(fresh().audience("account"))).then().statusCode(401);
    }

    @Test
    void asksToWaitWhenTheKeyOfATokenCannotBeHad() {
        ISSUER.close();
        ISSUER.rotate();
        String token = ISSUER.token();

        call("Bearer " + token)
                .then()
                .statusCode(503)
                .header("Retry-After", "5")
                .body("code", equalTo("SIGN_IN_UNAVAILABLE"));
        assertThat(arrived).hasValue(0);

        ISSUER.open();
        org.awaitility.Awaitility.await()
                .untilAsserted(() -> call("Bearer " + token).then().statusCode(200));
    }

    @Test
    void doesNotLetAnExpiredTokenThroughThatItRemembers() {
        String token = ISSUER.sign(fresh().expiresAt(Instant.now().plusSeconds(2)));
        call("Bearer " + token).then().statusCode(200);

        org.awaitility.Awaitility.await()
                .untilAsserted(() -> call("Bearer " + token).then().statusCode(401));
    }
}
