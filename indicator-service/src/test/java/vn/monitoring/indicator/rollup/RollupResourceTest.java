package vn.monitoring.indicator.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.monitoring.indicator.Figures;
import vn.monitoring.indicator.GradedPlan;
import vn.monitoring.kit.testing.PlatformTestResource;
import vn.monitoring.kit.testing.TestClock;
import vn.monitoring.kit.testing.TestDatabase;
import vn.monitoring.kit.testing.Tokens;

@QuarkusTest
@QuarkusTestResource(PlatformTestResource.class)
class RollupResourceTest {

    private static final String ONLINE = "CQ.HOSO_TT";

    @Inject
    TestClock clock;

    private UUID kinhMon;
    private UUID thachKhoi;

    @BeforeEach
    void stage() {
        clock.setToday(LocalDate.of(2026, 10, 5));
        GradedPlan.set();
        kinhMon = GradedPlan.indicator(GradedPlan.PLAN, "10675", "10675.VHXH", "Hồ sơ trực tuyến", "%", ONLINE);
        thachKhoi = GradedPlan.indicator(GradedPlan.OTHER_PLAN, "11002", "11002", "Hồ sơ trực tuyến", "%", ONLINE);
    }

    @AfterEach
    void realTime() {
        clock.reset();
    }

    @Test
    void dividesTheSumsAndTellsTheCoverage() {
        send("11002", thachKhoi, "2026-Q3", 9, 10);
        verify("11002", "2026-Q3");

        JsonNode half = total(rollup("by=province&period=2026-Q3"));
        assertThat(half).isEqualTo(Figures.tree("""
                {"canonicalCode": "CQ.HOSO_TT", "numerator": 9, "denominator": 10, "value": 90.00, "reporting": 1,
                 "expected": 2, "provisional": true}"""));

        send("10675", kinhMon, "2026-Q3", 300, 1000);
        assertThat(total(rollup("by=province&period=2026-Q3"))).isEqualTo(half);
        verify("10675", "2026-Q3");

        JsonNode whole = rollup("by=province&period=2026-Q3");
        assertThat(total(whole)).isEqualTo(Figures.tree("""
                {"canonicalCode": "CQ.HOSO_TT", "numerator": 309, "denominator": 1010, "value": 30.59, "reporting": 2,
                 "expected": 2, "provisional": false}"""));
        assertThat(whole.get("rows"))
                .singleElement()
                .satisfies(row -> assertThat(row.get("unitName").asText()).isEqualTo("Hải Phòng"));
        assertThat(whole.get("indicators").get(0).get("name").asText()).isEqualTo("Hồ sơ TTHC xử lý trực tuyến");
    }

    @Test
    void aRevisionCountsOnlyOnceItIsVerified() {
        send("10675", kinhMon, "2026-Q3", 300, 1000);
        verify("10675", "2026-Q3");
        send("10675", kinhMon, "2026-Q3", 400, 1000);

        assertThat(total(rollup("by=province&period=2026-Q3")).get("numerator").asInt())
                .isEqualTo(300);
        verify("10675", "2026-Q3");
        assertThat(total(rollup("by=province&period=2026-Q3")).get("numerator").asInt())
                .isEqualTo(400);
    }

    @Test
    void aFactOfTwoPlansCountsOnce() {
        TestDatabase.shared().execute("""
                insert into plan (id, unit_code, block, doc_type, identity_key, title, horizon_start, horizon_end, status,
                    imported_at, version)
                values ('00000000-0000-4000-8000-000000000009', '10675', 'CHINH_QUYEN', 'Kế hoạch', 'ubnd', 'Kế hoạch UBND',
                    '2024-01-01', '2045-12-31', 'IN_FORCE', now(), 1)""");
        UUID twin = GradedPlan.indicator(
                UUID.fromString("00000000-0000-4000-8000-000000000009"), "10675", "10675", "Hồ sơ", "%", ONLINE);
        send("10675", kinhMon, "2026-Q3", 300, 1000);
        send("10675", twin, "2026-Q3", 310, 1000);
        verify("10675", "2026-Q3");

        assertThat(total(rollup("by=province&period=2026-Q3"))).isEqualTo(Figures.tree("""
                {"canonicalCode": "CQ.HOSO_TT", "numerator": 310, "denominator": 1000, "value": 31.00, "reporting": 1,
                 "expected": 2, "provisional": true}"""));
    }

