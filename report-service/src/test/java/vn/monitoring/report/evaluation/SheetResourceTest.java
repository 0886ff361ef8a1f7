package vn.monitoring.report.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.monitoring.kit.testing.EventSchemas;
import vn.monitoring.kit.testing.Events;
import vn.monitoring.kit.testing.PlatformTestResource;
import vn.monitoring.kit.testing.TestClock;
import vn.monitoring.kit.testing.TestDatabase;
import vn.monitoring.report.Given;
import vn.monitoring.report.document.Block;
import vn.monitoring.report.ranking.Component;
import vn.monitoring.report.ranking.RankingBlocks;
import vn.monitoring.report.ranking.RankingResponse;

@QuarkusTest
@QuarkusTestResource(PlatformTestResource.class)
class SheetResourceTest {

    private static final String SHEETS = "/api/v1/evaluation-sheets";

    @Inject
    TestClock clock;

    @BeforeEach
    void start() {
        clock.setToday(LocalDate.parse("2027-01-10"));
        Given.units();
        TestDatabase.shared().execute("""
                insert into task_fact (event_id, task_id, plan_id, unit_code, business_date, version, data)
                select gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), '10675', '2026-08-31', 3, jsonb_build_object(
                    'kind', 'TASK', 'timing', jsonb_build_object('kind', 'MONTH'), 'status', 'COMPLETED',
                    'dueOn', '2026-08-31', 'completedOn', case when n <= 8 then '2026-08-30' else '2026-09-09' end)
                from generate_series(1, 10) n""", """
                insert into grade_fact (event_id, indicator_id, plan_id, unit_code, as_of, version, data)
                select gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), '10675', '2026-12-31', 1, jsonb_build_object(
                    'status', 'ON_TRACK', 'measurementId', 'x', 'period', '2026-Q4') from generate_series(1, 10)""");
    }

    @AfterEach
    void end() {
        clock.reset();
    }

