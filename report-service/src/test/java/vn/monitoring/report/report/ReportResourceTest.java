package vn.monitoring.report.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
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
class ReportResourceTest {

    @Inject
    TestClock clock;

    private final UUID plan = UUID.randomUUID();
    private final UUID indicator = UUID.randomUUID();
    private final UUID task = UUID.randomUUID();

    @BeforeEach
    void start() {
        clock.setToday(LocalDate.parse("2026-09-18"));
        Given.units();
    }

    @AfterEach
    void end() {
        clock.reset();
    }

    @Test
    void isDraftedFromWhatWasKnownAsAtTheCutOff() {
        Given.toldGrade(Given.grade(indicator, plan, "2026-06-30", "BEHIND", 60.5, 1));
        String used = Given.toldGrade(Given.grade(indicator, plan, "2026-09-14", "ON_TRACK", 72.1, 2));
        Given.toldGrade(Given.grade(indicator, plan, "2026-09-15", "ACHIEVED", 85, 3));
        String usedTask = Given.toldTask(Given.task(task, plan, "2026-08-20", "DUE_SOON", 1));
        Given.toldTask(Given.task(task, plan, "2026-09-16", "ON_TIME", 2));
        Given.until("select count(*) from grade_fact", 3);
        Given.until("select count(*) from task_fact", 2);

        Response drafted = draft("reporter", obligation());

        drafted.then()
                .statusCode(201)
                .header("ETag", notNullValue())
                .body("status", equalTo("DRAFT"))
                .body("period", equalTo("2026-Q3"))
                .body("cutOffOn", equalTo("2026-09-14"))
                .body("dueOn", equalTo("2026-09-21"))
                .body("punctuality", equalTo("PENDING"))
                .body(
                        "title",
                        equalTo(
                                "Báo cáo kết quả thực hiện Nghị quyết số 57-NQ/TW quý III năm 2026 của Phường Kinh Môn"))
                .body("figures.indicators", hasSize(1))
                .body("figures.indicators[0].eventId", equalTo(used))
                .body("figures.indicators[0].status", equalTo("ON_TRACK"))
                .body("figures.indicators[0].value", equalTo(72.1f))
                .body("figures.indicators[0].policyVersion", equalTo(1))
                .body("figures.indicators[0].measurementId", notNullValue())
                .body("figures.indicators[0].target.raw", equalTo("≥ 80%"))
                .body("figures.tasks", hasSize(1))
                .body("figures.tasks[0].eventId", equalTo(usedTask))
                .body("figures.tasks[0].timeliness", equalTo("OVERDUE"))
                .body("figures.tasks[0].unitCode", equalTo("10675.VHXH"))
                .body(
                        "sections.key",
                        contains("indicators", "tasks", "warnings", "difficulties", "proposals", "next-period"))
                .body("sections[0].text", containsString("13. Tỷ lệ hồ sơ trực tuyến: 72,1%"))
                .body("sections[1].text", containsString("4. Xây dựng kế hoạch"))
                .body("sections[3].text", containsString("Thiếu nhân lực"))
                .body("sections[5].text", containsString("Lấy ý kiến"))
                .body("changedSince", hasSize(0));
        Given.as("reporter", "10675")
                .get("/api/v1/report-obligations/" + drafted.path("obligationId"))
                .then()
                .body("status", equalTo("DRAFTED"))
                .body("reportId", equalTo(drafted.path("id")));
    }

    @Test
    void doesNotFollowWhatComesToLightLater() {
        String used = Given.toldGrade(Given.grade(indicator, plan, "2026-09-10", "ON_TRACK", 72.1, 1));
        Given.until("select count(*) from grade_fact", 1);
        String id = draft("reporter", obligation()).path("id");

        String late = Given.toldGrade(Given.grade(indicator, plan, "2026-09-12", "BEHIND", 60, 2));
        Given.toldGrade(Given.grade(indicator, plan, "2026-09-20", "ACHIEVED", 90, 3));
        Given.toldTask(Given.task(task, plan, "2026-09-01", "OVERDUE", 1));
        Given.until("select count(*) from grade_fact", 3);
        Given.until("select count(*) from task_fact", 1);

        read(id).then()
                .statusCode(200)
                .body("figures.indicators[0].eventId", equalTo(used))
                .body("figures.indicators[0].status", equalTo("ON_TRACK"))
                .body("figures.tasks", hasSize(0))
                .body("sections[0].text", containsString("72,1%"))
                .body("changedSince.kind", contains("INDICATOR", "TASK"))
                .body("changedSince[0].frozen.eventId", equalTo(used))
                .body("changedSince[0].frozen.status", equalTo("ON_TRACK"))
                .body("changedSince[0].now.eventId", equalTo(late))
                .body("changedSince[0].now.status", equalTo("BEHIND"))
                .body("changedSince[0].now.businessDate", equalTo("2026-09-12"))
                .body("changedSince[1].frozen", nullValue());
    }

