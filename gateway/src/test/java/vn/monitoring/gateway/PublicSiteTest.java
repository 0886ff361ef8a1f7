package vn.monitoring.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// A gateway that the public reaches by https, and that lets the pages of another origin call.
@QuarkusTest
@QuarkusTestResource(Ports.class)
@TestProfile(PublicSiteTest.PublicSite.class)
class PublicSiteTest {

    private static final String OTHER = "https://other.example";

    public static final class PublicSite implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "gateway.https", "true",
                    "quarkus.http.cors.enabled", "true",
                    "quarkus.http.cors.origins", OTHER);
        }
    }

    @Inject
    GatewaySettings settings;

    private FakeService service() {
        return new FakeService(
                settings.upstreams().get("indicator").urls().getFirst(),
                request -> request.response().putHeader("ETag", "\"3\"").end("fine"));
    }

    @Test
    void tellsANamedOriginThatItMayCallWithATokenOfItsOwn() {
        given().header("Origin", OTHER)
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "authorization,idempotency-key")
                .options("/api/v1/measurements")
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", OTHER)
                .header("Access-Control-Allow-Methods", containsString("POST"))
                .header("Access-Control-Allow-Headers", containsString("Idempotency-Key"))
                .header("Access-Control-Max-Age", "3600")
                .header("Access-Control-Allow-Credentials", equalTo("false"));
    }

    @Test
    void letsANamedOriginReadTheAnswer() {
        try (FakeService service = service()) {
            assertThat(service.url()).isNotNull();
            TestClient.given()
                    .header("Origin", OTHER)
                    .get("/api/v1/units")
                    .then()
                    .statusCode(200)
                    .header("Access-Control-Allow-Origin", OTHER)
                    .header("Access-Control-Expose-Headers", containsString("ETag"));
        }
    }

    @Test
    void refusesTheOriginsThatAreNotNamed() {
        TestClient.given()
                .header("Origin", "https://evil.example")
                .get("/api/v1/units")
                .then()
                .statusCode(403)
                .header("Access-Control-Allow-Origin", nullValue());
    }

    @Test
    void holdsBrowsersToHttps() {
        given().get("/api/v1/units").then().statusCode(401).header("Strict-Transport-Security", startsWith("max-age="));
        try (FakeService service = service()) {
            assertThat(service.url()).isNotNull();
            TestClient.given()
                    .get("/api/v1/units")
                    .then()
                    .statusCode(200)
                    .header("Strict-Transport-Security", startsWith("max-age="));
        }
    }

    @Test
    void givesItsCookiesToHttpsOnly() {
        try (Browser browser = new Browser()) {
            HttpResponse<String> answer = browser.get("/login");

            assertThat(answer.headers().allValues("Set-Cookie"))
                    .isNotEmpty()
                    .allSatisfy(cookie -> assertThat(cookie).contains("Secure"));
            URI location = Browser.location(answer);
            assertThat(FakeIssuer.query(location.getRawQuery()).get("redirect_uri"))
                    .startsWith("https://");
        }
    }
}