    @Test
    void livesFromDraftToConfirmation() {
        publishedRanking();
        Response made = make("unit-head", "10675", "10675");
        // 35 × 8/10 + 35 + 10 of 80, the other components having nothing to count: 91.25
        made.then()
                .statusCode(201)
                .body("status", equalTo("DRAFT"))
                .body("score", equalTo(91.25f))
                .body("row.rank", equalTo(1))
                .body("parts.denominator", contains(10, 10, 0, 10, 0))
                .body("classification", nullValue());
        String id = made.path("id");
        step("unit-head", "10675", id, "submission", null)
                .then()
                .statusCode(422)
                .body("code", equalTo("SELF_ASSESSMENT_INCOMPLETE"));
        selfAssess("reporter", "11002", id).then().statusCode(404);
        selfAssess("reporter", "31", id).then().statusCode(403).body("code", equalTo("NOT_EVALUATED_UNIT"));
        selfAssess("reporter", "10675", id).then().statusCode(200);
        step("unit-head", "10675", id, "submission", null)
                .then()
                .statusCode(200)
                .body("status", equalTo("SUBMITTED"));
        selfAssess("reporter", "10675", id).then().statusCode(409).body("code", equalTo("EVALUATION_STATUS"));
        step("standing-body", "10675", id, "assessment", assessment("PENALTY", 2))
                .then()
                .statusCode(403)
                .body("code", equalTo("NOT_EVALUATING_UNIT"));
        step("standing-body", "31", id, "assessment", assessment("BONUS", 6))
                .then()
                .statusCode(422)
                .body("code", equalTo("POINTS_OUT_OF_BOUNDS"));
        step("leader", "31", id, "confirmation", null).then().statusCode(409);
        step("standing-body", "31", id, "assessment", assessment("PENALTY", 2))
                .then()
                .statusCode(200)
                .body("total", equalTo(89.25f))
                .body("classification", equalTo("GOOD"))
                .body("classificationTitle.vi", equalTo("Hoàn thành tốt nhiệm vụ"));
        step("leader", "31", id, "confirmation", null).then().statusCode(200).body("status", equalTo("CONFIRMED"));

        assertThatThrownBy(() -> TestDatabase.shared().execute("update evaluation_sheet set assessment = 'khác'"))
                .rootCause()
                .hasMessageContaining("never changes");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> !Events.read(SheetEvent.TOPIC, id).isEmpty());
        Events.Event told = Events.read(SheetEvent.TOPIC, id).getFirst();
        assertThat(told.type()).isEqualTo("vn.monitoring.evaluation.confirmed.v1");
        assertThat(EventSchemas.violations(told.type(), told.data().toString())).isEmpty();
    }

    @Test
    void becomesADocument() {
        String ranking = publishedRanking();
        String id = make("unit-head", "10675", "10675").path("id");

        List<Block> sheet =
                SheetBlocks.of(Given.as("leader", "31").get(SHEETS + "/" + id).as(SheetResponse.class));
        List<Block> table = RankingBlocks.of(
                Given.as("leader", "31").get("/api/v1/rankings/" + ranking).as(RankingResponse.class));

        assertThat(sheet).filteredOn(Block.Table.class::isInstance).hasSize(1);
        assertThat(sheet.toString()).contains("91,25/100").contains("chưa xếp loại");
        assertThat(table.toString())
                .contains("Khối phường")
                .contains("91,25")
                .contains("Phường Thạch Khôi: Có 0 nhiệm vụ đến hạn");
    }

    @Test
    void refusesWhatDoesNotFit() {
        make("unit-head", "10675", "10675").then().statusCode(409).body("code", equalTo("RANKING_MISSING"));
        publishedRanking();
        make("reporter", "10675", "10675").then().statusCode(403);
        make("leader", "24", "10675").then().statusCode(404);
        String id = make("leader", "31", "10675").path("id");
        make("unit-head", "10675", "10675")
                .then()
                .statusCode(409)
                .body("code", equalTo("EVALUATION_EXISTS"))
                .body("sheetId", equalTo(id));
        Given.as("unit-head", "10675")
                .post(SHEETS + "/" + id + "/submission")
                .then()
                .statusCode(428);
        Given.as("unit-head", "10675")
                .header("If-Match", "\"9\"")
                .post(SHEETS + "/" + id + "/submission")
                .then()
                .statusCode(412);
        assertThat(RestAssured.given().get(SHEETS).statusCode()).isEqualTo(401);
        assertThat(Given.as("leader", "24").get(SHEETS + "/" + id).statusCode()).isEqualTo(404);
        Given.as("leader", "24").get(SHEETS).then().body("items", empty());
        make("leader", "31", "11002").then().statusCode(201).body("row.rank", nullValue());
        Response first = Given.as("leader", "31").get(SHEETS + "?limit=1&year=2026&status=DRAFT");
        first.then().body("items.unitCode", contains("10675"));
        Given.as("leader", "31")
                .get(SHEETS + "?limit=1&cursor=" + first.path("next"))
                .then()
                .body("items", hasSize(1))
                .body("items.unitCode", contains("11002"))
                .body("next", nullValue());
    }

    private static String publishedRanking() {
        Response run = Given.as("leader", "31")
                .body(Map.of("unitCode", "31", "period", "2026"))
                .post("/api/v1/rankings");
        String id = run.path("summary.id");
        Given.as("leader", "31")
                .header("If-Match", run.header("ETag"))
                .post("/api/v1/rankings/" + id + "/publication")
                .then()
                .statusCode(200);
        return id;
    }

    private static Response make(String role, String unit, String unitCode) {
        return Given.as(role, unit)
                .body(Map.of("unitCode", unitCode, "year", 2026))
                .post(SHEETS);
    }

    private static Response selfAssess(String role, String unit, String id) {
        Map<String, String> texts = new HashMap<>();
        for (Component component : Component.values()) {
            texts.put(component.name(), "Đã làm tốt");
        }
        return Given.as(role, unit)
                .header("If-Match", tag(id))
                .body(Map.of("texts", texts))
                .put(SHEETS + "/" + id + "/self-assessment");
    }

    private static Map<String, Object> assessment(String kind, int points) {
        return Map.of(
                "text", "Đồng ý", "points", List.of(Map.of("kind", kind, "points", points, "reason", "Chậm báo cáo")));
    }

    private static Response step(String role, String unit, String id, String step, @Nullable Map<String, Object> body) {
        var request = Given.as(role, unit).header("If-Match", tag(id));
        return (body == null ? request : request.body(body)).post(SHEETS + "/" + id + "/" + step);
    }

    private static String tag(String id) {
        return Given.as("leader", "31").get(SHEETS + "/" + id).header("ETag");
    }
}
