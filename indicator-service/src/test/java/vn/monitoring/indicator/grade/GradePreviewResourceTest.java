package vn.monitoring.indicator.grade;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.monitoring.indicator.Problems.assertProblem;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.monitoring.indicator.Figures;
import vn.monitoring.indicator.GradedPlan;
import vn.monitoring.kit.testing.PlatformTestResource;
import vn.monitoring.kit.testing.TestClock;
import vn.monitoring.kit.testing.TestDatabase;
import vn.monitoring.kit.testing.Tokens;

/// What a figure would lead to, beside what it leads to when it is entered.
@QuarkusTest
@QuarkusTestResource(PlatformTestResource.class)
class GradePreviewResourceTest {

    /// What a preview says of a grade, and a stored grade says too.
    private static final List<String> SAID = List.of(
            "asOf",
            "status",
            "overlays",
            "period",
            "value",
            "expected",
            "gap",
            "progress",
            "shortfall",
            "shortfallMeasure",
            "projection",
            "target",
            "explanation",
            "policyVersion");

    @Inject
    TestClock clock;

    private UUID share;
    private UUID level;

    @BeforeEach
    void stage() {
        clock.setToday(LocalDate.of(2026, 12, 31));
        GradedPlan.set();
        share = GradedPlan.indicator("Tỷ lệ hồ sơ trực tuyến", "%");
        GradedPlan.target(share, "NUMBER", "GE", "70", 2025);
        GradedPlan.target(share, "NUMBER", "GE", "85", 2030);
        Figures.verified(share, "2026-Q2", "2026-06-30", "\"numerator\": 640, \"denominator\": 1000");
        Figures.verified(share, "2026-Q3", "2026-09-30", "\"numerator\": 650, \"denominator\": 1000");
        level = GradedPlan.indicator("Phủ sóng", null);
        GradedPlan.target(level, "QUALITATIVE", null, null, 2026);
    }

    @AfterEach
    void today() {
        clock.reset();
    }

    /// 73 are expected of the share.
    @ParameterizedTest(name = "{0} {2}: {3}")
    @CsvSource(delimiter = '|', textBlock = """
            share | 2026-Q4 | 2026-12-31 | "numerator": 690, "denominator": 1000                      | 69   | BEHIND          |
            share | 2026-Q4 | 2026-12-31 | "numerator": 721, "denominator": 1000                      | 72.1 | SLIGHTLY_BEHIND |
            share | 2026-Q4 | 2026-12-31 | "numerator": 731, "denominator": 1000                      | 73.1 | ON_TRACK        |
            share | 2026-Q4 | 2026-12-31 | "numerator": 850, "denominator": 1000                      | 85   | ACHIEVED        |
            share | 2026-Q4 | 2026-12-31 | "value": 72.1                                              | 72.1 | SLIGHTLY_BEHIND | PERCENT_ONLY
            share | 2026-Q4 | 2026-12-31 | "numerator": 0, "denominator": 0                           |      | NO_TARGET       | NOT_APPLICABLE
            share | 2026-Q4 | 2026-10-31 | "numerator": 850, "denominator": 1000                      | 85   | ACHIEVED        |
            share | 2026-Q1 | 2026-03-31 | "numerator": 840, "denominator": 1000                      | 84   | BEHIND          |
            level | 2026-Q4 | 2026-12-31 | "value": 1, "source": "Báo cáo 45/BC-UBND"                 | 1    | MISSED          |
            level | 2026-Q4 | 2026-12-31 | "value": 3, "source": "Báo cáo 45/BC-UBND"                 | 3    | ACHIEVED        |
            level | 2026-Q4 | 2026-12-31 | "value": 3                                                 | 3    | MISSED          |
            """)
    void foretellsTheGradeThatTheFigureGets(
            String which,
            String period,
            String asOf,
            String numbers,
            @Nullable BigDecimal value,
            String status,
            @Nullable String flag) {
        UUID indicator = which.equals("share") ? share : level;
        String stored = stored();
        JsonNode before = newest(indicator);

        JsonNode preview = previewed(indicator, period, asOf, numbers);

        assertThat(stored()).isEqualTo(stored);
        assertThat(preview.get("findings")).isEmpty();
        assertThat(preview.get("flags")).hasSize(flag == null ? 0 : 1);
        if (flag != null) {
            assertThat(preview.get("flags").get(0).asText()).isEqualTo(flag);
        }
        if (value == null) {
            assertThat(preview.get("value").isNull()).isTrue();
        } else {
            assertThat(preview.get("value").decimalValue()).isEqualByComparingTo(value);
        }
        assertThat(preview.get("gradeThen").get("status").asText()).isEqualTo(status);
        assertSame(preview.get("gradeNow"), before);

        Figures.verified(indicator, period, asOf, numbers);

        assertSame(preview.get("gradeThen"), newest(indicator));
    }

