package vn.monitoring.report.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
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
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.monitoring.kit.testing.EventSchemas;
import vn.monitoring.kit.testing.Events;
import vn.monitoring.kit.testing.PlatformTestResource;
import vn.monitoring.kit.testing.TestClock;
import vn.monitoring.kit.testing.TestDatabase;
import vn.monitoring.report.Given;

@QuarkusTest
@QuarkusTestResource(PlatformTestResource.class)
class RankingResourceTest {

    private static final String RANKINGS = "/api/v1/rankings";

    @Inject
    TestClock clock;

    @BeforeEach
    void start() {
        clock.setToday(LocalDate.parse("2026-11-22"));
        Given.units();
        TestDatabase.shared().execute("""
                insert into unit (code, parent_code, path, type, name, version) values
                ('10750', '31', '31.10750', 'COMMUNE_XA', 'Xã Phú Thái', 1),
                ('10751', '31', '31.10751', 'COMMUNE_PHUONG', 'Phường Ba', 1),
                ('10752', '31', '31.10752', 'COMMUNE_PHUONG', 'Phường Bốn', 1)""");
    }

    @AfterEach
    void end() {
        clock.reset();
    }

    @Test
    void ranksOpensAndPublishes() {
        Facts.tasks("10675", 8, 6);
        Facts.tasks("10675.VHXH", 2, 2);
        Facts.grades("10675.VHXH", 6, 4, 0);
        Facts.feedback("10675", 4, 3);
        Facts.tasks("11002", 10, 10);
        Facts.grades("11002", 10, 0, 0);
        Facts.tasks("10751", 4, 4);
        Facts.grades("10751", 7, 0, 3);
        Facts.tasks("10750", 5, 0);
        Facts.grades("10750", 5, 0, 0);
        toldRate("10675.VHXH", "2026-07", 10, 9);
        toldRate("10675.VHXH", "2026-08", 10, 7);
        toldRate("10675", "2026-10", 10, 0);
        Given.until("select count(*) from update_rate_fact", 3);

        Response made = run("standing-body", "31", Map.of());

        made.then()
                .statusCode(201)
                .header("ETag", notNullValue())
                .body("summary.status", equalTo("DRAFT"))
                .body("summary.asOf", equalTo("2026-09-30"))
                .body("summary.policyVersion", equalTo(1))
                .body("rows.unitCode", contains("11002", "10675", "10751", "10752", "10750"))
                .body("rows.rank", contains(1, 2, null, null, 1))
                .body("rows[2].reasons.code", contains("TOO_FEW_DUE_TASKS", "COVERAGE_TOO_LOW"))
                .body("rows[2].reasons[0].message.vi", containsString("4 nhiệm vụ"))
                .body("components.weight", contains(35, 35, 15, 10, 5));
        String id = made.path("summary.id");
        // 35 × 8/10 + 35 × 8/10 + 15 × 16/20 + 10 × 6/10 + 5 × 3/4 = 77.75
        Given.as("inspector", "31")
                .get(RANKINGS + "/" + id + "/units/10675")
                .then()
                .statusCode(200)
                .body("row.score", equalTo(77.75f))
                .body("exactScore", equalTo("311/400"))
                .body("parts.numerator", contains(8, 8, 16, 6, 3))
                .body("parts.denominator", contains(10, 10, 20, 10, 4))
                .body("parts.percent", contains(80.00f, 80.00f, 80.00f, 60.00f, 75.00f))
                .body("counts.quality.firm", equalTo(6))
                .body("facts.tasks", hasSize(10))
                .body("facts.grades", hasSize(10))
                .body("facts.updates", hasSize(2))
                .body("facts.feedback", hasSize(4));

        assertThat(read("reporter", "10675", id).statusCode()).isEqualTo(404);
        publish("standing-body", "31", id).then().statusCode(403);
        publish("leader", "31", id).then().statusCode(200).body("summary.publishedBy", equalTo("leader-31"));
        publish("leader", "31", id).then().statusCode(409).body("code", equalTo("RANKING_STATUS"));
        read("reporter", "10675", id).then().statusCode(200).body("summary.status", equalTo("PUBLISHED"));
        assertThat(read("leader", "24", id).statusCode()).isEqualTo(404);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> !Events.read(RankingEvent.TOPIC, id).isEmpty());
        Events.Event told = Events.read(RankingEvent.TOPIC, id).getFirst();
        assertThat(EventSchemas.violations(told.type(), told.data().toString())).isEmpty();
    }

    @Test
    void givesTheSameResultWhateverComesLater() {
        Facts.tasks("10675", 8, 6);
        Facts.grades("10675", 8, 2, 0);
        String id = run("leader", "31", Map.of()).path("summary.id");
        String before = read("leader", "31", id).asString();
        String opened = Given.as("leader", "31")
                .get(RANKINGS + "/" + id + "/units/10675")
                .asString();

        Facts.tasks("10675", 40, 0);
        Facts.grades("10675", 0, 40, 10);
        TestDatabase.shared().execute("update unit set name = 'Phường khác', type = 'COMMUNE_XA' where code = '10675'");
        Given.as("leader", "31")
                .body(policy(Map.of()))
                .post("/api/v1/ranking-policies")
                .then()
                .statusCode(201);

        assertThat(read("leader", "31", id).asString()).isEqualTo(before);
        assertThat(Given.as("leader", "31")
                        .get(RANKINGS + "/" + id + "/units/10675")
                        .asString())
                .isEqualTo(opened);
        Given.as("inspector", "31")
                .get(RANKINGS + "/" + id + "/verification")
                .then()
                .body("matches", equalTo(true));
        run("leader", "31", Map.of())
                .then()
                .body("summary.policyVersion", equalTo(2))
                .body("rows.find { it.unitCode == '10675' }.dueTasks", equalTo(48));
        assertThatThrownBy(() -> TestDatabase.shared().execute("update ranking_row set rank = 1"))
                .rootCause()
                .hasMessageContaining("never changes");
        assertThatThrownBy(() -> TestDatabase.shared().execute("update ranking set content_hash = 'x'"))
                .rootCause()
                .hasMessageContaining("never changes");
    }

    @Test
    void countsWhatWasKnownAsAtTheDay() {
        Facts.tasks("10675", 6, 6);
        Facts.grades("10675", 5, 0, 0);

        run("leader", "31", Map.of("asOf", "2026-08-30"))
                .then()
                .body("rows.find { it.unitCode == '10675' }.dueTasks", equalTo(0));
        run("leader", "31", Map.of("asOf", "2026-08-31"))
                .then()
                .body("rows.find { it.unitCode == '10675' }.dueTasks", equalTo(6))
                .body("rows.find { it.unitCode == '10675' }.coverage", nullValue());
    }

    @Test
    void correctsByANewRunThatNamesTheDifference() {
        Facts.tasks("10675", 6, 3);
        Facts.grades("10675", 5, 0, 0);
        String first = run("leader", "31", Map.of()).path("summary.id");
        publish("leader", "31", first).then().statusCode(200);
        Facts.tasks("10675", 6, 6);

        String silent = run("leader", "31", Map.of()).path("summary.id");
        publish("leader", "31", silent)
                .then()
                .statusCode(409)
                .body("code", equalTo("RANKING_PUBLISHED"))
                .body("rankingId", equalTo(first));
        run("leader", "31", Map.of("corrects", first))
                .then()
                .statusCode(422)
                .body("code", equalTo("RANKING_CORRECTION"));
        clock.advance(Duration.ofMinutes(1));
        Response second = run("leader", "31", Map.of("corrects", first, "difference", "Bổ sung 6 nhiệm vụ báo muộn"));
        second.then()
                .statusCode(201)
                .body("changes.unitCode", contains("10675"))
                .body("changes[0].scoreAfter", not(equalTo(second.path("changes[0].scoreBefore"))));
        publish("leader", "31", second.path("summary.id")).then().statusCode(200);

        read("leader", "31", first).then().body("summary.status", equalTo("CORRECTED"));
        Given.as("reporter", "10675")
                .get(RANKINGS + "?period=2026-Q3&limit=1")
                .then()
                .body("items.id", contains((String) second.path("summary.id")))
                .body("next", notNullValue());
        Given.as("leader", "24").get(RANKINGS).then().body("items", empty());
    }

    @Test
    void refusesWhatDoesNotFit() {
        run("leader", "31", Map.of("asOf", "2026-06-30"))
                .then()
                .statusCode(422)
                .body("code", equalTo("AS_OF_OUT_OF_PERIOD"));
        run("leader", "31", Map.of("asOf", "2026-11-23")).then().statusCode(422);
        run("leader", "10675", Map.of("unitCode", "10675"))
                .then()
                .statusCode(409)
                .body("code", equalTo("NO_COMMUNES"));
        run("leader", "24", Map.of()).then().statusCode(404);
        run("reporter", "31", Map.of()).then().statusCode(403);
        run("leader", "31", Map.of("period", "2026-Q5")).then().statusCode(400);
        assertThat(RestAssured.given().get(RANKINGS).statusCode()).isEqualTo(401);
        String id = run("leader", "31", Map.of()).path("summary.id");
        Given.as("leader", "31")
                .post(RANKINGS + "/" + id + "/publication")
                .then()
                .statusCode(428);
        Given.as("leader", "31")
                .header("If-Match", "\"7\"")
                .post(RANKINGS + "/" + id + "/publication")
                .then()
                .statusCode(412);
        Given.as("leader", "31")
                .body(policy(Map.of("excellentFrom", 60)))
                .post("/api/v1/ranking-policies")
                .then()
                .statusCode(422)
                .body("code", equalTo("RANKING_POLICY_INVALID"));
        Given.as("leader", "31")
                .get("/api/v1/ranking-policies?unit=10675")
                .then()
                .statusCode(200)
                .body("items.version", contains(1));
    }

    @Test
    void leavesAsATable() {
        Facts.tasks("10675", 8, 6);
        Facts.grades("10675", 8, 2, 0);
        String id = run("leader", "31", Map.of()).path("summary.id");

        String csv = Given.as("leader", "31")
                .get(RANKINGS + "/" + id + "/table?format=csv")
                .asString();

        assertThat(csv).contains("Hạng").contains("Phường Kinh Môn").contains("0 nhiệm vụ đến hạn");
        Given.as("leader", "31")
                .get(RANKINGS + "/" + id + "/table?format=xlsx")
                .then()
                .statusCode(200)
                .header("Content-Disposition", containsString("xep-hang-31-2026-Q3.xlsx"));
        Given.as("leader", "31")
                .get(RANKINGS + "/" + id + "/table?format=pdf")
                .then()
                .statusCode(400);
    }

    @Test
    void ranksAProvinceAtOnce() {
        TestDatabase.shared().execute("""
                insert into unit (code, parent_code, path, type, name, version)
                select to_char(n, 'FM00000'), '24', ('24.' || to_char(n, 'FM00000'))::ltree, 'COMMUNE_XA', 'Xã ' || n, 1
                from generate_series(20001, 20130) n""", """
                insert into task_fact (event_id, task_id, plan_id, unit_code, business_date, version, data)
                select gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), to_char(n, 'FM00000'), '2026-08-31', 3,
                    jsonb_build_object('kind', 'TASK', 'timing', jsonb_build_object('kind', 'MONTH'), 'status', 'COMPLETED',
                        'dueOn', '2026-08-31', 'completedOn', case when k % (n % 7 + 2) = 0 then '2026-09-30' else '2026-08-30' end)
                from generate_series(20001, 20130) n cross join generate_series(1, 30) k""", """
                insert into grade_fact (event_id, indicator_id, plan_id, unit_code, as_of, version, data)
                select gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), to_char(n, 'FM00000'), '2026-09-30', 1,
                    jsonb_build_object('status', case when k % (n % 5 + 2) = 0 then 'BEHIND' else 'ON_TRACK' end,
                        'measurementId', 'x', 'period', '2026-Q3')
                from generate_series(20001, 20130) n cross join generate_series(1, 25) k""", "analyze");
        Given.as("leader", "24").get("/api/v1/ranking-policies?unit=24").then().statusCode(200);

        long start = System.nanoTime();
        Response made = run("leader", "24", Map.of("unitCode", "24"));

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
        made.then().statusCode(201).body("rows", hasSize(131)).body("rows.findAll { it.rank != null }", hasSize(130));
        List<Integer> ranks = made.path("rows.findAll { it.rank != null }.rank");
        assertThat(ranks).isSorted().startsWith(1);
    }

    private static Response run(String role, String unit, Map<String, Object> settings) {
        Map<String, Object> body = new HashMap<>(Map.of("unitCode", "31", "period", "2026-Q3"));
        body.putAll(settings);
        return Given.as(role, unit).body(body).post(RANKINGS);
    }

    private static Map<String, Object> policy(Map<String, Object> changed) {
        Map<String, Object> settings = new HashMap<>(Map.of(
                "weights",
                Map.of("TASKS_ON_TIME", 40, "INDICATORS", 30, "MONTHLY_UPDATE", 15, "DATA_QUALITY", 10, "FEEDBACK", 5),
                "minDueTasks",
                3,
                "minCoveragePercent",
                70,
                "slightlyBehindPercent",
                50,
                "excellentFrom",
                90,
                "goodFrom",
                70,
                "completedFrom",
                50,
                "mostBonus",
                5,
                "mostPenalty",
                10));
        settings.putAll(changed);
        return Map.of("unitCode", "31", "decisionDocument", "Quyết định số 12/QĐ-UBND", "settings", settings);
    }

    private static Response read(String role, String unit, String id) {
        return Given.as(role, unit).get(RANKINGS + "/" + id);
    }

    private static Response publish(String role, String unit, String id) {
        String tag = read("inspector", "31", id).header("ETag");
        return Given.as(role, unit).header("If-Match", tag).post(RANKINGS + "/" + id + "/publication");
    }

    private static void toldRate(String unitCode, String month, int expected, int valid) {
        Given.told(
                "update-rate",
                "update-rate.closed",
                unitCode,
                JsonNodeFactory.instance
                        .objectNode()
                        .put("unitCode", unitCode)
                        .put("planId", UUID.randomUUID().toString())
                        .put("month", month)
                        .put("expected", expected)
                        .put("valid", valid)
                        .put("insufficient", 0)
                        .put("late", expected - valid)
                        .put("version", expected));
    }
}
