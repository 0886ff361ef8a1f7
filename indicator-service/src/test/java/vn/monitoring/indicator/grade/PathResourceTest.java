package vn.monitoring.indicator.grade;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.monitoring.indicator.Problems.assertProblem;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.monitoring.indicator.Figures;
import vn.monitoring.indicator.GradedPlan;
import vn.monitoring.kit.testing.PlatformTestResource;
import vn.monitoring.kit.testing.TestClock;
import vn.monitoring.kit.testing.TestDatabase;

/// The series of an indicator, and points of its path that are entered by hand.
@QuarkusTest
@QuarkusTestResource(PlatformTestResource.class)
class PathResourceTest {

    private static final String QUARTERS = """
            {"points": [{"date": "2026-09-30", "value": 70}, {"date": "2026-06-30", "value": 60}],
             "source": "QĐ 45/QĐ-UBND"}""";

    @Inject
    TestClock clock;

    private UUID indicator;

    @BeforeEach
    void stage() {
        clock.setToday(LocalDate.of(2026, 9, 30));
        GradedPlan.set();
        indicator = GradedPlan.indicator("Tỷ lệ hồ sơ trực tuyến", "%");
        GradedPlan.target(indicator, "NUMBER", "GE", "50", 2025);
        GradedPlan.target(indicator, "NUMBER", "GE", "90", 2026);
    }

    @AfterEach
    void realTime() {
        clock.reset();
    }

    @Test
    void gradesByThePointsAndKeepsEachStatement() {
        Figures.verified(indicator, "2026-Q3", "2026-09-30", "\"value\": 71");
        assertThat(newest().get("status").asText()).isEqualTo("BEHIND");

        Response stated = put(GradedPlan.standingBody(), "\"0\"", QUARTERS);

        assertThat(stated.statusCode()).as(stated.asString()).isEqualTo(200);
        assertThat(stated.header("ETag")).isEqualTo("\"1\"");
        JsonNode grade = newest();
        assertThat(grade.get("status").asText()).isEqualTo("ON_TRACK");
        assertThat(grade.get("expected").decimalValue()).isEqualByComparingTo("70");
        assertThat(grade.get("explanation").get("vi").asText()).contains("lộ trình đã nhập");
        JsonNode points = Figures.json(stated).get("stated").get("points");
        assertThat(points.toString())
                .isEqualTo("[{\"date\":\"2026-06-30\",\"value\":60},{\"date\":\"2026-09-30\",\"value\":70}]");

        Response withdrawn = put(GradedPlan.standingBody(), "\"1\"", """
                {"points": [], "source": "QĐ 46/QĐ-UBND"}""");
        assertThat(withdrawn.header("ETag")).isEqualTo("\"2\"");
        assertThat(newest().get("status").asText()).isEqualTo("BEHIND");
        assertThat(TestDatabase.shared().ask("""
                select string_agg(version || ' ' || source || ' ' || (replaced_at is null), ', ' order by version)
                from stated_path""")).isEqualTo("1 QĐ 45/QĐ-UBND false, 2 QĐ 46/QĐ-UBND true");
    }

    @Test
    void drawsMilestonesFiguresExpectationsAndHistory() {
        Figures.verified(indicator, "2026-Q1", "2026-03-31", "\"numerator\": 55, \"denominator\": 100");
        Figures.verified(indicator, "2026-Q2", "2026-06-30", "\"numerator\": 60, \"denominator\": 100");
        Figures.verified(indicator, "2026-07", "2026-07-31", "\"numerator\": 62, \"denominator\": 100");
        Figures.submitted(indicator, "2026-08", "2026-08-31", "\"value\": 64");
        put(GradedPlan.standingBody(), "\"0\"", QUARTERS);
        TestDatabase.shared()
                .execute("update target set valid_to = '2026-02-01', decision_document = 'QĐ 9' where year = 2026");
        GradedPlan.target(indicator, "NUMBER", "GE", "95", 2026, false, "2026-02-01");

        Response answer = Figures.get(GradedPlan.inspector(), "indicators/" + indicator + "/path");
        JsonNode series = Figures.json(answer);

        assertThat(answer.header("ETag")).isEqualTo("\"1\"");
        assertThat(series.get("milestones"))
                .extracting(at -> at.get("low").asInt())
                .containsExactly(50, 95);
        assertThat(points(series.get("expected")))
                .containsExactly("2026-03-31 54.97", "2026-06-30 60.00", "2026-09-30 70.00", "2026-12-31 95.00");
        assertThat(series.get("measured"))
                .extracting(
                        at -> at.get("asOf").asText() + " " + at.get("status").asText())
                .containsExactly(
                        "2026-03-31 VERIFIED", "2026-06-30 VERIFIED", "2026-07-31 VERIFIED", "2026-08-31 SUBMITTED");
        assertThat(series.get("measured").get(0).get("numerator").asInt()).isEqualTo(55);
        assertThat(series.get("measured").get(0).get("measurementId").isNull()).isFalse();
        assertThat(series.get("measured").get(0).get("eventTime").asText()).startsWith("2026-09-30");
        assertThat(series.get("baseline").get("assumed").asBoolean()).isTrue();
        assertThat(series.get("projection").get("date").asText()).isEqualTo("2026-12-31");
        assertThat(series.get("projection").get("value").decimalValue())
                .isBetween(new java.math.BigDecimal("68"), new java.math.BigDecimal("72"));
        assertThat(series.get("history"))
                .extracting(
                        at -> at.get("raw").asText() + " " + at.get("validTo").asText())
                .containsExactly("50% null", "90% 2026-02-01", "95% null");
        assertThat(series.get("history").get(1).get("decisionDocument").asText())
                .isEqualTo("QĐ 9");
    }

