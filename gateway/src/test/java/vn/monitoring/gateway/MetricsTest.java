package vn.monitoring.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.monitoring.gateway.TestClient.given;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Ports.class)
class MetricsTest {

    @Inject
    GatewaySettings settings;

    @Test
    void countsAndTimesRequestsByRouteAndNeverByPath() {
        try (FakeService _ = new FakeService(
                settings.upstreams().get("task").urls().getFirst(),
                request -> request.response().setStatusCode(418).end())) {
            given().get("/api/v1/calendars/very-secret-link.ics").then().statusCode(418);
        }
        Awaitility.await()
                .untilAsserted(() -> assertThat(scrape())
                        .contains(
                                "route=\"/api/v1/calendars\",status=\"4xx\",upstream=\"task\"",
                                "monitoring_gateway_request_duration_seconds_bucket{kind=\"ordinary\",status=\"4xx\",upstream=\"task\"")
                        .doesNotContain("very-secret-link"));
    }

    @Test
    void countsWhatIsRefusedAndWhichInstancesThereAre() {
        RestAssured.get("/api/v1/units").then().statusCode(401);
        assertThat(scrape())
                .contains(
                        "monitoring_gateway_refusals_total{problem=\"UNAUTHENTICATED\"",
                        "monitoring_gateway_instances{state=\"down\",upstream=\"report\"",
                        "monitoring_gateway_exchanges");
    }

    @Test
    void publishesNothingThatIsNotListed() throws IOException {
        List<String> listed = Files.readAllLines(Path.of("../deploy/observability/metrics.csv")).stream()
                .filter(line -> line.contains(",gateway,"))
                .map(line -> line.substring(0, line.indexOf(',')))
                .toList();
        assertThat(scrape().lines()
                        .filter(line -> line.startsWith("monitoring_"))
                        .map(line -> line.replaceAll("[{ ].*", ""))
                        .distinct())
                .isSubsetOf(listed)
                .contains("monitoring_gateway_exchanges", "monitoring_gateway_instances");
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Forwarded-For", "Forwarded", "X-Real-IP", "Via"})
    void hasNoMetricsForThePublicBehindAProxy(String header) {
        RestAssured.given()
                .header(header, "203.0.113.7")
                .get("/q/metrics")
                .then()
                .statusCode(404);
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, true",
        "10.4.0.9, true",
        "192.168.1.1, true",
        "172.31.0.1, true",
        "::1, true",
        "fd00::7, true",
        "203.0.113.7, false",
        "172.32.0.1, false",
        "2001:db8::1, false"
    })
    void knowsWhichAddressesAreInside(String address, boolean inside) {
        assertThat(Inside.isPrivate(address)).isEqualTo(inside);
    }

    private static String scrape() {
        return RestAssured.given().accept("text/plain").get("/q/metrics").asString();
    }
}
