package vn.monitoring.task.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.monitoring.task.Sample.PLAN;
import static vn.monitoring.task.Sample.TABLE;
import static vn.monitoring.task.Sample.TASKS;
import static vn.monitoring.task.Sample.as;
import static vn.monitoring.task.Sample.bring;
import static vn.monitoring.task.Sample.done;
import static vn.monitoring.task.Sample.etag;
import static vn.monitoring.task.Sample.importTable;
import static vn.monitoring.task.Sample.inspector;
import static vn.monitoring.task.Sample.problem;
import static vn.monitoring.task.Sample.read;
import static vn.monitoring.task.Sample.reporter;
import static vn.monitoring.task.Sample.standing;
import static vn.monitoring.task.Sample.step;
import static vn.monitoring.task.Sample.stranger;
import static vn.monitoring.task.Sample.taskId;
import static vn.monitoring.task.Sample.upload;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.monitoring.kit.testing.PlatformTestResource;
import vn.monitoring.kit.testing.TestClock;
import vn.monitoring.kit.testing.Tokens;
import vn.monitoring.task.Sample;

@QuarkusTest
@QuarkusTestResource(PlatformTestResource.class)
class DraftTest {

    private static final String DRAFT = """
            {"number":"27","title":"Bố trí điểm hỗ trợ dịch vụ công số","directorPosition":"Phó Chủ tịch UBND phường",
            "chairPosition":"Chánh Văn phòng","leadAgencies":["Văn phòng HĐND và UBND"],"leadUnitCode":"10675.VP",
            "deliverable":"Biên bản","timing":"Quý III/2026","legalBases":["57-NQ/TW"]}""";

    private final TestClock clock;

