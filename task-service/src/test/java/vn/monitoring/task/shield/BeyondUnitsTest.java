package vn.monitoring.task.shield;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.monitoring.task.Sample.PLAN;
import static vn.monitoring.task.Sample.TASKS;
import static vn.monitoring.task.Sample.as;
import static vn.monitoring.task.Sample.done;
import static vn.monitoring.task.Sample.etag;
import static vn.monitoring.task.Sample.problem;
import static vn.monitoring.task.Sample.read;
import static vn.monitoring.task.Sample.reporterOfAll;
import static vn.monitoring.task.Sample.standing;
import static vn.monitoring.task.Sample.step;
import static vn.monitoring.task.Sample.stranger;
import static vn.monitoring.task.Sample.update;
import static vn.monitoring.task.Sample.upload;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.monitoring.kit.testing.PlatformTestResource;
import vn.monitoring.kit.testing.TestClock;
import vn.monitoring.kit.testing.TestDatabase;
import vn.monitoring.kit.testing.Tokens;
import vn.monitoring.task.Sample;

/// What reaches beyond a caller's units on purpose still does with row-level security behind it; what may not is
/// refused
/// with a word, never by the database.
@QuarkusTest
@QuarkusTestResource(PlatformTestResource.class)
class BeyondUnitsTest {

    /// The culture office, which leads task 1; the office, which leads task 3; the police, who lead its second part.
    private static final String CULTURE = "10675.VHXH";

    private static final String OFFICE = "10675.VP";
    private static final String POLICE = "10675.CA";

    private static final String TABLE = Sample.TABLE.replace(
            "Tiếp nhận hệ thống thông tin,Phó Chủ tịch UBND phường,,",
            "Tiếp nhận hệ thống thông tin,Phó Chủ tịch UBND phường,Văn phòng HĐND và UBND,");

    private final TestClock clock;
    private JsonPath imported;

    BeyondUnitsTest(TestClock clock) {
        this.clock = clock;
    }

    @BeforeEach
    void prepare() {
        Sample.prepare();
        clock.setToday(LocalDate.of(2026, 6, 10));
        imported = importTable();
    }

    @AfterEach
    void releaseClock() {
        clock.reset();
    }

    @Test
    void refusesALeadOutOfSightWithAWordAndLetsHandOverWithinSight() {
        String id = id("1");
        String toPolice = "{\"leadUnitCode\":\"" + POLICE + "\"}";

        problem(step(of(CULTURE, "leader"), id, "assignment", toPolice), 422, "UNIT_NOT_IN_PLAN");
        problem(correct(of(CULTURE, "standing-body"), id, toPolice), 422, "UNIT_NOT_IN_PLAN");
        assertThat(read(of(CULTURE, "leader"), id).jsonPath().getString("status"))
                .isEqualTo("DRAFT");

        done(step(standing(), id, "assignment", toPolice), 200);
        problem(read(of(CULTURE, "leader"), id), 404, "NOT_FOUND");
        assertThat(read(of(POLICE, "leader"), id).jsonPath().getString("status"))
                .isEqualTo("ASSIGNED");
        assertThat(TestDatabase.shared()
                        .ask("select string_agg(responsible_unit_code, ' ' order by known_from) from task_version"
                                + " where task_id = '" + id + "'"))
                .as("what was known, of both units")
                .isEqualTo(CULTURE + " " + POLICE);
    }

    @Test
    void letsAnAgencyCorrectItsRowOfThePlanOfItsCommune() {
        Tokens culture = of(CULTURE, "standing-body");

        done(correct(culture, id("1"), "{\"deliverable\":\"Báo cáo\"}"), 200);
        problem(correct(culture, id("1"), "{\"number\":\"2\"}"), 409, "NUMBER_TAKEN");
    }

    @Test
    void letsTheParentOfAnotherUnitFollowItsPart() {
        String part = id("3.b");
        assertThat(read(of(OFFICE, "reporter"), id("3")).jsonPath().getString("status"))
                .isEqualTo("DRAFT");

        done(step(standing(), part, "assignment", "{\"assignedOn\":\"2026-06-01\"}"), 200);
        done(step(of(POLICE, "reporter"), part, "acknowledgement", null), 200);
        done(step(of(POLICE, "reporter"), part, "updates", update("2026-06-10", 60)), 201);

        problem(read(of(POLICE, "reporter"), id("3")), 404, "NOT_FOUND");
        problem(read(of(OFFICE, "reporter"), part), 404, "NOT_FOUND");
        JsonPath parent = read(of(OFFICE, "reporter"), id("3")).jsonPath();
        assertThat(parent.getString("status")).isEqualTo("IN_PROGRESS");
        assertThat(parent.getList("history.what")).contains("PROGRESSED");
    }

    @Test
    void sumsUpTheMoneyOfPartsThatOthersLead() {
        done(
                as(standing())
                        .header("If-Match", "\"0\"")
                        .contentType(ContentType.JSON)
                        .body("{\"lines\":[{\"source\":\"COMMUNE_BUDGET\",\"allocated\":2000}]}")
                        .put(TASKS + "/{id}/budget", id("3.b")),
                200);

        JsonPath reconciled =
                as(of(OFFICE, "reporter")).get("/api/v1/money/reconciliation").jsonPath();
        assertThat(reconciled.getList("items.number")).containsExactly("3");
        assertThat(reconciled.getLong("items[0].money.allocated")).isEqualTo(2000);
        assertThat(as(of(OFFICE, "reporter"))
                        .get(TASKS + "/{id}/budget", id("3"))
                        .jsonPath()
                        .getLong("parts.allocated"))
                .isEqualTo(2000);
        assertThat(as(of(CULTURE, "reporter"))
                        .get("/api/v1/money/reconciliation")
                        .jsonPath()
                        .getList("items"))
                .isEmpty();
    }

