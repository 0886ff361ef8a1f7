package vn.monitoring.indicator.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.monitoring.indicator.Callers.as;
import static vn.monitoring.indicator.Problems.assertProblem;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.monitoring.indicator.Callers;
import vn.monitoring.kit.testing.EventSchemas;
import vn.monitoring.kit.testing.Events;
import vn.monitoring.kit.testing.PlatformTestResource;
import vn.monitoring.kit.testing.TestClock;
import vn.monitoring.kit.testing.TestDatabase;
import vn.monitoring.kit.web.Cursor;

@QuarkusTest
@QuarkusTestResource(PlatformTestResource.class)
class PlanLifeResourceTest {

    private static final String ROWS = """
            1,Tỷ lệ hồ sơ TTHC xử lý trực tuyến,%,70%,≥ 85%,Trung tâm hành chính công
            2,Số doanh nghiệp khởi nghiệp,Doanh nghiệp,1,3,
            3,Việc chưa rõ,,,,
            """;

    private final TestClock clock;
    private final DuePlanChanges due;

    PlanLifeResourceTest(TestClock clock, DuePlanChanges due) {
        this.clock = clock;
        this.due = due;
    }

    @BeforeEach
    void units() {
        Callers.emptyDatabase();
        SamplePlans.importUnits();
        clock.setToday(LocalDate.of(2026, 6, 15));
    }

    @AfterEach
    void realTime() {
        clock.reset();
    }

    @Test
    void aDraftComesIntoForceWhenItIsActivated() {
        String id = importPlan(draft());

        assertThat(plan(id).getMap("$")).containsEntry("status", "DRAFT").containsEntry("activatedOn", null);
        clock.setToday(LocalDate.of(2026, 6, 20));
        Response answer = activate(id, etag(id));

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        assertThat(answer.header("ETag")).isEqualTo(etag(id));
        assertThat(answer.jsonPath().getString("status")).isEqualTo("IN_FORCE");
        assertThat(plan(id).getMap("$")).containsEntry("status", "IN_FORCE").containsEntry("activatedOn", "2026-06-20");
        await().untilAsserted(() -> assertThat(Events.read("monitoring.plan", id))
                .allSatisfy(event -> assertThat(EventSchemas.violations(
                                event.type(), event.data().toString()))
                        .isEmpty())
                .extracting(event -> event.data().path("status").asText() + " "
                        + event.data().path("activatedOn").asText())
                .containsExactly("DRAFT null", "IN_FORCE 2026-06-20"));
        assertProblem(activate(id, etag(id)), 409, "PLAN_NOT_DRAFT");
    }

    @Test
    void namesWhatIsNotClearByPlaceAndBlocksNothing() {
        String id = importPlan(draft());

        JsonPath report = activate(id, etag(id)).jsonPath();

        assertThat(report.getInt("indicators")).isEqualTo(3);
        assertThat(report.getInt("complete")).isZero();
        assertThat(report.getList("parts.part"))
                .isEqualTo(List.of("LEAD_AGENCY", "DIRECTOR", "DEADLINE", "OUTPUT", "MEASURE_UNIT", "CANONICAL"));
        assertThat(report.getInt("parts.find { it.part == 'LEAD_AGENCY' }.present"))
                .isEqualTo(1);
        assertThat(report.getInt("parts.find { it.part == 'DEADLINE' }.missing"))
                .isEqualTo(1);
        assertThat(report.getString("missing[2].place")).isEqualTo("indicators!A4");
        assertThat(report.getList("missing[2].parts")).contains("LEAD_AGENCY", "DEADLINE", "OUTPUT");
        assertThat(report.getList("missing[0].parts")).doesNotContain("LEAD_AGENCY", "DEADLINE", "MEASURE_UNIT");
        assertThat(report.getString("missing[2].message.vi")).contains("cơ quan chủ trì");
        assertThat(report.getList("warnings.code")).isEqualTo(List.of("NO_LEGAL_BASIS", "NO_PARENT_PLAN"));
        JsonPath again = as("leader", "10675")
                .get("/api/v1/plans/" + id + "/activation-report")
                .jsonPath();
        assertThat(again.getList("missing.name")).isEqualTo(report.getList("missing.name"));
        assertThat(again.getFloat("score")).isEqualTo(report.getFloat("score")).isBetween(1f, 99f);
        JsonPath ofAgency = as("reporter", "10675.HCC")
                .get("/api/v1/plans/" + id + "/activation-report")
                .jsonPath();
        assertThat(ofAgency.getList("missing.name"))
                .isEqualTo(report.getList("missing.name").subList(0, 1));
    }

