package vn.monitoring.indicator.measurement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.monitoring.indicator.Figures;
import vn.monitoring.indicator.GradedPlan;
import vn.monitoring.kit.testing.EventSchemas;
import vn.monitoring.kit.testing.Events;
import vn.monitoring.kit.testing.PlatformTestResource;
import vn.monitoring.kit.testing.TestClock;
import vn.monitoring.kit.testing.TestDatabase;
import vn.monitoring.kit.testing.Tokens;

@QuarkusTest
@QuarkusTestResource(PlatformTestResource.class)
class PeriodVerificationTest {

    @Inject
    TestClock clock;

    private UUID online;
    private UUID identity;

    @BeforeEach
    void stage() {
        clock.setToday(LocalDate.of(2026, 10, 5));
        GradedPlan.set();
        online = GradedPlan.indicator(
                GradedPlan.PLAN, "10675", "10675.VHXH", "Tỷ lệ hồ sơ trực tuyến", "%", "CQ.HOSO_TT");
        identity = GradedPlan.indicator(GradedPlan.PLAN, "10675", "10675.VHXH", "VNeID", "%", "XH.VNEID");
        GradedPlan.target(online, "NUMBER", "GE", "70", 2026);
    }

    @AfterEach
    void realTime() {
        clock.reset();
    }

    @Test
    void verifiesAllThatWaitsAndHasItGraded() {
        submit(online, 721);
        submit(identity, 500);

        Response answer = verify(GradedPlan.standingBody(), "10675", "2026-Q3");

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        JsonNode result = Figures.json(answer);
        assertThat(result.get("verified").asInt()).isEqualTo(2);
        assertThat(result.get("leftOwn").asInt()).isZero();
        assertThat(
                        ask(
                                "select string_agg(distinct status || ' ' || verified_by || ' ' || version, ';') from measurement"))
                .isEqualTo("VERIFIED standing-10675 1");
        assertThat(ask("select string_agg(distinct status, ';') from measurement_history"))
                .isEqualTo("SUBMITTED");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(ask("select status from grade where indicator_id = '" + online
                                + "' and as_of = '2026-09-30'"))
                        .isEqualTo("ACHIEVED"));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(Events.read("monitoring.measurement"))
                        .filteredOn(event -> event.type().equals("vn.monitoring.measurement.batch-verified.v1")
                                && event.data().toString().contains(online.toString()))
                        .singleElement()
                        .satisfies(event -> {
                            assertThat(event.data().get("figures")).hasSize(2);
                            assertThat(EventSchemas.violations(
                                            event.type(), event.data().toString()))
                                    .isEmpty();
                        }));
    }

    @Test
    void leavesWhatTheVerifierSubmittedHimself() {
        submit(online, 721);
        String both = Tokens.as("reporter-10675-vhxh")
                .roles("unit-head")
                .units("10675")
                .token();

        JsonNode result = Figures.json(verify(both, "10675", "2026-Q3"));

        assertThat(result.get("verified").asInt()).isZero();
        assertThat(result.get("leftOwn").asInt()).isEqualTo(1);
    }

    @Test
    void aClosedPeriodIsVerifiedNoMore() {
        submit(online, 721);
        RestAssured.given()
                .auth()
                .oauth2(GradedPlan.standingBody())
                .post("/api/v1/units/10675.VHXH/periods/2026/closure");

        JsonNode result = Figures.json(verify(GradedPlan.standingBody(), "10675", "2026-Q3"));

        assertThat(result.path("verified").asInt(-1)).as(result.toString()).isZero();
        Response refused = verify(GradedPlan.standingBody(), "10675.VHXH", "2026-Q3");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(Figures.json(refused).get("code").asText()).isEqualTo("PERIOD_CLOSED");
    }

    @Test
    void ofEightVerifiersAtOnceEachFigureIsVerifiedByOne() {
        List<UUID> indicators = IntStream.range(0, 20)
                .mapToObj(i -> GradedPlan.indicator("Chỉ tiêu số " + i, "%"))
                .toList();
        indicators.forEach(id -> submit(id, 10));

        List<Integer> verified = IntStream.range(0, 8)
                .mapToObj(_ -> CompletableFuture.supplyAsync(
                        () -> Figures.json(verify(GradedPlan.standingBody(), "10675", "2026-Q3"))
                                .get("verified")
                                .asInt()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(verified.stream().mapToInt(Integer::intValue).sum()).isEqualTo(20);
        assertThat(ask("select count(*) from measurement_history")).isEqualTo("20");
    }

    @Test
    void answersWhatItRefuses() {
        assertThat(RestAssured.given()
                        .post("/api/v1/units/10675/periods/2026-Q3/verification")
                        .statusCode())
                .isEqualTo(401);
        assertThat(verify(GradedPlan.reporter(), "10675", "2026-Q3").statusCode())
                .isEqualTo(403);
        assertThat(verify(GradedPlan.stranger(), "10675", "2026-Q3").statusCode())
                .isEqualTo(404);
        assertThat(verify(GradedPlan.standingBody(), "10675", "2026-Q9").statusCode())
                .isEqualTo(409);
    }

    private static void submit(UUID indicator, int numerator) {
        Figures.submitted(
                indicator, "2026-Q3", "2026-09-30", "\"numerator\": %d, \"denominator\": 1000".formatted(numerator));
    }

    private static Response verify(String token, String unit, String period) {
        return RestAssured.given()
                .auth()
                .oauth2(token)
                .contentType("application/json")
                .body("{}")
                .post("/api/v1/units/" + unit + "/periods/" + period + "/verification");
    }

    private static String ask(String sql) {
        return String.valueOf(TestDatabase.shared().ask(sql));
    }
}