    DraftTest(TestClock clock) {
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
    void addsATaskThatImportsLeaveAlone() {
        importTable();
        Response created = create(standing(), PLAN, DRAFT);
        done(created, 201);

        String id = created.jsonPath().getString("id");
        JsonPath task = read(inspector(), id).jsonPath();
        assertThat(task.getString("status")).isEqualTo("DRAFT");
        assertThat(task.getString("responsibleUnitCode")).isEqualTo("10675.VP");
        assertThat(task.getString("chairPosition")).isEqualTo("Chánh Văn phòng");
        assertThat(task.getList("legalBases")).containsExactly("57-NQ/TW");
        assertThat(task.getString("dueOn")).isEqualTo("2026-09-30");
        assertThat(task.getInt("sixClears.score")).isEqualTo(100);
        assertThat(task.getList("history.what")).containsExactly("CREATED");

        problem(create(standing(), PLAN, DRAFT), 409, "NUMBER_TAKEN");
        JsonPath again = upload(standing(), PLAN, false, "a.csv", TABLE.getBytes(StandardCharsets.UTF_8))
                .jsonPath();
        assertThat(again.getList("sheet.code")).doesNotContain("NOT_IN_SHEET");
        assertThat(read(inspector(), id).header("ETag")).isEqualTo(created.header("ETag"));
    }

    @Test
    void namesThePartsOfTheSixClearsThatAreMissing() {
        Response created = create(standing(), PLAN, "{\"title\":\"Họp giao ban\"}");
        done(created, 201);

        assertThat(created.jsonPath().getInt("sixClears.score")).isEqualTo(16);
        assertThat(created.jsonPath().getList("sixClears.missing"))
                .containsExactly("WHO", "RESPONSIBILITY", "AUTHORITY", "WHEN", "RESULT");
        assertThat(created.jsonPath().getString("responsibleUnitCode")).isEqualTo("10675");
    }

    @Test
    void refusesWhatIsNoTask() {
        problem(create(standing(), PLAN, "{\"work\":\"x\"}"), 422, "TITLE_MISSING");
        problem(create(standing(), PLAN, "{\"title\":\"x\",\"leadUnitCode\":\"11002\"}"), 422, "UNIT_NOT_IN_PLAN");
        problem(create(standing(), UUID.randomUUID(), DRAFT), 404, "PLAN_NOT_FOUND");
        problem(create(stranger(), PLAN, DRAFT), 404, "PLAN_NOT_FOUND");
        problem(create(reporter(), PLAN, DRAFT), 403, "FORBIDDEN");
        problem(
                RestAssured.given().contentType(ContentType.JSON).body(DRAFT).post("/api/v1/plans/{id}/tasks", PLAN),
                401,
                "UNAUTHENTICATED");
    }

    @Test
    void correctsADraftAndKeepsTheCorrectionThroughAnImportOfTheSameTable() {
        String id = taskId("1");

        done(patch(standing(), id, etag(id), "{\"timing\":\"Tháng 8/2026\",\"deliverable\":\"\"}"), 200);
        importTable();
        JsonPath corrected = read(standing(), id).jsonPath();
        assertThat(corrected.getString("timing.due")).isEqualTo("2026-08-31");
        assertThat(corrected.getString("deliverable")).isNull();
        assertThat(corrected.getString("title")).isEqualTo("Xây dựng Kế hoạch của UBND phường");
        assertThat(corrected.getList("sixClears.missing")).containsExactly("RESULT");

        String changed = TABLE.replace("Tháng 6/2026", "Tháng 10/2026");
        JsonPath result = upload(standing(), PLAN, false, "a.csv", changed.getBytes(StandardCharsets.UTF_8))
                .jsonPath();
        assertThat(result.getString("rows[0].change")).isEqualTo("UPDATED");
        assertThat(read(standing(), id).jsonPath().getString("timing.due")).isEqualTo("2026-10-31");
    }

    @Test
    void makesATaskOfARowThatWaitedForADecision() {
        String table = TABLE.replace("2,Tuyên truyền Nghị quyết 57,", ",,");
        JsonPath imported = upload(standing(), PLAN, false, "a.csv", table.getBytes(StandardCharsets.UTF_8))
                .jsonPath();
        String id = imported.getString("rows.find { it.outcome == 'NEEDS_DECISION' }.id");
        problem(step(standing(), id, "assignment", null), 409, "TASK_NEEDS_DECISION");

        problem(patch(standing(), id, etag(id), "{\"confirmed\":true}"), 422, "TITLE_MISSING");
        done(patch(standing(), id, etag(id), "{\"confirmed\":true,\"title\":\"Tuyên truyền Nghị quyết 57\"}"), 200);

        assertThat(read(standing(), id).jsonPath().getBoolean("needsDecision")).isFalse();
        done(step(standing(), id, "assignment", null), 200);
        problem(patch(standing(), id, etag(id), "{\"title\":\"x\"}"), 409, "WRONG_STATUS");
    }

    @Test
    void linksIndicatorsInEveryStatus() {
        String id = taskId("1");
        bring(id, "IN_PROGRESS");
        UUID indicator = UUID.randomUUID();
        String links = "{\"indicatorIds\":[\"%s\"],\"canonicalCodes\":[\"CI-07\"]}".formatted(indicator);

        done(link(standing(), id, etag(id), links), 200);

        JsonPath task = read(inspector(), id).jsonPath();
        assertThat(task.getList("indicatorIds")).containsExactly(indicator.toString());
        assertThat(task.getList("canonicalCodes")).containsExactly("CI-07");
        String before = etag(id);
        done(link(standing(), id, before, links), 200);
        assertThat(etag(id)).isEqualTo(before);
        done(link(standing(), id, before, "{}"), 200);
        assertThat(read(inspector(), id).jsonPath().getList("canonicalCodes")).isEmpty();
        problem(link(standing(), id, etag(id), "{\"canonicalCodes\":[\"CI 07\"]}"), 400, "INVALID_REQUEST");
        problem(link(reporter(), id, etag(id), links), 403, "FORBIDDEN");
        problem(link(stranger(), id, "*", links), 404, "NOT_FOUND");
    }

    @Test
    void needsTheVersionThatWasRead() {
        String id = taskId("1");
        problem(
                as(standing()).contentType(ContentType.JSON).body("{}").patch(TASKS + "/{id}", id),
                428,
                "PRECONDITION_REQUIRED");
        problem(patch(standing(), id, "\"99\"", "{}"), 412, "STALE");
        problem(patch(reporter(), id, etag(id), "{}"), 403, "FORBIDDEN");
        problem(patch(stranger(), id, "*", "{}"), 404, "NOT_FOUND");
        problem(link(standing(), id, "\"99\"", "{}"), 412, "STALE");
    }

    private static Response create(Tokens caller, UUID plan, String body) {
        return as(caller).contentType(ContentType.JSON).body(body).post("/api/v1/plans/{id}/tasks", plan);
    }

    private static Response patch(Tokens caller, String id, String etag, String body) {
        return as(caller)
                .header("If-Match", etag)
                .contentType(ContentType.JSON)
                .body(body)
                .patch(TASKS + "/{id}", id);
    }

    private static Response link(Tokens caller, String id, String etag, String body) {
        return as(caller)
                .header("If-Match", etag)
                .contentType(ContentType.JSON)
                .body(body)
                .put(TASKS + "/{id}/indicators", id);
    }
}