    @Test
    void aBarePercentageAddsToNothingButIsShownForItsUnit() {
        RestAssured.given()
                .auth()
                .oauth2(system("10675"))
                .contentType("application/json")
                .body("[{\"indicatorId\": \"%s\", \"period\": \"2026-Q3\", \"value\": 72.5, \"asOf\": \"2026-09-30\"}]"
                        .formatted(kinhMon))
                .post("/api/v1/measurements:batch");
        verify("10675", "2026-Q3");

        assertThat(total(rollup("by=province&period=2026-Q3")).get("reporting").asInt())
                .isZero();
        JsonNode cell = rollup("by=commune&unit=10675&period=2026-Q3")
                .get("rows")
                .get(0)
                .get("cells")
                .get(0);
        assertThat(cell.get("value").decimalValue()).isEqualByComparingTo("72.5");
    }

    @Test
    void linkingToAnotherEntryMovesTheFact() {
        send("10675", kinhMon, "2026-Q3", 300, 1000);
        verify("10675", "2026-Q3");

        TestDatabase.shared().execute("update indicator set canonical_code = 'XH.VNEID' where id = '" + kinhMon + "'");

        JsonNode cells = rollup("by=province&period=2026-Q3").get("total");
        assertThat(cells)
                .extracting(cell -> cell.get("canonicalCode").asText() + " "
                        + cell.get("reporting").asInt() + "/"
                        + cell.get("expected").asInt())
                .containsExactly("CQ.HOSO_TT 0/1", "XH.VNEID 1/1");
    }

    @Test
    void aLinkThatIsOnlySuggestedAddsNothingUntilItIsConfirmed() {
        TestDatabase.shared().execute("update indicator set canonical_match = 'NEAR' where id = '" + kinhMon + "'");
        send("10675", kinhMon, "2026-Q3", 300, 1000);
        verify("10675", "2026-Q3");

        assertThat(total(rollup("by=province&period=2026-Q3")).get("reporting").asInt())
                .isZero();
        TestDatabase.shared()
                .execute("update indicator set canonical_match = 'CONFIRMED' where id = '" + kinhMon + "'");

        JsonNode total = total(rollup("by=province&period=2026-Q3"));
        assertThat(total.get("reporting").asInt()).isEqualTo(1);
        assertThat(total.get("expected").asInt()).isEqualTo(2);
    }

    @Test
    void theSumsEqualWhatTheFiguresAddUpToAfterAnyOrderOfSteps() {
        Random random = new Random(57);
        List<String> periods = List.of("2026-07", "2026-08", "2026-Q3");
        for (int step = 0; step < 40; step++) {
            boolean first = random.nextBoolean();
            String unit = first ? "10675" : "11002";
            String period = periods.get(random.nextInt(periods.size()));
            if (random.nextInt(3) < 2) {
                int denominator = 1 + random.nextInt(50);
                send(unit, first ? kinhMon : thachKhoi, period, random.nextInt(denominator + 1), denominator);
            } else {
                verify(unit, period);
            }
        }

        assertThat(TestDatabase.shared().ask("""
                select count(*) from (
                    select period, sum(numerator) n, sum(denominator) d, count(*) u from verified_figure group by period
                ) fresh
                full join province_sum s on s.period = fresh.period
                where (fresh.n, fresh.d, fresh.u) is distinct from
                    (s.verified_numerator, s.verified_denominator, s.verified_units::bigint)""")).isEqualTo("0");
    }