    @Test
    void doesNotMakeAPlanInForceADraftAgain() {
        String id = importPlan(SamplePlans.smallHeader());

        assertThat(plan(id).getString("status")).isEqualTo("IN_FORCE");
        assertThat(plan(id).getString("activatedOn")).isEqualTo("2026-06-15");
        assertProblem(SamplePlans.importLines(ROWS, draft().toString(), ""), 409, "PLAN_NOT_DRAFT");
        assertProblem(
                SamplePlans.importLines(
                        ROWS,
                        SamplePlans.smallHeader().put("status", "IN_FORCE").toString(),
                        ""),
                400,
                "INVALID_REQUEST");
    }

    @Test
    void keepsADraftThatIsImportedAgainADraft() {
        String id = importPlan(draft());

        assertThat(importPlan(SamplePlans.smallHeader())).isEqualTo(id);
        assertThat(plan(id).getString("status")).isEqualTo("DRAFT");
    }

    @Test
    void supersedesWhatADraftReplacesOnlyWithItsActivation() {
        String old = importPlan(SamplePlans.smallHeader().put("number", "42/KH-UBND"));
        String id = importPlan(draft().put("supersedes", "42-KH/UBND"));
        assertThat(plan(old).getString("status")).isEqualTo("IN_FORCE");

        activate(id, etag(id));

        assertThat(plan(old).getMap("$"))
                .containsEntry("status", "SUPERSEDED")
                .containsEntry("supersededBy", id)
                .containsEntry("supersededOn", "2026-06-15");
    }

    @Test
    void isSupersededOnADayToComeByADecision() {
        String old = importPlan(SamplePlans.smallHeader());
        String successor = importPlan(SamplePlans.smallHeader().put("number", "99/KH-UBND"));

        Response answer = supersede(old, successor, "2026-07-01", etag(old));

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        assertThat(answer.jsonPath().getString("status")).isEqualTo("IN_FORCE");
        assertThat(answer.jsonPath().getString("supersededOn")).isEqualTo("2026-07-01");
        assertThat(due.applyAllDue()).isZero();
        clock.setToday(LocalDate.of(2026, 7, 1));
        assertThat(due.applyAllDue()).isEqualTo(1);
        assertThat(due.applyAllDue()).isZero();

        assertThat(plan(old).getString("status")).isEqualTo("SUPERSEDED");
        JsonPath versions = versions(old);
        assertThat(versions.getList("items.cause")).isEqualTo(List.of("SUPERSEDED", "SUPERSEDED", "IMPORTED"));
        assertThat(versions.getList("items.decisionDocument")).containsExactly(null, "15/QĐ-UBND", null);
        assertThat(versions.getList("items.recordedBy"))
                .isEqualTo(List.of("calendar", "standing-body-10675", "standing-body-10675"));
        assertProblem(supersede(old, successor, "2026-08-01", etag(old)), 409, "PLAN_NOT_IN_FORCE");
    }

    @Test
    void refusesSuccessorsThatCannotBe() {
        String id = importPlan(SamplePlans.smallHeader());
        String otherUnits = SamplePlans.importPlan("thach-khoi", "").jsonPath().getString("planId");
        String aDraft = importPlan(draft().put("number", "77/KH-UBND"));
        String good = importPlan(SamplePlans.smallHeader().put("number", "88/KH-UBND"));

        for (String successor :
                List.of(id, otherUnits, aDraft, UUID.randomUUID().toString())) {
            assertProblem(supersede(id, successor, "2026-07-01", etag(id)), 422, "SUPERSESSION_IMPOSSIBLE");
        }
        assertProblem(supersede(id, good, "2025-12-31", etag(id)), 422, "SUPERSESSION_IMPOSSIBLE");
        assertProblem(supersede(id, good, "9999-01-01", etag(id)), 422, "SUPERSESSION_IMPOSSIBLE");
        assertThat(supersede(id, good, "2026-09-01", etag(id)).statusCode()).isEqualTo(200);
        assertProblem(supersede(good, id, "2026-10-01", etag(good)), 422, "SUPERSESSION_IMPOSSIBLE");
    }