    @Test
    void countsAFactOnce() {
        String event = UUID.randomUUID().toString();
        var grade = Given.grade(indicator, plan, "2026-09-10", "ON_TRACK", 72.1, 1);
        Given.told("grade", "grade.changed", indicator.toString(), grade, event);
        Given.told("grade", "grade.changed", indicator.toString(), grade, event);
        Given.toldGrade(grade);
        UUID other = UUID.randomUUID();
        Given.toldGrade(Given.grade(other, plan, "2026-09-10", "ON_TRACK", 1, 1));
        Given.until("select count(*) from grade_fact where indicator_id = '" + other + "'", 1);
        Given.until("select count(*) from inbox_event where consumer = 'grade-facts'", 3);

        assertThat(TestDatabase.shared().ask("select count(*) from grade_fact")).isEqualTo("2");
    }

    @Test
    void holdsOnlyThePlansOfItsBlockThatAreInForce() {
        UUID government = UUID.randomUUID();
        UUID superseded = UUID.randomUUID();
        Given.told("plan", "plan.changed", plan.toString(), Given.plan(plan, "10675", "DANG", "IN_FORCE"));
        Given.told(
                "plan",
                "plan.changed",
                government.toString(),
                Given.plan(government, "10675", "CHINH_QUYEN", "IN_FORCE"));
        Given.told(
                "plan", "plan.changed", superseded.toString(), Given.plan(superseded, "10675", "DANG", "SUPERSEDED"));
        Given.toldGrade(Given.grade(indicator, plan, "2026-09-10", "ON_TRACK", 1, 1));
        Given.toldGrade(Given.grade(UUID.randomUUID(), government, "2026-09-10", "ON_TRACK", 1, 1));
        Given.toldGrade(Given.grade(UUID.randomUUID(), superseded, "2026-09-10", "ON_TRACK", 1, 1));
        var parent =
                Given.task(UUID.randomUUID(), plan, "2026-09-01", "OVERDUE", 1).put("kind", "PARENT");
        var undecided =
                Given.task(UUID.randomUUID(), plan, "2026-09-01", "OVERDUE", 1).put("needsDecision", true);
        Given.toldTask(parent);
        Given.toldTask(undecided);
        Given.until("select count(*) from grade_fact", 3);
        Given.until("select count(*) from task_fact", 2);
        Given.until("select count(*) from plan", 3);

        String party = Given.obligation(Given.regime(Map.of("block", "DANG")), "2026-Q3", "10675");
        String all = Given.obligation(Given.regime(Map.of("name", "Tất cả")), "2026-Q3", "10675");
        draft("reporter", party)
                .then()
                .body("figures.indicators.indicatorId", contains(indicator.toString()))
                .body("figures.tasks", hasSize(0));
        draft("reporter", all).then().body("figures.indicators", hasSize(2));
    }

    @Test
    void isDraftedAfterTheCutOffOnly() {
        clock.set(Instant.parse("2026-09-14T16:59:59Z"));
        String obligation = obligation();
        draft("reporter", obligation)
                .then()
                .statusCode(409)
                .body("code", equalTo("CUT_OFF_NOT_REACHED"))
                .body("cutOffAt", equalTo("2026-09-14T17:00:00Z"));
        clock.set(Instant.parse("2026-09-14T17:00:00Z"));
        draft("reporter", obligation).then().statusCode(201);
    }

    @Test
    void isDraftedOnce() {
        String obligation = obligation();
        String id = draft("reporter", obligation).path("id");
        draft("unit-head", obligation)
                .then()
                .statusCode(409)
                .body("code", equalTo("REPORT_EXISTS"))
                .body("reportId", equalTo(id));
    }

