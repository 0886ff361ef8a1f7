package vn.monitoring.task.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.monitoring.task.Sample.PLAN;
import static vn.monitoring.task.Sample.REFERENCE;
import static vn.monitoring.task.Sample.TASKS;
import static vn.monitoring.task.Sample.as;
import static vn.monitoring.task.Sample.done;
import static vn.monitoring.task.Sample.importTable;
import static vn.monitoring.task.Sample.inspector;
import static vn.monitoring.task.Sample.leader;
import static vn.monitoring.task.Sample.problem;
import static vn.monitoring.task.Sample.read;
import static vn.monitoring.task.Sample.reporter;
import static vn.monitoring.task.Sample.standing;
import static vn.monitoring.task.Sample.stranger;
import static vn.monitoring.task.Sample.taskId;
import static vn.monitoring.task.Sample.update;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.monitoring.kit.testing.PlatformTestResource;
import vn.monitoring.kit.testing.TestClock;
import vn.monitoring.kit.testing.Tokens;
import vn.monitoring.task.Sample;

@QuarkusTest
@QuarkusTestResource(PlatformTestResource.class)
class InspectionTest {

    private static final String INSPECTIONS = "/api/v1/inspections";
    private static final String CONCLUSION = "{\"text\":\"Cơ bản đúng kế hoạch; 01 kiến nghị\"}";

    private final TestClock clock;

    InspectionTest(TestClock clock) {
        this.clock = clock;
    }

    @BeforeEach
    void prepare() {
        Sample.prepare();
        clock.setToday(LocalDate.of(2026, 6, 10));
    }

    @AfterEach
    void releaseClock() {
        clock.reset();
    }

    @Test
    void closesOnceAllThatItFoundIsPutRight() {
        String inspected = taskId("1");
        Response planned = plan(standing(), inspection("\"tasks\":[\"" + inspected + "\"],"));
        done(planned, 201);
        String id = planned.jsonPath().getString("id");
        done(step(id, "commencement", planned.header("ETag"), null), 200);
        Response found = find(leader(), id, finding("10675.VHXH", "\"aboutTaskId\":\"" + inspected + "\","));
        done(found, 201);
        String remedy = found.jsonPath().getString("findings[0].remedyTaskId");
        done(step(id, "conclusion", found.header("ETag"), CONCLUSION), 200);

        problem(step(id, "closure", "*", null), 409, "FINDINGS_OPEN");
        JsonPath task = read(inspector(), remedy).jsonPath();
        assertThat(task.getString("origin")).isEqualTo("INSPECTION");
        assertThat(task.getString("status")).isEqualTo("ASSIGNED");
        assertThat(task.getString("timing.due")).isEqualTo("2026-08-15");
        assertThat(task.getString("planId")).isEqualTo(PLAN.toString());
        assertThat(task.getList("leadAgencies")).containsExactly("Phòng Văn hóa - Xã hội");
        complete(remedy);

        Response closed = step(id, "closure", "*", null);
        done(closed, 200);
        assertThat(closed.jsonPath().getString("closedOn")).isEqualTo("2026-06-10");
        JsonPath read = as(inspector()).get(INSPECTIONS + "/{id}", id).jsonPath();
        assertThat(read.getString("status")).isEqualTo("CLOSED");
        assertThat(read.getBoolean("findings[0].resolved")).isTrue();
        assertThat(read.getList("tasks")).containsExactly(inspected);
        assertThat(as(inspector())
                        .get(INSPECTIONS + "?unit=10675&status=CLOSED")
                        .jsonPath()
                        .getList("items"))
                .hasSize(1);
    }