    @Test
    void expiresWithItsHorizonAndOnce() throws ExecutionException, InterruptedException {
        String id = importPlan(SamplePlans.smallHeader());
        String longer =
                importPlan(SamplePlans.smallHeader().put("number", "16/KH-UBND").put("horizonEnd", 2035));
        clock.setToday(LocalDate.of(2030, 12, 31));
        assertThat(due.applyAllDue()).isZero();

        clock.setToday(LocalDate.of(2031, 1, 1));
        List<Integer> changed = both(due::applyAllDue, due::applyAllDue);

        assertThat(changed.stream().mapToInt(Integer::intValue).sum()).isEqualTo(1);
        assertThat(plan(id).getString("status")).isEqualTo("EXPIRED");
        assertThat(plan(longer).getString("status")).isEqualTo("IN_FORCE");
        assertThat(versions(id).getList("items.cause")).isEqualTo(List.of("EXPIRED", "IMPORTED"));
        await().untilAsserted(() -> assertThat(Events.read("monitoring.plan", id))
                .extracting(event -> event.data().path("status").asText())
                .containsExactly("IN_FORCE", "EXPIRED"));
        Response revived = correct(id, SamplePlans.smallHeader().put("horizonEnd", 2032), etag(id));
        assertThat(revived.jsonPath().getString("status")).isEqualTo("IN_FORCE");
    }

    @Test
    void correctsTheHeaderAndKeepsWhatItWas() {
        String id = importPlan(SamplePlans.smallHeader());
        String before = etag(id);
        ObjectNode header = SamplePlans.smallHeader()
                .put("number", "15/KH-UBND")
                .put("title", "Kế hoạch đã đính chính")
                .put("decisionDocument", "CV 21/UBND-VX");
        header.putArray("legalBases").add("Nghị quyết 57-NQ/TW").add("Luật 71/2025/QH15");

        Response answer = correct(id, header, before);

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        assertThat(answer.jsonPath().getString("title")).isEqualTo("Kế hoạch đã đính chính");
        assertThat(answer.jsonPath().getList("legalBases")).hasSize(2);
        assertThat(answer.header("ETag")).isNotEqualTo(before);
        JsonPath versions = versions(id);
        assertThat(versions.getList("items.title")).isEqualTo(List.of("Kế hoạch đã đính chính", "Kế hoạch thử"));
        assertThat(versions.getList("items.cause")).isEqualTo(List.of("CORRECTED", "IMPORTED"));
        assertThat(versions.getString("items[0].decisionDocument")).isEqualTo("CV 21/UBND-VX");
        assertThat(correct(id, header, answer.header("ETag")).header("ETag")).isEqualTo(answer.header("ETag"));
        assertThat(versions(id).getList("items")).hasSize(2);
        JsonPath page = as("leader", "10675")
                .get("/api/v1/plans/" + id + "/versions?limit=1")
                .jsonPath();
        JsonPath next = as("leader", "10675")
                .get("/api/v1/plans/" + id + "/versions?limit=1&cursor=" + page.getString("next"))
                .jsonPath();
        assertThat(next.getList("items.title")).isEqualTo(List.of("Kế hoạch thử"));
        assertThat(next.getString("next")).isNull();
    }