    @Test
    void opensASumToItsFiguresAndShowsItsTrend() {
        send("10675", kinhMon, "2026-Q2", 200, 1000);
        send("10675", kinhMon, "2026-Q3", 300, 1000);
        verify("10675", "2026-Q2");
        verify("10675", "2026-Q3");

        JsonNode figures = Figures.json(
                        Figures.get(GradedPlan.inspector(), "rollups/CQ.HOSO_TT/figures?unit=31&period=2026-Q3"))
                .get("items");
        assertThat(figures).singleElement().satisfies(figure -> {
            assertThat(figure.get("unitCode").asText()).isEqualTo("10675");
            assertThat(figure.get("indicatorId").asText()).isEqualTo(kinhMon.toString());
            assertThat(figure.get("verifiedBy").asText()).isEqualTo("standing-10675");
            assertThat(figure.get("version").asInt()).isEqualTo(1);
        });
        for (String unit : List.of("31", "10675")) {
            assertThat(Figures.json(Figures.get(
                                    GradedPlan.inspector(),
                                    "rollups/CQ.HOSO_TT/trend?unit=" + unit + "&frequency=QUARTER"))
                            .get("points"))
                    .extracting(point -> point.get("period").asText() + " "
                            + point.get("value").decimalValue().toPlainString())
                    .containsExactly("2026-Q2 20.0", "2026-Q3 30.0");
        }
    }

    @Test
    void showsOnlyTheCallersUnitsAndRefusesWhatItMust() {
        assertThat(Figures.json(Figures.get(GradedPlan.stranger(), "rollups?by=province&period=2026-Q3"))
                        .get("rows"))
                .isEmpty();
        assertThat(Figures.get(GradedPlan.stranger(), "rollups?by=commune&unit=10675&period=2026-Q3")
                        .statusCode())
                .isEqualTo(404);
        assertThat(Figures.get(GradedPlan.inspector(), "rollups?by=commune&period=2026-Q3")
                        .statusCode())
                .isEqualTo(400);
        assertThat(Figures.get(GradedPlan.inspector(), "rollups?period=2026-Q9").statusCode())
                .isEqualTo(400);
        assertThat(Figures.get(GradedPlan.inspector(), "rollups").statusCode()).isEqualTo(400);
        assertThat(Figures.get(GradedPlan.inspector(), "rollups/NO.SUCH/trend?unit=31")
                        .statusCode())
                .isEqualTo(404);
        assertThat(RestAssured.get("/api/v1/rollups?period=2026-Q3").statusCode())
                .isEqualTo(401);
    }

    private static void send(String unit, UUID indicator, String period, int numerator, int denominator) {
        LocalDate asOf = vn.monitoring.kit.calendar.Period.of(period).lastDay();
        Response answer = RestAssured.given()
                .auth()
                .oauth2(system(unit))
                .contentType("application/json")
                .body(
                        "[{\"indicatorId\": \"%s\", \"period\": \"%s\", \"numerator\": %d, \"denominator\": %d, \"asOf\": \"%s\"}]"
                                .formatted(indicator, period, numerator, denominator, asOf))
                .post("/api/v1/measurements:batch");
        assertThat(Figures.json(answer).path("summary").path("failed").asInt(-1))
                .as(answer.asString())
                .isZero();
    }

    private static void verify(String unit, String period) {
        RestAssured.given()
                .auth()
                .oauth2(Tokens.as("standing-" + unit)
                        .roles("standing-body")
                        .units(unit)
                        .token())
                .contentType("application/json")
                .body("{}")
                .post("/api/v1/units/" + unit + "/periods/" + period + "/verification")
                .then()
                .statusCode(200);
    }

    private static String system(String unit) {
        return Tokens.as("system-" + unit).roles("integration").units(unit).token();
    }

    private static JsonNode rollup(String query) {
        Response answer = Figures.get(GradedPlan.inspector(), "rollups?" + query);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return Figures.json(answer);
    }

    private static JsonNode total(JsonNode rollup) {
        return rollup.get("total").get(0);
    }
}