    @Test
    void keepsTheRevisionsOfASection() {
        String id = draft("reporter", obligation()).path("id");
        String etag = read(id).header("ETag");

        Response edited = edit("reporter", "10675", id, "proposals", "Đề nghị bố trí kinh phí.", etag);

        edited.then()
                .statusCode(200)
                .header("ETag", not(equalTo(etag)))
                .body("sections[4].text", equalTo("Đề nghị bố trí kinh phí."))
                .body("sections[4].generatedText", equalTo("Không có kiến nghị, đề xuất."))
                .body("sections[4].revision", equalTo(1))
                .body("sections[4].editedBy", equalTo("reporter-10675"));
        edit("unit-head", "10675", id, "proposals", "Không.", edited.header("ETag"))
                .then()
                .statusCode(200);
        Given.as("inspector", "31")
                .get("/api/v1/reports/" + id + "/sections/proposals/revisions")
                .then()
                .statusCode(200)
                .body("items.text", contains("Đề nghị bố trí kinh phí.", "Không."))
                .body("items.revision", contains(1, 2));
        edit("reporter", "10675", id, "proposals", "x", etag)
                .then()
                .statusCode(412)
                .body("code", equalTo("STALE"));
        edit("reporter", "10675", id, "proposals", "x", null)
                .then()
                .statusCode(428)
                .body("code", equalTo("PRECONDITION_REQUIRED"));
        edit("reporter", "10675", id, "no-such", "x", "*").then().statusCode(404);
        edit("reporter", "10675", id, "proposals", "x".repeat(50_001), "*")
                .then()
                .statusCode(400);
        edit("reporter", "07228", id, "proposals", "x", "*").then().statusCode(404);
        edit("reporter", "10675.VHXH", id, "proposals", "x", "*").then().statusCode(404);
        edit("standing-body", "31", id, "proposals", "x", "*")
                .then()
                .statusCode(403)
                .body("code", equalTo("NOT_SENDER"));
        edit("inspector", "10675", id, "proposals", "x", "*")
                .then()
                .statusCode(403)
                .body("code", equalTo("FORBIDDEN"));
        Given.as("inspector", "31")
                .get("/api/v1/reports/" + id + "/sections/no-such/revisions")
                .then()
                .statusCode(404);
    }

    @Test
    void livesFromDraftThroughReturnToAcceptance() {
        String id = draft("reporter", obligation()).path("id");

        submit("reporter", "10675", id).then().statusCode(403).body("code", equalTo("FORBIDDEN"));
        submit("unit-head", "11002", id).then().statusCode(404);
        submit("leader", "31", id).then().statusCode(403).body("code", equalTo("NOT_SENDER"));
        review("standing-body", "31", id, "acceptance")
                .then()
                .statusCode(409)
                .body("code", equalTo("REPORT_NOT_UNDER_REVIEW"));
        submit("unit-head", "10675", id)
                .then()
                .statusCode(200)
                .body("status", equalTo("SUBMITTED"))
                .body("submittedBy", equalTo("unit-head-10675"))
                .body("punctuality", equalTo("ON_TIME"));
        submit("unit-head", "10675", id).then().statusCode(409).body("code", equalTo("REPORT_NOT_SUBMITTABLE"));
        edit("reporter", "10675", id, "proposals", "x", "*")
                .then()
                .statusCode(409)
                .body("code", equalTo("REPORT_NOT_EDITABLE"));

        review("standing-body", "10675", id, "return").then().statusCode(403).body("code", equalTo("NOT_RECEIVER"));
        review("standing-body", "24", id, "return").then().statusCode(404);
        review("leader", "31", id, "return").then().statusCode(403).body("code", equalTo("FORBIDDEN"));
        clock.setToday(LocalDate.parse("2026-09-22"));
        review("standing-body", "31", id, "return")
                .then()
                .statusCode(200)
                .body("status", equalTo("RETURNED"))
                .body("returnReason", equalTo("Số liệu chưa khớp."))
                .body("punctuality", equalTo("OVERDUE"))
                .body("reviews.outcome", contains("RETURNED"));
        edit("reporter", "10675", id, "proposals", "Đã sửa.", "*").then().statusCode(200);
        submit("leader", "10675", id).then().statusCode(200).body("punctuality", equalTo("LATE"));
        review("standing-body", "31", id, "acceptance")
                .then()
                .statusCode(200)
                .body("status", equalTo("ACCEPTED"))
                .body("acceptedBy", equalTo("standing-body-31"))
                .body("punctuality", equalTo("LATE"))
                .body("reviews.outcome", contains("RETURNED", "ACCEPTED"));

        review("standing-body", "31", id, "return").then().statusCode(409);
        submit("unit-head", "10675", id).then().statusCode(409);
        edit("reporter", "10675", id, "proposals", "x", "*").then().statusCode(409);
        read(id).then().body("sections[4].text", equalTo("Đã sửa."));
        tellsEachStep(id);
    }

