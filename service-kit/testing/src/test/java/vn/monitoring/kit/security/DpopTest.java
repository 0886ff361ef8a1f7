package vn.monitoring.kit.security;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.monitoring.kit.testing.PlatformTestResource;
import vn.monitoring.kit.testing.ProofKey;
import vn.monitoring.kit.testing.Tokens;

@QuarkusTest
@QuarkusTestResource(PlatformTestResource.class)
class DpopTest {

    private static final String URL = "http://localhost:8080/who";

    private final ProofKey key = new ProofKey();
    private final String token = Tokens.as("head-10675")
            .roles("unit-head")
            .units("10675")
            .boundTo(key)
            .token();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:8080/who",
                "HTTP://LocalHost:8080/who",
                "http://127.0.0.1:8080/who",
                "http://localhost:8080/who?page=2#top"
            })
    void takesABoundTokenWithAProofForAnAddressThePublicUses(String address) {
        send("DPoP " + token, key.proof("GET", address, token)).statusCode(200).body("username", equalTo("head-10675"));
    }

    @Test
    void takesBothSchemesOnTheSameAddress() {
        send("DPoP " + token, key.proof("GET", URL, token)).statusCode(200);
        String bearer = Tokens.as("leader-31").roles("leader").units("31").token();
        RestAssured.given()
                .header("Authorization", "Bearer " + bearer)
                .get("/who")
                .then()
                .statusCode(200)
                .body("username", equalTo("leader-31"));
    }

    @Test
    void wantsAProofAlsoForATokenThatIsRemembered() {
        send("DPoP " + token, key.proof("GET", URL, token)).statusCode(200);

        RestAssured.given()
                .header("Authorization", "DPoP " + token)
                .get("/who")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", containsString("invalid_dpop_proof"));
        RestAssured.given()
                .header("Authorization", "Bearer " + token)
                .get("/who")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", startsWith("DPoP error=\"invalid_token\""));
        RestAssured.given()
                .header("Authorization", "Bearer " + token)
                .header("DPoP", key.proof("GET", URL, token))
                .get("/who")
                .then()
                .statusCode(401);
    }

    @Test
    void takesAProofOnce() {
        String proof = key.proof("GET", URL, token);
        send("DPoP " + token, proof).statusCode(200);

        refused(send("DPoP " + token, proof), "used before");
        send("DPoP " + token, key.proof("GET", URL, token, (_, claims) -> claims.put("jti", "again")))
                .statusCode(200);
        refused(
                send("DPoP " + token, key.proof("GET", URL, token, (_, claims) -> claims.put("jti", "again"))),
                "used before");
        ProofKey other = new ProofKey();
        String others = Tokens.as("leader-31")
                .roles("leader")
                .units("31")
                .boundTo(other)
                .token();
        send("DPoP " + others, other.proof("GET", URL, others, (_, claims) -> claims.put("jti", "again")))
                .statusCode(200);
    }

    @Test
    void refusesATokenThatIsNotBound() {
        String bearer = Tokens.as("leader-31").roles("leader").units("31").token();

        send("DPoP " + bearer, key.proof("GET", URL, bearer))
                .statusCode(401)
                .header("WWW-Authenticate", startsWith("Bearer error=\"invalid_token\""));
    }

    @Test
    void refusesAProofOfAnotherKeyMethodOrToken() {
        ProofKey other = new ProofKey();
        String others = Tokens.as("leader-31")
                .roles("leader")
                .units("31")
                .boundTo(other)
                .token();

        refused(send("DPoP " + token, other.proof("GET", URL, token)), "another key");
        refused(send("DPoP " + token, key.proof("POST", URL, token)), "htm");
        refused(send("DPoP " + token, key.proof("GET", URL, others)), "ath");
        refused(send("DPoP " + token, key.proof("GET", URL, token) + "A"), "");
        RestAssured.given()
                .header("Authorization", "DPoP " + token)
                .header("DPoP", key.proof("POST", URL, token))
                .post("/who")
                .then()
                .statusCode(200);
    }

    @Test
    void refusesTwoProofs() {
        RestAssured.given()
                .header("Authorization", "DPoP " + token)
                .header("DPoP", key.proof("GET", URL, token))
                .header("DPoP", key.proof("GET", URL, token))
                .get("/who")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", containsString("send one header DPoP"));
    }

    static Stream<Arguments> changes() {
        Map<String, Object> privateKey = new ProofKey().privateParameters();
        return Stream.of(
                change("typ JWT", "dpop+jwt", (header, _) -> header.put("typ", "JWT")),
                change("no typ", "dpop+jwt", (header, _) -> header.remove("typ")),
                change("a key by reference only", "public key", (header, _) -> header.remove("jwk")),
                change("a key that is a text", "public key", (header, _) -> header.put("jwk", "key")),
                change("a private key", "cannot be read", (header, _) -> header.put("jwk", privateKey)),
                change("a secret", "public key", (header, _) -> header.put("jwk", Map.of("kty", "oct", "k", "YQ"))),
                change("a key of no kind", "cannot be read", (header, _) -> header.put("jwk", Map.of())),
                change("another method", "htm", (_, claims) -> claims.put("htm", "get")),
                change("no method", "htm", (_, claims) -> claims.remove("htm")),
                change("a method that is a list", "cannot be read", (_, claims) -> claims.put("htm", List.of("GET"))),
                change("another path", "htu", (_, claims) -> claims.put("htu", "http://localhost:8080/who/")),
                change("another host", "htu", (_, claims) -> claims.put("htu", "http://evil.example/who")),
                change("another port", "htu", (_, claims) -> claims.put("htu", "http://localhost/who")),
                change("another scheme", "htu", (_, claims) -> claims.put("htu", "https://localhost:8080/who")),
                change("a path only", "htu", (_, claims) -> claims.put("htu", "/who")),
                change("no address", "htu", (_, claims) -> claims.put("htu", "::")),
                change(
                        "a user in the address",
                        "htu",
                        (_, claims) -> claims.put("htu", "http://localhost:8080@evil.example/who")),
                change("too old", "just now", (_, claims) -> claims.put("iat", seconds(-61))),
                change("from the future", "just now", (_, claims) -> claims.put("iat", seconds(30))),
                change("no time", "iat", (_, claims) -> claims.remove("iat")),
                change("no hash of the token", "ath", (_, claims) -> claims.remove("ath")),
                change("no id", "jti", (_, claims) -> claims.remove("jti")),
                change("a long id", "jti", (_, claims) -> claims.put("jti", "x".repeat(257))),
                change("a long proof", "too long", (_, claims) -> claims.put("more", "x".repeat(4096))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changes")
    void refusesAProofThatIsNotOne(
            String name, String words, BiConsumer<Map<String, Object>, Map<String, Object>> change) {
        refused(send("DPoP " + token, key.proof("GET", URL, token, change)), words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "..", "a.b.c", "e30.e30.", "eyJhbGciOiJub25lIiwidHlwIjoiZHBvcCtqd3QifQ.e30."})
    void refusesAProofThatCannotBeRead(String proof) {
        refused(send("DPoP " + token, proof), "");
    }

    private static Arguments change(
            String name, String words, BiConsumer<Map<String, Object>, Map<String, Object>> change) {
        return Arguments.of(name, words, change);
    }

    private static long seconds(long fromNow) {
        return Instant.now().getEpochSecond() + fromNow;
    }

    private static ValidatableResponse send(String authorization, String proof) {
        return RestAssured.given()
                .header("Authorization", authorization)
                .header("DPoP", proof)
                .get("/who")
                .then();
    }

    private static void refused(ValidatableResponse answer, String words) {
        answer.statusCode(401)
                .body("code", equalTo("UNAUTHENTICATED"))
                .header("WWW-Authenticate", startsWith("DPoP error=\"invalid_dpop_proof\""))
                .header("WWW-Authenticate", containsString("algs=\""))
                .header("WWW-Authenticate", containsString(words));
    }
}