    @Test
    void keepsTheRemedyWhenThePlanIsImportedAgain() {
        importTable();
        String id = started("\"planId\":\"" + PLAN + "\",");
        done(find(standing(), id, finding("10675.CA", "")), 201);

        JsonPath again = importTable();

        assertThat(again.getList("sheet.code")).doesNotContain("NOT_IN_SHEET");
        assertThat(again.getInt("counts.unchanged")).isEqualTo(again.getInt("counts.rowsIn"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PLANNED", "AD_HOC", "THEMATIC"})
    void isHeldForEachReason(String kind) {
        Response planned = plan(leader(), inspection("").replace("THEMATIC", kind));

        done(planned, 201);
        assertThat(planned.jsonPath().getString("kind")).isEqualTo(kind);
        assertThat(planned.header("Location"))
                .endsWith(INSPECTIONS + "/" + planned.jsonPath().getString("id"));
    }

    @Test
    void takesItsStepsInTheirOrder() {
        String id = plan(standing(), inspection("")).jsonPath().getString("id");
        problem(step(id, "conclusion", "*", CONCLUSION), 409, "INSPECTION_STATUS");
        problem(step(id, "closure", "*", null), 409, "INSPECTION_STATUS");
        problem(find(standing(), id, finding("10675.VHXH", "")), 409, "INSPECTION_STATUS");
        problem(step(id, "commencement", "\"7\"", null), 412, "STALE");
        problem(step(id, "commencement", null, null), 428, "PRECONDITION_REQUIRED");
        done(step(id, "commencement", "*", null), 200);
        problem(step(id, "commencement", "*", null), 409, "INSPECTION_STATUS");
        done(step(id, "conclusion", "*", CONCLUSION), 200);
        done(step(id, "closure", "*", null), 200);
        problem(find(standing(), id, finding("10675.VHXH", "")), 409, "INSPECTION_STATUS");
    }

    @Test
    void refusesWhatDoesNotFit() {
        importTable();
        problem(plan(standing(), inspection("").replace("2026-06-15", "2026-06-01")), 422, "INSPECTION_DAYS");
        problem(
                plan(standing(), inspection("\"tasks\":[\"" + UUID.randomUUID() + "\"],")),
                422,
                "INSPECTED_TASK_UNKNOWN");
        problem(plan(standing(), inspection("").replace("THEMATIC", "OTHER")), 400, "INVALID_REQUEST");
        String id = started("");
        problem(find(standing(), id, finding("10675.VHXH", "")), 422, "PLAN_NEEDED");
        String ofPlan = started("\"planId\":\"" + PLAN + "\",");
        problem(find(standing(), ofPlan, finding("11002", "")), 422, "UNIT_NOT_IN_PLAN");
        problem(
                find(standing(), ofPlan, finding("10675.VHXH", "").replace("2026-08-15", "2026-06-09")),
                422,
                "DEADLINE_PASSED");
    }

    @Test
    void letsTheInspectorReadAndOthersOfTheUnitDecide() {
        String id = plan(standing(), inspection("")).jsonPath().getString("id");

        problem(plan(inspector(), inspection("")), 403, "FORBIDDEN");
        problem(plan(reporter(), inspection("")), 403, "FORBIDDEN");
        problem(plan(stranger(), inspection("")), 404, "NOT_FOUND");
        problem(find(inspector(), id, finding("10675.VHXH", "")), 403, "FORBIDDEN");
        problem(find(stranger(), id, finding("10675.VHXH", "")), 404, "NOT_FOUND");
        for (String path : List.of("commencement", "conclusion", "closure")) {
            String body = path.equals("conclusion") ? CONCLUSION : null;
            problem(step(inspector(), id, path, "*", body), 403, "FORBIDDEN");
            problem(step(stranger(), id, path, "*", body), 404, "NOT_FOUND");
        }
        done(as(inspector()).get(INSPECTIONS + "/{id}", id), 200);
        problem(as(stranger()).get(INSPECTIONS + "/" + id), 404, "NOT_FOUND");
        problem(as(reporter()).get(INSPECTIONS + "/" + id), 404, "NOT_FOUND");
        problem(as(stranger()).get(INSPECTIONS + "?unit=10675"), 404, "NOT_FOUND");
        assertThat(as(stranger()).get(INSPECTIONS).jsonPath().getList("items")).isEmpty();
        problem(RestAssured.given().get(INSPECTIONS), 401, "UNAUTHENTICATED");
        problem(as(Tokens.as("nobody").units("31")).get(INSPECTIONS), 403, "FORBIDDEN");
    }

    private String started(String more) {
        String id = plan(standing(), inspection(more)).jsonPath().getString("id");
        done(step(id, "commencement", "*", null), 200);
        return id;
    }

    private static void complete(String task) {
        done(Sample.step(reporter(), task, "acknowledgement", null), 200);
        done(Sample.step(reporter(), task, "updates", update("2026-06-10", 90)), 201);
        done(Sample.step(reporter(), task, "deliverables", REFERENCE), 201);
        done(Sample.step(reporter(), task, "submissions", "{\"submittedOn\":\"2026-06-10\"}"), 201);
        done(Sample.step(standing(), task, "submissions/1/acceptance", null), 200);
        assertThat(as(inspector()).get(TASKS + "/{id}", task).jsonPath().getString("status"))
                .isEqualTo("COMPLETED");
    }

    private static String inspection(String more) {
        return """
                {"unitCode":"10675",%s"kind":"THEMATIC","title":"Kiểm tra số hóa hồ sơ","startsOn":"2026-06-10",\
                "endsOn":"2026-06-15","headPosition":"Chủ nhiệm Ủy ban Kiểm tra"}""".formatted(more);
    }

    private static String finding(String lead, String more) {
        return """
                {"text":"Chưa ký số 120 hồ sơ",%s"remedy":"Ký số các hồ sơ còn thiếu","leadUnitCode":"%s",\
                "deadline":"2026-08-15","directorPosition":"Phó Chủ tịch UBND phường"}""".formatted(more, lead);
    }

    private static Response plan(Tokens caller, String body) {
        return as(caller).contentType(ContentType.JSON).body(body).post(INSPECTIONS);
    }

    private static Response find(Tokens caller, String id, String body) {
        return as(caller).contentType(ContentType.JSON).body(body).post(INSPECTIONS + "/{id}/findings", id);
    }

    private static Response step(String id, String path, @Nullable String ifMatch, @Nullable String body) {
        return step(standing(), id, path, ifMatch, body);
    }

    private static Response step(
            Tokens caller, String id, String path, @Nullable String ifMatch, @Nullable String body) {
        var request = as(caller);
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        if (body != null) {
            request.contentType(ContentType.JSON).body(body);
        }
        return request.post(INSPECTIONS + "/{id}/" + path, id);
    }
}