    @Test
    void namesEveryPointThatCannotBe() {
        Response refused = put(GradedPlan.standingBody(), "\"0\"", """
                {"points": [{"date": "2026-06-30", "value": 60}, {"date": "2026-06-30", "value": 61},
                    {"date": "2026-12-31", "value": 70}, {"date": "2027-03-31", "value": 101}], "source": "QĐ"}""");

        assertProblem(refused, 422, "PATH_INVALID");
        assertThat(refused.jsonPath().getList("violations.field"))
                .containsExactly("points[1].date", "points[2].date", "points[3].date", "points[3].value");
        assertProblem(put(GradedPlan.standingBody(), "\"0\"", """
                        {"points": [{"date": "2026-06-30", "value": -1}], "source": "QĐ"}"""), 400, "INVALID_REQUEST");
        assertProblem(put(GradedPlan.standingBody(), "\"0\"", """
                        {"points": []}"""), 400, "INVALID_REQUEST");
        assertThat(TestDatabase.shared().ask("select count(*) from stated_path"))
                .isEqualTo("0");
    }

    @Test
    void needsTheRightRoleSightAndVersion() {
        assertProblem(put(GradedPlan.standingBody(), null, QUARTERS), 428, "PRECONDITION_REQUIRED");
        assertProblem(put(GradedPlan.standingBody(), "\"3\"", QUARTERS), 412, "STALE");
        assertProblem(put(GradedPlan.reporter(), "\"0\"", QUARTERS), 403, "FORBIDDEN");
        assertProblem(put(GradedPlan.stranger(), "\"0\"", QUARTERS), 404, "NOT_FOUND");
        assertProblem(Figures.get(GradedPlan.stranger(), "indicators/" + indicator + "/path"), 404, "NOT_FOUND");
        assertProblem(RestAssured.get("/api/v1/indicators/" + indicator + "/path"), 401, "UNAUTHENTICATED");
        assertProblem(
                Figures.get(GradedPlan.inspector(), "indicators/" + UUID.randomUUID() + "/path"), 404, "NOT_FOUND");
    }

    @Test
    void ofTwoWritersAtOnceOneIsTold() {
        List<Integer> statuses = List.of(
                        CompletableFuture.supplyAsync(() -> put(GradedPlan.standingBody(), "\"0\"", QUARTERS)
                                .statusCode()),
                        CompletableFuture.supplyAsync(() -> put(GradedPlan.standingBody(), "\"0\"", QUARTERS)
                                .statusCode()))
                .stream()
                .map(CompletableFuture::join)
                .sorted()
                .toList();

        assertThat(statuses).containsExactly(200, 412);
    }

    private Response put(String token, @Nullable String ifMatch, String body) {
        var request = RestAssured.given().auth().oauth2(token).contentType("application/json");
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        return request.body(body).put("/api/v1/indicators/" + indicator + "/path");
    }

    private JsonNode newest() {
        return Figures.json(Figures.get(GradedPlan.inspector(), "indicators/" + indicator + "/grades"))
                .get("items")
                .get(0);
    }

    private static List<String> points(JsonNode line) {
        return StreamSupport.stream(line.spliterator(), false)
                .map(point -> point.get("date").asText() + " "
                        + point.get("value").decimalValue().setScale(2))
                .toList();
    }
}