    @Test
    void refusesCorrectionsThatContradict() {
        String id = importPlan(SamplePlans.smallHeader());
        importPlan(SamplePlans.smallHeader().put("number", "16/KH-UBND"));

        assertProblem(correct(id, SamplePlans.smallHeader().put("number", "16-KH/UBND"), etag(id)), 409, "PLAN_EXISTS");
        assertProblem(correct(id, SamplePlans.smallHeader().put("unitCode", "11002"), etag(id)), 422, "PLAN_INVALID");
        Response years = correct(id, SamplePlans.smallHeader().put("horizonEnd", 2020), etag(id));
        assertProblem(years, 422, "PLAN_INVALID");
        assertThat(years.jsonPath().getString("violations[0].field")).isEqualTo("horizonEnd");
        assertProblem(
                correct(id, SamplePlans.smallHeader().put("parentPlanId", id), etag(id)), 422, "PARENT_NOT_ABOVE");
        assertThat(versions(id).getList("items")).hasSize(1);
    }

    @Test
    void letsOneOfTwoWritersThrough() throws ExecutionException, InterruptedException {
        String id = importPlan(draft());
        String tag = etag(id);

        List<Integer> statuses = both(
                () -> activate(id, tag).statusCode(),
                () -> correct(id, SamplePlans.smallHeader().put("title", "Khác"), tag)
                        .statusCode());

        assertThat(statuses).containsExactlyInAnyOrder(200, 412);
    }

    @Test
    void tiesACommunesPlanToItsProvincesByNumberWhicheverComesFirst() {
        String early = importPlan(SamplePlans.smallHeader().put("parentNumber", "13-KH/TU"));
        assertThat(plan(early).getMap("$"))
                .containsEntry("parentPlanId", null)
                .containsEntry("parentNumber", "13-KH/TU");
        String province = provincePlan();
        String late =
                importPlan(SamplePlans.smallHeader().put("number", "16/KH-UBND").put("parentNumber", "13 - KH/TU"));

        assertThat(plan(late).getString("parentPlanId")).isEqualTo(province);
        assertThat(due.applyAllDue()).isEqualTo(1);
        assertThat(due.applyAllDue()).isZero();
        assertThat(plan(early).getString("parentPlanId")).isEqualTo(province);
        assertThat(versions(early).getList("items.cause")).isEqualTo(List.of("LINKED", "IMPORTED"));
        assertThat(as("leader", "31")
                        .get("/api/v1/plans?parentPlanId=" + province)
                        .jsonPath()
                        .getList("items.id"))
                .containsExactlyInAnyOrder(early, late);
        await().untilAsserted(() -> assertThat(Events.read("monitoring.plan", early)
                        .getLast()
                        .data()
                        .path("parentPlanId")
                        .asText())
                .isEqualTo(province));
    }

    @Test
    void tiesPlansById() {
        String province = provincePlan();
        String party = importPlan(SamplePlans.smallHeader().put("parentPlanId", province));
        String government =
                importPlan(SamplePlans.smallHeader().put("number", "16/KH-UBND").put("parentPlanId", party));

        assertThat(plan(government).getString("parentPlanId")).isEqualTo(party);
        assertProblem(
                correct(party, SamplePlans.smallHeader().put("parentPlanId", government), etag(party)),
                422,
                "PARENT_NOT_ABOVE");
        String otherUnits = SamplePlans.importPlan("thach-khoi", "").jsonPath().getString("planId");
        assertProblem(
                SamplePlans.importLines(
                        ROWS,
                        SamplePlans.smallHeader()
                                .put("parentPlanId", otherUnits)
                                .toString(),
                        "?dryRun=true"),
                422,
                "PARENT_NOT_ABOVE");
    }

    @Test
    void takesNoPlanForAUnitThatHasCeased() {
        String id = importPlan(draft());
        TestDatabase.shared().execute("update unit set valid_to = '2026-05-31' where code = '10675'");

        assertProblem(SamplePlans.importLines(ROWS, ""), 409, "UNIT_CEASED");
        assertProblem(activate(id, etag(id)), 409, "UNIT_CEASED");
        assertThat(plan(id).getString("id")).isEqualTo(id);
    }

