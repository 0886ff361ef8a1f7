package vn.monitoring.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A browser's way in, what its cookie is good for, and its way out.
@QuarkusTest
@QuarkusTestResource(Ports.class)
class LoginTest {

    /// Longer than signing in takes on a busy machine: a token that has ended by then makes no session.
    private static final int BRIEF_SECONDS = 3;

    private static final FakeIssuer ISSUER = FakeIssuer.shared();

    @Inject
    GatewaySettings settings;

    private final List<FakeService> services = new ArrayList<>();
    private final AtomicInteger arrived = new AtomicInteger();
    private final Browser browser = new Browser();

    @BeforeEach
    void startServices() {
        settings.upstreams()
                .forEach((name, upstream) ->
                        services.add(new FakeService(upstream.urls().getFirst(), request -> {
                            arrived.incrementAndGet();
                            JsonObject headers = new JsonObject();
                            request.headers().forEach((key, value) -> headers.put(key.toLowerCase(Locale.ROOT), value));
                            request.response().putHeader("Set-Cookie", "mine=1").end(headers.encode());
                        })));
    }

    @AfterEach
    void stopServices() {
        services.forEach(FakeService::close);
        browser.close();
        ISSUER.setLifeSeconds(300);
        ISSUER.open();
    }

    @Test
    void sendsToTheIssuerWithAProofKey() {
        HttpResponse<String> answer = browser.get("/login?return=/bang");

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        URI location = Browser.location(answer);
        assertThat(location.toString()).startsWith(ISSUER.url() + "/protocol/openid-connect/auth?");
        Map<String, String> asked = FakeIssuer.query(location.getRawQuery());
        assertThat(asked)
                .containsEntry("response_type", "code")
                .containsEntry("client_id", "dashboard")
                .containsEntry("scope", "openid")
                .containsEntry("code_challenge_method", "S256")
                .containsEntry("redirect_uri", "http://127.0.0.1:" + RestAssured.port + "/login/callback")
                .containsKeys("state", "nonce", "code_challenge");
    }

    @ParameterizedTest
    @CsvSource({
        "/login?return=/units/10675?tab=a, /units/10675?tab=a",
        "/login?return=%2Fbang%3Fk%3D2026-Q3, /bang?k=2026-Q3",
        "/login, /"
    })
    void leadsBackToWhereTheBrowserWas(String login, String end) {
        assertThat(browser.signIn(login).toString()).isEqualTo(end);
    }

    @Test
    void keepsTheTokensInACookieThatNoScriptReads() {
        URI back = ISSUER.signIn(Browser.location(browser.get("/login")));
        List<String> given = browser.get(back.toString()).headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith("q_session_dashboard"))
                .toList();

