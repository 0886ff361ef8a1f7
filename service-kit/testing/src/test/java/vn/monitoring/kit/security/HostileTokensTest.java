package vn.monitoring.kit.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.monitoring.kit.testing.HostileTokens;
import vn.monitoring.kit.testing.PlatformTestResource;
import vn.monitoring.kit.testing.TokenIssuer;
import vn.monitoring.kit.testing.Tokens;

@QuarkusTest
@QuarkusTestResource(PlatformTestResource.class)
class HostileTokensTest {

    @Inject
    VerifiedTokens verified;

    @ParameterizedTest
    @MethodSource("vn.monitoring.kit.testing.HostileTokens#all")
    void areRefusedWithTheirFault(HostileTokens.Attempt attempt) {
        attempt.on(RestAssured.given())
                .get("/who")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .body("code", equalTo("UNAUTHENTICATED"))
                .header("WWW-Authenticate", attempt.challenge());
    }

    @Test
    void doNotMakeTheIssuerBeAsked() {
        bearer(good().token()).then().statusCode(200);
        int before = TokenIssuer.shared().keyRequests();

        HostileTokens.all()
                .filter(attempt -> !attempt.namesUnknownKey())
                .forEach(attempt ->
                        attempt.on(RestAssured.given()).get("/who").then().statusCode(401));

        assertThat(TokenIssuer.shared().keyRequests()).isEqualTo(before);
    }

    @Test
    void makeTheIssuerBeAskedForNewKeysOnlyNowAndThen() {
        List<HostileTokens.Attempt> unknown = HostileTokens.all()
                .filter(HostileTokens.Attempt::namesUnknownKey)
                .toList();
        int before = TokenIssuer.shared().keyRequests();
        Instant begin = Instant.now();

        for (int i = 0; i < 300; i++) {
            unknown.get(i % unknown.size())
                    .on(RestAssured.given())
                    .get("/who")
                    .then()
                    .statusCode(401);
        }

        long intervals = 1 + Duration.between(begin, Instant.now()).toSeconds() / 5;
        assertThat(TokenIssuer.shared().keyRequests() - before).isBetween(0, (int) intervals);
        bearer(good().token()).then().statusCode(200);
    }

    @Test
    void areAskedForWithoutAnError() {
        RestAssured.given().get("/who").then().statusCode(401).header("WWW-Authenticate", "Bearer");
        RestAssured.given()
                .header("Authorization", "Basic YTpi")
                .get("/who")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", "Bearer");
    }

    @Test
    void haveGoodOnesBeside() {
        bearer(good().token()).then().statusCode(200).body("username", equalTo("admin-31"));
        RestAssured.given()
                .header("authorization", "bEARER " + good().token())
                .get("/who")
                .then()
                .statusCode(200);
        bearer(good().audience("account", "indicator-service").token()).then().statusCode(200);
        bearer(good().lives(Duration.ofMinutes(10))
                        .expiresAt(Instant.now().plusSeconds(500))
                        .token())
                .then()
                .statusCode(200);
    }

    @Test
    void areForgottenWhenTheyExpire() {
        String token = good().expiresAt(Instant.now().plusSeconds(2)).token();
        bearer(token).then().statusCode(200);
        assertThat(verified.find(token)).isPresent();

        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> bearer(token).then().statusCode(401));

        assertThat(verified.find(token)).isEmpty();
    }

    @Test
    void areNotRememberedForTheRequestTheyCameWith() {
        String token = good().token();
        bearer(token).then().statusCode(200);

        assertThat(verified.find(token).orElseThrow().getAttributes()).containsOnlyKeys(TokenIdentity.UNITS);
    }

    private static Response bearer(String token) {
        return RestAssured.given().header("Authorization", "Bearer " + token).get("/who");
    }

    private static Tokens good() {
        return Tokens.as("admin-31").roles("province-admin").units("31");
    }
}