    @Test
    void endsWithItsUnit() {
        String id = importPlan(SamplePlans.smallHeader());
        TestDatabase.shared().execute("update unit set valid_to = '2026-06-15' where code = '10675'");
        assertThat(due.applyAllDue()).isZero();
        clock.setToday(LocalDate.of(2026, 6, 16));

        assertThat(due.applyAllDue()).isEqualTo(1);
        assertThat(due.applyAllDue()).isZero();

        assertThat(plan(id).getString("status")).isEqualTo("EXPIRED");
        assertThat(versions(id).getList("items.cause")).isEqualTo(List.of("UNIT_CEASED", "IMPORTED"));
        assertThat(correct(id, SamplePlans.smallHeader().put("title", "Tên khác"), etag(id))
                        .jsonPath()
                        .getString("status"))
                .isEqualTo("EXPIRED");
    }

    @Test
    void listsPlansByStatus() {
        String aDraft = importPlan(draft());
        String inForce = importPlan(SamplePlans.smallHeader().put("number", "16/KH-UBND"));

        assertThat(ids("?status=DRAFT")).isEqualTo(List.of(aDraft));
        assertThat(ids("?status=IN_FORCE")).isEqualTo(List.of(inForce));
        assertProblem(as("leader", "10675").get("/api/v1/plans?status=KHAC"), 400, "INVALID_REQUEST");
    }

    @Test
    void readsAColumnBeforeAYear() {
        String csv = "STT,Chỉ tiêu,Đơn vị tính,Năm 2026,Trước năm 2030\n1,Tỷ lệ văn bản số,%,70%,100%\n";
        JsonPath json = SamplePlans.send(
                        "standing-body",
                        "10675",
                        "indicators.csv",
                        csv.getBytes(StandardCharsets.UTF_8),
                        SamplePlans.smallHeader().toString(),
                        "")
                .jsonPath();

        assertThat(json.getList("sheet.code")).isEqualTo(List.of("STRICT_BEFORE"));
        assertThat(json.getString("sheet[0].place")).isEqualTo("indicators!E1");
        assertThat(as("leader", "10675")
                        .get("/api/v1/indicators/" + json.getString("rows[0].id"))
                        .jsonPath()
                        .getList("targets.dueDate"))
                .isEqualTo(List.of("2026-12-31", "2029-12-31"));
    }

    @ParameterizedTest
    @CsvSource({"activation", "supersession", "correction"})
    void asksForTokenRoleScopeVersionAndShape(String what) {
        String id = importPlan(draft());
        String tag = etag(id);
        String body = switch (what) {
            case "activation" -> "{}";
            case "supersession" ->
                "{\"supersededBy\": \"%s\", \"decisionDocument\": \"QĐ\", \"effectiveOn\": \"2026-07-01\"}"
                        .formatted(UUID.randomUUID());
            default -> SamplePlans.smallHeader().toString();
        };
        String bad = what.equals("activation")
                ? "{\"decisionDocument\": \"" + "x".repeat(301) + "\"}"
                : "{\"decisionDocument\": \"QĐ\"}";

        assertProblem(call(what, id, json(RestAssured.given(), body).header("If-Match", tag)), 401, "UNAUTHENTICATED");
        assertProblem(call(what, id, json(as("reporter", "10675"), body).header("If-Match", tag)), 403, "FORBIDDEN");
        assertProblem(
                call(what, id, json(as("standing-body", "11002"), body).header("If-Match", tag)), 404, "NOT_FOUND");
        assertProblem(
                call(what, id, json(as("standing-body", "10675.HCC"), body).header("If-Match", tag)), 404, "NOT_FOUND");
        assertProblem(
                call(
                        what,
                        UUID.randomUUID().toString(),
                        json(as("standing-body", "10675"), body).header("If-Match", tag)),
                404,
                "NOT_FOUND");
        assertProblem(call(what, id, json(as("standing-body", "10675"), body)), 428, "PRECONDITION_REQUIRED");
        assertProblem(
                call(what, id, json(as("standing-body", "10675"), body).header("If-Match", "\"99\"")), 412, "STALE");
        assertProblem(
                call(what, id, json(as("standing-body", "10675"), bad).header("If-Match", tag)),
                400,
                "INVALID_REQUEST");
        assertProblem(
                call(
                        what,
                        id,
                        as("standing-body", "10675")
                                .contentType("text/plain")
                                .body(body)
                                .header("If-Match", tag)),
                415,
                "UNSUPPORTED_MEDIA_TYPE");
        assertThat(plan(id).getString("status")).isEqualTo("DRAFT");
    }