        assertThat(given)
                .isNotEmpty()
                .allSatisfy(cookie -> assertThat(cookie)
                        .containsIgnoringCase("HttpOnly")
                        .containsIgnoringCase("SameSite=Lax")
                        .contains("Path=/")
                        .doesNotContain("leader-31"));
    }

    @Test
    void showsTheServicesATokenInsteadOfTheCookie() {
        browser.signIn("/login");

        HttpResponse<String> answer = browser.get("/api/v1/units", "Sec-Fetch-Site", "same-origin");

        assertThat(answer.statusCode()).isEqualTo(200);
        JsonObject headers = new JsonObject(answer.body());
        assertThat(headers.getString("authorization")).startsWith("Bearer ey");
        assertThat(headers.containsKey("cookie")).isFalse();
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(answer.headers().firstValue("RateLimit").orElseThrow()).startsWith("\"person\"");
    }

    @Test
    void takesATokenBeforeACookie() {
        browser.signIn("/login");
        String token = ISSUER.token();

        JsonObject headers = new JsonObject(
                browser.get("/api/v1/units", "Authorization", "Bearer " + token).body());

        assertThat(headers.getString("authorization")).isEqualTo("Bearer " + token);
        assertThat(browser.get("/api/v1/units", "Authorization", "Bearer a.b.c").statusCode())
                .isEqualTo(401);
    }

    @Test
    void tellsAPageWhoIsSignedIn() {
        assertThat(browser.get("/session").statusCode()).isEqualTo(204);

        browser.signIn("/login");

        HttpResponse<String> answer = browser.get("/session");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        JsonObject session = new JsonObject(answer.body());
        assertThat(session.getString("username")).isEqualTo("leader-31");
        assertThat(session.getJsonArray("roles")).isEqualTo(JsonArray.of("leader"));
        assertThat(session.getJsonArray("units")).isEqualTo(JsonArray.of("10675"));
        assertThat(Instant.parse(session.getString("expiresAt"))).isAfter(Instant.now());
        assertThat(session.getJsonArray("operations"))
                .contains("getScorecard", "assignTask")
                .doesNotContain("submitMeasurement", "importUnits");
        assertThat(session.fieldNames()).hasSize(5);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "GET, -, -, 200",
                "GET, same-origin, -, 200",
                "GET, none, -, 200",
                "GET, same-site, -, 403",
                "GET, cross-site, -, 403",
                "GET, -, own, 200",
                "GET, -, http://evil.example, 403",
                "POST, same-origin, own, 200",
                "POST, same-origin, -, 200",
                "POST, -, own, 200",
                "POST, none, -, 403",
                "POST, same-site, own, 403",
                "POST, cross-site, http://evil.example, 403",
                "POST, -, http://evil.example, 403",
                "POST, -, http://127.0.0.1:1, 403",
                "POST, -, null, 403",
                "POST, -, -, 403"
            })
    void letsOnlyOurOwnPagesUseTheCookie(String method, String site, String origin, int status) {
        browser.signIn("/login");
        List<String> headers = new ArrayList<>();
        if (site != null) {
            headers.addAll(List.of("Sec-Fetch-Site", site));
        }
        if (origin != null) {
            headers.addAll(List.of("Origin", origin.equals("own") ? "http://127.0.0.1:" + RestAssured.port : origin));
        }
        String[] sent = headers.toArray(String[]::new);

        HttpResponse<String> answer =
                method.equals("GET") ? browser.get("/api/v1/tasks", sent) : browser.post("/api/v1/tasks", sent);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(arrived).hasValue(status == 200 ? 1 : 0);
        if (status == 403) {
            assertThat(answer.body()).contains("CROSS_SITE_REQUEST");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/",
                "//evil.example",
                "/%5Cevil.example",
                "bang",
                "javascript:alert(1)",
                "/a%0d%0aSet-Cookie:x=1",
                ""
            })
    void leadsNowhereElse(String target) {
        HttpResponse<String> answer = browser.get("/login?return=" + target);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("INVALID_REQUEST");
    }

    @Test
    void renewsTheTokenOnceForAllThatAPageAsks() {
        ISSUER.setLifeSeconds(20);
        browser.signIn("/login");
        ISSUER.setLifeSeconds(300);
        int before = ISSUER.renewals();
        String cookies = browser.cookies().stream()
                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .reduce((one, other) -> one + "; " + other)
                .orElseThrow();

        List<CompletableFuture<io.restassured.response.Response>> answers = Stream.generate(
                        () -> CompletableFuture.supplyAsync(() ->
                                RestAssured.given().header("Cookie", cookies).get("/api/v1/units")))
                .limit(8)
                .toList();

        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.join().statusCode()).isEqualTo(200);
            assertThat(answer.join().headers().getValues("Set-Cookie"))
                    .isNotEmpty()
                    .allSatisfy(cookie -> assertThat(cookie).startsWith("q_session_dashboard"));
        });
        assertThat(ISSUER.renewals()).isEqualTo(before + 1);
    }

    @Test
    void renewsATokenThatHasEnded() {
        ISSUER.setLifeSeconds(BRIEF_SECONDS);
        browser.signIn("/login");
        ISSUER.setLifeSeconds(300);
        int before = ISSUER.renewals();

        await().pollDelay(Duration.ofSeconds(BRIEF_SECONDS).plusMillis(100))
                .untilAsserted(
                        () -> assertThat(browser.get("/session").statusCode()).isEqualTo(200));

        assertThat(ISSUER.renewals()).isEqualTo(before + 1);
        assertThat(browser.get("/api/v1/units").statusCode()).isEqualTo(200);
        assertThat(ISSUER.renewals()).isEqualTo(before + 1);
    }

    @Test
    void asksToSignInAgainWhenTheSessionIsOver() {
        ISSUER.setLifeSeconds(BRIEF_SECONDS);
        browser.signIn("/login");
        ISSUER.forgetSessions();

        await().pollDelay(Duration.ofSeconds(BRIEF_SECONDS).plusMillis(100))
                .untilAsserted(() ->
                        assertThat(browser.get("/api/v1/units").statusCode()).isEqualTo(401));
        assertThat(Browser.location(browser.get("/login")).toString()).startsWith(ISSUER.url());
    }

    @Test
    void refusesACookieThatItDidNotMake() {
        assertThat(RestAssured.given()
                        .header("Cookie", "q_session_dashboard=eyJhbGciOiJkaXIifQ..a.b.c")
                        .get("/api/v1/units")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void signsOutHereAndThere() {
        browser.signIn("/login");

        HttpResponse<String> answer = browser.get("/logout", "Sec-Fetch-Site", "same-origin");

        assertThat(answer.statusCode()).isEqualTo(302);
        URI location = Browser.location(answer);
        assertThat(location.toString()).startsWith(ISSUER.url() + "/protocol/openid-connect/logout?");
        assertThat(FakeIssuer.query(location.getRawQuery()))
                .containsKey("id_token_hint")
                .containsEntry("post_logout_redirect_uri", "http://127.0.0.1:" + RestAssured.port + "/");
        assertThat(browser.cookies()).noneMatch(cookie -> cookie.getName().startsWith("q_session"));
        assertThat(browser.get("/session").statusCode()).isEqualTo(204);
        assertThat(Browser.location(browser.get("/logout")).toString()).isEqualTo("/");
    }

    @Test
    void letsNoOtherPageSignOut() {
        browser.signIn("/login");

        assertThat(browser.get("/logout", "Sec-Fetch-Site", "cross-site").statusCode())
                .isEqualTo(403);
        assertThat(browser.post("/logout").statusCode()).isEqualTo(403);
        assertThat(browser.get("/session").statusCode()).isEqualTo(200);
    }

    @Test
    void takesNoAnswerThatItDidNotAskFor() {
        URI back = ISSUER.signIn(Browser.location(browser.get("/login")));
        try (Browser other = new Browser()) {
            other.get("/login");
            HttpResponse<String> answer = other.get(back.toString());

            assertThat(answer.statusCode()).isNotEqualTo(200);
            assertThat(other.cookies()).noneMatch(cookie -> cookie.getName().startsWith("q_session"));
            assertThat(other.get("/session").statusCode()).isEqualTo(204);
        }
    }

    @Test
    void endsASignInThatTheIssuerRefuses() {
        URI back = ISSUER.signIn(Browser.location(browser.get("/login")));
        String refused = back.toString().replaceFirst("code=.*", "error=access_denied");

        HttpResponse<String> answer = browser.get(refused);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("SIGN_IN_FAILED");
    }

    @Test
    void asksToWaitWhileTheIssuerIsAway() {
        URI back = ISSUER.signIn(Browser.location(browser.get("/login")));
        ISSUER.close();

        HttpResponse<String> answer = browser.get(back.toString());

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("5");
        assertThat(answer.body()).contains("SIGN_IN_UNAVAILABLE");
    }
}