    @Test
    void closesNoInspectionWhileAnotherUnitPutsRightWhatItFound() {
        Response planned = post(standing(), "", """
                {"unitCode":"%s","planId":"%s","kind":"THEMATIC","title":"Kiểm tra số hóa","startsOn":"2026-06-10",
                "endsOn":"2026-06-15","headPosition":"Chủ nhiệm Ủy ban Kiểm tra"}""".formatted(CULTURE, PLAN));
        done(planned, 201);
        String inspection = "/" + planned.jsonPath().getString("id");
        done(post(standing(), inspection + "/commencement", null), 200);
        String finding = """
                {"text":"Chưa ký số","remedy":"Ký số hồ sơ","leadUnitCode":"%s","deadline":"2026-08-15"}""".formatted(POLICE);
        done(post(standing(), inspection + "/findings", finding), 201);
        done(post(standing(), inspection + "/conclusion", "{\"text\":\"Còn một kiến nghị\"}"), 200);

        Response seen = as(of(CULTURE, "leader")).get("/api/v1/inspections" + inspection);
        assertThat(seen.jsonPath().getList("findings.remedyStatus")).containsExactly("ASSIGNED");
        problem(read(of(CULTURE, "leader"), seen.jsonPath().getString("findings[0].remedyTaskId")), 404, "NOT_FOUND");
        problem(post(of(CULTURE, "leader"), inspection + "/closure", null), 409, "FINDINGS_OPEN");
    }

    @Test
    void judgesTheTasksOfAllUnitsWhoeverAsks() {
        done(step(standing(), id("1"), "assignment", "{\"assignedOn\":\"2026-02-01\"}"), 200);
        clock.setToday(LocalDate.of(2026, 6, 23));

        Response judged = as(stranger()).post("/api/v1/warnings/evaluations");

        done(judged, 200);
        assertThat(judged.jsonPath().getInt("tasks")).isEqualTo(4);
        assertThat(as(of(CULTURE, "reporter"))
                        .get("/api/v1/warnings?kind=DUE_SOON")
                        .jsonPath()
                        .getList("items.taskId"))
                .containsExactly(id("1"));
        assertThat(as(stranger()).get("/api/v1/warnings").jsonPath().getList("items"))
                .isEmpty();
    }

    @Test
    void findsRowsOfThePlanAgainWhoseUnitHasLeft() {
        moveCultureOfficeAway();
        problem(read(standing(), id("1")), 404, "NOT_FOUND");

        JsonPath again = importTable();

        assertThat(again.getString("rows.find { it.number == '1' }.id")).isEqualTo(id("1"));
        assertThat(TestDatabase.shared().ask("select count(*) from task")).isEqualTo("5");
    }

    @Test
    void letsEachFindAndEndHisCalendarLinksWhereverTheirUnitIs() {
        String link = as(reporterOfAll())
                .contentType(ContentType.JSON)
                .body("{\"unitCode\":\"" + CULTURE + "\",\"label\":\"Điện thoại\"}")
                .post("/api/v1/calendar-links")
                .jsonPath()
                .getString("link.id");
        moveCultureOfficeAway();

        assertThat(as(standing()).get("/api/v1/calendar-links").jsonPath().getList("items"))
                .isEmpty();
        problem(as(standing()).delete("/api/v1/calendar-links/{id}", link), 404, "NOT_FOUND");
        assertThat(as(reporterOfAll()).get("/api/v1/calendar-links").jsonPath().getList("items.id"))
                .containsExactly(link);
        done(as(reporterOfAll()).delete("/api/v1/calendar-links/{id}", link), 204);
        assertThat(as(reporterOfAll()).get("/api/v1/calendar-links").jsonPath().getList("items"))
                .isEmpty();
    }

    private static void moveCultureOfficeAway() {
        TestDatabase.shared()
                .execute("update unit set parent_code = '11002', path = '31.11002.10675_VHXH' where code = '" + CULTURE
                        + "'");
    }

    private static Tokens of(String unit, String role) {
        return Tokens.as(role + "-of-" + unit).roles(role).units(unit);
    }

    private static JsonPath importTable() {
        Response response = upload(standing(), PLAN, false, "nhiem-vu.csv", TABLE.getBytes(StandardCharsets.UTF_8));
        done(response, 201);
        return response.jsonPath();
    }

    private String id(String number) {
        return imported.getString("rows.find { it.number == '%s' }.id".formatted(number));
    }

    private static Response correct(Tokens caller, String id, String body) {
        return as(caller)
                .header("If-Match", etag(id))
                .contentType(ContentType.JSON)
                .body(body)
                .patch(TASKS + "/{id}", id);
    }

    /// To inspections, in their current state.
    private static Response post(Tokens caller, String path, @Nullable String body) {
        var request = as(caller).header("If-Match", "*");
        if (body != null) {
            request.contentType(ContentType.JSON).body(body);
        }
        return request.post("/api/v1/inspections" + path);
    }
}