    @Test
    void assumesNoSecondUnitWhereTheCommuneItselfEnters() {
        String body = body("2026-Q4", "2026-12-31", "\"value\": 3, \"source\": \"Báo cáo 45/BC-UBND\"");

        JsonNode preview = Figures.json(ask(GradedPlan.unitHead(), level, body));

        assertThat(preview.get("gradeThen").get("status").asText()).isEqualTo("MISSED");
    }

    @Test
    void takesThePlaceOfTheFigureOfItsPeriod() {
        JsonNode preview = previewed(share, "2026-Q3", "2026-09-15", "\"numerator\": 900, \"denominator\": 1000");

        assertThat(preview.get("gradeNow").get("value").decimalValue()).isEqualByComparingTo("65");
        assertThat(preview.get("gradeThen").get("value").decimalValue()).isEqualByComparingTo("90");
        assertThat(preview.get("gradeThen").get("status").asText()).isEqualTo("ACHIEVED");
        String id =
                asked("select id from measurement where period = '2026-Q3' and indicator_id = '%s'".formatted(share));
        Response revised = RestAssured.given()
                .auth()
                .oauth2(GradedPlan.reporter())
                .contentType("application/json")
                .header("If-Match", "\"1\"")
                .body("{\"numerator\": 900, \"denominator\": 1000, \"asOf\": \"2026-09-15\"}")
                .put("/api/v1/measurements/" + id);
        assertThat(revised.statusCode()).as(revised.asString()).isEqualTo(200);
        Figures.verify(id, 2);
        assertSame(preview.get("gradeThen"), newest(share));
    }

    @ParameterizedTest(name = "{2}: {3}")
    @CsvSource(delimiter = '|', textBlock = """
            2026-Q4 | 2026-12-31  | "numerator": 12, "denominator": 10          | numerator
            2026-Q4 | 2026-12-31  | "numerator": 12                             | denominator
            2026-Q4 | 2026-12-31  | "value": 101                                | value
            2026-Q4 | 2026-12-31  | "value": 1e30                               | value
            2026-Q4 | 2026-12-31  | "source": "không có số"                     | value
            2026-Q4 | 2026-09-30  | "numerator": 1, "denominator": 10           | asOf
            2026-Q4 | 9999-12-31  | "numerator": 1, "denominator": 10          | asOf
            """)
    void namesWhatAnEntryWouldBeRefusedFor(String period, String asOf, String numbers, String field) {
        JsonNode preview = previewed(share, period, asOf, numbers);

        assertThat(preview.get("gradeThen").isNull()).isTrue();
        assertThat(preview.get("value").isNull()).isTrue();
        assertThat(preview.get("gradeNow").get("status").asText()).isEqualTo("BEHIND");
        Response entered = RestAssured.given()
                .auth()
                .oauth2(GradedPlan.reporter())
                .contentType("application/json")
                .header("Accept-Language", "vi")
                .body("{\"indicatorId\": \"%s\", %s"
                        .formatted(share, body(period, asOf, numbers).substring(1)))
                .post("/api/v1/measurements");
        assertProblem(entered, 422, "MEASUREMENT_INVALID");
        assertThat(preview.get("findings").findValuesAsText("field"))
                .isEqualTo(entered.jsonPath().getList("violations.field"))
                .contains(field);
        assertThat(preview.get("findings").findValues("message").stream()
                        .map(message -> message.get("vi").asText()))
                .isEqualTo(entered.jsonPath().getList("violations.message"));
    }

    @Test
    void saysWithoutAFigureThatThereWasNoGrade() {
        UUID fresh = GradedPlan.indicator("mới", "%");

        JsonNode preview = previewed(fresh, "2026-Q4", "2026-12-31", "\"value\": 5");

        assertThat(preview.get("gradeNow").isNull()).isTrue();
        assertThat(preview.get("gradeThen").get("status").asText()).isEqualTo("NO_TARGET");
    }