    @Test
    void showsReportAndVersionsToItsUnitsOnly() {
        String id = importPlan(draft());
        for (String path : List.of("/activation-report", "/versions")) {
            assertProblem(RestAssured.given().get("/api/v1/plans/" + id + path), 401, "UNAUTHENTICATED");
            assertProblem(as("public", "10675").get("/api/v1/plans/" + id + path), 403, "FORBIDDEN");
            assertProblem(as("leader", "24").get("/api/v1/plans/" + id + path), 404, "NOT_FOUND");
        }
        assertProblem(as("leader", "10675").get("/api/v1/plans/" + id + "/versions?limit=0"), 400, "INVALID_REQUEST");
        assertProblem(
                as("leader", "10675")
                        .get("/api/v1/plans/" + id + "/versions?cursor=" + new Cursor(List.of("x")).encode()),
                400,
                "INVALID_REQUEST");
        Response first = keyed(id);
        assertThat(keyed(id).asString()).isEqualTo(first.asString());
    }

    private Response keyed(String id) {
        return json(as("standing-body", "10675"), "{}")
                .header("If-Match", "*")
                .header("Idempotency-Key", "activation-1")
                .post("/api/v1/plans/" + id + "/activation");
    }

    private static Response call(String what, String id, RequestSpecification request) {
        return what.equals("correction")
                ? request.put("/api/v1/plans/" + id)
                : request.post("/api/v1/plans/" + id + "/" + what);
    }

    private static RequestSpecification json(RequestSpecification request, String body) {
        return request.contentType("application/json").body(body);
    }

    private static ObjectNode draft() {
        return SamplePlans.smallHeader().put("status", "DRAFT");
    }

    private static String importPlan(ObjectNode header) {
        Response answer = SamplePlans.importLines(ROWS, header.toString(), "");
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        return answer.jsonPath().getString("planId");
    }

    private static String provincePlan() {
        ObjectNode header = SamplePlans.smallHeader().put("unitCode", "31");
        header.put("number", "13-KH/TU");
        Response answer = SamplePlans.send(
                "standing-body",
                "31",
                "p.csv",
                "STT,Chỉ tiêu,Đơn vị tính,Năm 2030\n1,Tỷ lệ,%,80%\n".getBytes(StandardCharsets.UTF_8),
                header.toString(),
                "");
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        return answer.jsonPath().getString("planId");
    }

    private static Response activate(String id, String ifMatch) {
        return json(as("standing-body", "10675"), "{}")
                .header("If-Match", ifMatch)
                .post("/api/v1/plans/" + id + "/activation");
    }

    private static Response supersede(String id, String successor, String day, String ifMatch) {
        return json(as("standing-body", "10675"), """
                        {"supersededBy": "%s", "decisionDocument": "15/QĐ-UBND", "effectiveOn": "%s"}""".formatted(successor, day))
                .header("If-Match", ifMatch)
                .post("/api/v1/plans/" + id + "/supersession");
    }

    private static Response correct(String id, ObjectNode header, String ifMatch) {
        return json(as("standing-body", "10675"), header.toString())
                .header("If-Match", ifMatch)
                .put("/api/v1/plans/" + id);
    }

    private static JsonPath plan(String id) {
        return as("leader", "10675").get("/api/v1/plans/" + id).jsonPath();
    }

    private static String etag(String id) {
        return as("leader", "10675").get("/api/v1/plans/" + id).header("ETag");
    }

    private static JsonPath versions(String id) {
        return as("leader", "10675").get("/api/v1/plans/" + id + "/versions").jsonPath();
    }

    private static List<String> ids(String query) {
        return as("leader", "10675").get("/api/v1/plans" + query).jsonPath().getList("items.id");
    }

    private static List<Integer> both(Callable<Integer> one, Callable<Integer> other)
            throws ExecutionException, InterruptedException {
        try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
            List<Integer> results = new ArrayList<>();
            for (Future<Integer> result : pool.invokeAll(List.of(one, other))) {
                results.add(result.get());
            }
            return results;
        }
    }
}