    private static void tellsEachStep(String id) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(Events.read("monitoring.report", id))
                        .extracting(Events.Event::type)
                        .containsExactly(
                                "vn.monitoring.report.obliged.v1",
                                "vn.monitoring.report.drafted.v1",
                                "vn.monitoring.report.submitted.v1",
                                "vn.monitoring.report.returned.v1",
                                "vn.monitoring.report.submitted.v1",
                                "vn.monitoring.report.accepted.v1"));
        List<Events.Event> events = Events.read("monitoring.report", id);
        for (Events.Event event : events) {
            assertThat(EventSchemas.violations(event.type(), event.data().toString()))
                    .as(event.type())
                    .isEmpty();
        }
        assertThat(events)
                .extracting(event -> event.data().get("version").asLong())
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void neverChangesOnceAcceptedWhoeverWrites() {
        Given.toldGrade(Given.grade(indicator, plan, "2026-09-10", "ON_TRACK", 72.1, 1));
        Given.until("select count(*) from grade_fact", 1);
        String id = draft("reporter", obligation()).path("id");
        assertThatThrownBy(() -> TestDatabase.shared().execute("update report_figure set ordinal = 9"))
                .hasStackTraceContaining("only replaced by its next revision");
        submit("unit-head", "10675", id);
        review("standing-body", "31", id, "acceptance").then().statusCode(200);

        for (String change : List.of(
                "update report set title = 'x'",
                "delete from report_section",
                "update report_section set edited_text = 'x'",
                "delete from report_figure",
                "update report_review set reason = 'x'")) {
            assertThatThrownBy(() -> TestDatabase.shared().execute(change))
                    .as(change)
                    .satisfiesAnyOf(
                            refused -> assertThat(refused).hasStackTraceContaining("never changes"),
                            refused -> assertThat(refused).hasStackTraceContaining("is locked"));
        }
    }

    @Test
    void isReviewedByAnotherPersonThanTheSender() {
        String id = draft("reporter", obligation()).path("id");
        submit("unit-head", "10675", id);
        TestDatabase.shared()
                .execute("update report set submitted_by_subject = 'subject-of-standing-body-31' where id = '" + id
                        + "'");

        review("standing-body", "31", id, "acceptance").then().statusCode(403).body("code", equalTo("NOT_RECEIVER"));
    }

    @Test
    void asksForTheVersionInEachStep() {
        String id = draft("reporter", obligation()).path("id");
        Given.as("unit-head", "10675")
                .post("/api/v1/reports/" + id + "/submission")
                .then()
                .statusCode(428);
        Given.as("unit-head", "10675")
                .header("If-Match", "\"99\"")
                .post("/api/v1/reports/" + id + "/submission")
                .then()
                .statusCode(412);
        submit("unit-head", "10675", id);
        Given.as("standing-body", "31")
                .post("/api/v1/reports/" + id + "/acceptance")
                .then()
                .statusCode(428);
        Given.as("standing-body", "31")
                .header("If-Match", "\"99\"")
                .body(Map.of("reason", "x"))
                .post("/api/v1/reports/" + id + "/return")
                .then()
                .statusCode(412);
        Given.as("standing-body", "31")
                .header("If-Match", "*")
                .body(Map.of("reason", " "))
                .post("/api/v1/reports/" + id + "/return")
                .then()
                .statusCode(400);
        Given.as("standing-body", "31")
                .header("If-Match", "*")
                .contentType("text/plain")
                .body("x")
                .post("/api/v1/reports/" + id + "/return")
                .then()
                .statusCode(415);
    }

    @Test
    void repeatsASubmissionForTheSameKey() {
        String id = draft("reporter", obligation()).path("id");
        for (int attempt = 1; attempt <= 2; attempt++) {
            Given.as("unit-head", "10675")
                    .header("If-Match", "*")
                    .header("Idempotency-Key", "submission-1")
                    .post("/api/v1/reports/" + id + "/submission")
                    .then()
                    .statusCode(200)
                    .body("status", equalTo("SUBMITTED"));
        }
        assertThat(TestDatabase.shared().ask("select version from report_obligation where id = '" + id + "'"))
                .isEqualTo("3");
    }

    @Test
    void refusesWhoMayNotDraft() {
        String obligation = obligation();
        RestAssured.given()
                .contentType("application/json")
                .body(Map.of("obligationId", obligation))
                .post("/api/v1/reports")
                .then()
                .statusCode(401)
                .contentType("application/problem+json");
        Given.as("inspector", "10675")
                .body(Map.of("obligationId", obligation))
                .post("/api/v1/reports")
                .then()
                .statusCode(403);
        Given.as("standing-body", "31")
                .body(Map.of("obligationId", obligation))
                .post("/api/v1/reports")
                .then()
                .statusCode(403)
                .body("code", equalTo("NOT_SENDER"));
        Given.as("reporter", "11002")
                .body(Map.of("obligationId", obligation))
                .post("/api/v1/reports")
                .then()
                .statusCode(404);
        Given.as("reporter", "10675").body("{}").post("/api/v1/reports").then().statusCode(400);
        Given.as("reporter", "10675")
                .contentType("text/plain")
                .body("x")
                .post("/api/v1/reports")
                .then()
                .statusCode(415);
    }

    @Test
    void listsTheReportsInSight() {
        String regime = Given.regime();
        String kinhMon = Given.obligation(regime, "2026-Q3", "10675");
        draft("reporter", kinhMon);
        Given.as("reporter", "11002")
                .body(Map.of("obligationId", Given.obligation(regime, "2026-Q3", "11002")))
                .post("/api/v1/reports")
                .then()
                .statusCode(201);
        submit("unit-head", "10675", kinhMon);

        Response first = Given.as("inspector", "31").get("/api/v1/reports?limit=1");
        first.then().statusCode(200).body("items.unitCode", contains("10675"));
        Given.as("inspector", "31")
                .get("/api/v1/reports?limit=1&cursor=" + first.path("next"))
                .then()
                .body("items.unitCode", contains("11002"))
                .body("next", nullValue());
        Given.as("inspector", "31")
                .get("/api/v1/reports?status=SUBMITTED&period=2026-Q3")
                .then()
                .body("items.id", contains(kinhMon));
        Given.as("reporter", "11002").get("/api/v1/reports").then().body("items.unitCode", contains("11002"));
        Given.as("reporter", "11002").get("/api/v1/reports?unit=10675").then().statusCode(404);
        Given.as("reporter", "11002").get("/api/v1/reports/" + kinhMon).then().statusCode(404);
        Given.as("reporter", "10675")
                .get("/api/v1/reports/" + UUID.randomUUID())
                .then()
                .statusCode(404);
    }

    private static String obligation() {
        return Given.obligation(Given.regime(), "2026-Q3", "10675");
    }

    private static Response draft(String role, String obligationId) {
        return Given.as(role, "10675")
                .body(Map.of("obligationId", obligationId))
                .post("/api/v1/reports");
    }

    private static Response read(String id) {
        return Given.as("reporter", "10675").get("/api/v1/reports/" + id);
    }

    private static Response edit(
            String role,
            String unit,
            String id,
            String key,
            String text,
            @org.jspecify.annotations.Nullable String ifMatch) {
        var request = Given.as(role, unit).body(Map.of("text", text));
        return (ifMatch == null ? request : request.header("If-Match", ifMatch))
                .put("/api/v1/reports/" + id + "/sections/" + key);
    }

    private static Response submit(String role, String unit, String id) {
        return Given.as(role, unit).header("If-Match", "*").post("/api/v1/reports/" + id + "/submission");
    }

    private static Response review(String role, String unit, String id, String what) {
        var request = Given.as(role, unit).header("If-Match", "*");
        return (what.equals("return") ? request.body(Map.of("reason", "Số liệu chưa khớp.")) : request)
                .post("/api/v1/reports/" + id + "/" + what);
    }
}