    @Test
    void refusesWhatAnEntryIsRefused() {
        String body = body("2026-Q4", "2026-12-31", "\"value\": 70");
        assertProblem(ask(GradedPlan.stranger(), share, body), 404, "NOT_FOUND");
        assertProblem(ask(GradedPlan.reporter(), UUID.randomUUID(), body), 404, "NOT_FOUND");
        assertProblem(
                ask(Tokens.as("leader-10675").roles("leader").units("10675").token(), share, body), 403, "FORBIDDEN");
        assertProblem(
                RestAssured.given()
                        .contentType("application/json")
                        .body(body)
                        .post("/api/v1/indicators/%s/grade-previews".formatted(share)),
                401,
                "UNAUTHENTICATED");
        Response withoutDay = ask(GradedPlan.reporter(), share, "{\"period\": \"2026-Q4\"}");
        assertProblem(withoutDay, 400, "INVALID_REQUEST");
        assertThat(withoutDay.jsonPath().getString("violations[0].message")).isEqualTo("Trường này là bắt buộc.");
        assertProblem(
                ask(GradedPlan.reporter(), share, body("2027-Q1", "2027-03-31", "\"value\": 70")),
                409,
                "PERIOD_UNKNOWN");
        assertProblem(
                RestAssured.given()
                        .auth()
                        .oauth2(GradedPlan.reporter())
                        .contentType("text/plain")
                        .body("x")
                        .post("/api/v1/indicators/%s/grade-previews".formatted(share)),
                415,
                "UNSUPPORTED_MEDIA_TYPE");
        TestDatabase.shared().execute("update plan set status = 'DRAFT'");
        assertProblem(ask(GradedPlan.unitHead(), share, body), 409, "PLAN_IS_DRAFT");
        TestDatabase.shared().execute("update plan set status = 'SUPERSEDED'");
        JsonNode stands = Figures.json(ask(GradedPlan.standingBody(), share, body));
        assertThat(stands.get("gradeThen")).isEqualTo(stands.get("gradeNow"));
        assertThat(stands.get("gradeNow").get("status").asText()).isEqualTo("BEHIND");
        TestDatabase.shared().execute("update plan set status = 'IN_FORCE'", """
                insert into period_closure (id, unit_code, period, period_start, period_end, closed_by, closed_at)
                values (gen_random_uuid(), '31', '2026-Q4', '2026-10-01', '2026-12-31', 'standing-31', now())""");
        assertProblem(ask(GradedPlan.reporter(), share, body), 409, "PERIOD_CLOSED");
    }

    private static void assertSame(JsonNode previewed, JsonNode grade) {
        if (grade.isMissingNode()) {
            assertThat(previewed.isNull()).isTrue();
            return;
        }
        assertThat(previewed.properties().stream().map(Map.Entry::getKey)).containsExactlyInAnyOrderElementsOf(SAID);
        for (String member : SAID) {
            assertThat(previewed.get(member)).as(member).isEqualTo(grade.get(member));
        }
    }

    private static JsonNode newest(UUID indicator) {
        return Figures.json(Figures.get(GradedPlan.inspector(), "indicators/%s/grades?limit=1".formatted(indicator)))
                .path("items")
                .path(0);
    }

    private static JsonNode previewed(UUID indicator, String period, String asOf, String numbers) {
        Response answer = ask(GradedPlan.reporter(), indicator, body(period, asOf, numbers));
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return Figures.json(answer);
    }

    private static String body(String period, String asOf, String numbers) {
        return "{\"period\": \"%s\", \"asOf\": \"%s\", %s}".formatted(period, asOf, numbers);
    }

    private static Response ask(String token, UUID indicator, String body) {
        return RestAssured.given()
                .auth()
                .oauth2(token)
                .contentType("application/json")
                .header("Accept-Language", "vi")
                .body(body)
                .post("/api/v1/indicators/%s/grade-previews".formatted(indicator));
    }

    private static String asked(String sql) {
        return Objects.requireNonNull(TestDatabase.shared().ask(sql));
    }

    /// Everything that a preview must leave as it is.
    private static String stored() {
        return asked("""
                select md5((select string_agg(g::text, '' order by id) from grade g)
                    || (select string_agg(m::text, '' order by id) from measurement m)
                    || (select count(*) from outbox_event) || (select count(*) from grading_due))""");
    }
}
