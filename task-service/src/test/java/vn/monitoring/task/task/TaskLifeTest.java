package vn.monitoring.task.task;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.monitoring.task.Sample.REFERENCE;
import static vn.monitoring.task.Sample.TASKS;
import static vn.monitoring.task.Sample.as;
import static vn.monitoring.task.Sample.bring;
import static vn.monitoring.task.Sample.done;
import static vn.monitoring.task.Sample.etag;
import static vn.monitoring.task.Sample.importTable;
import static vn.monitoring.task.Sample.inspector;
import static vn.monitoring.task.Sample.leader;
import static vn.monitoring.task.Sample.problem;
import static vn.monitoring.task.Sample.read;
import static vn.monitoring.task.Sample.reporter;
import static vn.monitoring.task.Sample.reporterOfAll;
import static vn.monitoring.task.Sample.standing;
import static vn.monitoring.task.Sample.step;
import static vn.monitoring.task.Sample.stranger;
import static vn.monitoring.task.Sample.taskId;
import static vn.monitoring.task.Sample.update;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.monitoring.kit.testing.EventSchemas;
import vn.monitoring.kit.testing.Events;
import vn.monitoring.kit.testing.PlatformTestResource;
import vn.monitoring.kit.testing.TestClock;
import vn.monitoring.kit.testing.TestDatabase;
import vn.monitoring.kit.testing.Tokens;
import vn.monitoring.task.Sample;

@QuarkusTest
@QuarkusTestResource(PlatformTestResource.class)
class TaskLifeTest {

    private final TestClock clock;

    TaskLifeTest(TestClock clock) {
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
    void goesFromTheImportToItsCompletionAndTellsEachStep() {
        String id = taskId("1");
        bring(id, "COMPLETED");

        JsonPath task = read(inspector(), id).jsonPath();
        assertThat(task.getString("status")).isEqualTo("COMPLETED");
        assertThat(task.getInt("percent")).isEqualTo(100);
        assertThat(task.getString("completedOn")).isEqualTo("2026-06-05");
        assertThat(task.getString("timeliness")).isEqualTo("ON_TIME");
        assertThat(task.getString("responsibleUnitCode")).isEqualTo("10675.VHXH");
        assertThat(task.getString("lastUpdate.difficulty")).isEqualTo("không có");
        assertThat(task.getList("history.what"))
                .containsExactly(
                        "IMPORTED",
                        "ASSIGNED",
                        "ACKNOWLEDGED",
                        "PROGRESSED",
                        "DELIVERABLE_ATTACHED",
                        "SUBMITTED",
                        "COMPLETED");
        assertThat(task.getString("history[6].by")).isEqualTo("standing-10675");
        assertThat(task.getString("history[6].businessDate")).isEqualTo("2026-06-05");

        List<Events.Event> events = new ArrayList<>();
        await().atMost(30, SECONDS).until(() -> {
            events.clear();
            events.addAll(Events.read("monitoring.task", id));
            return events.size() >= 6;
        });
        assertThat(events)
                .extracting(Events.Event::type)
                .containsExactly(
                        "vn.monitoring.task.imported.v1",
                        "vn.monitoring.task.assigned.v1",
                        "vn.monitoring.task.acknowledged.v1",
                        "vn.monitoring.task.progressed.v1",
                        "vn.monitoring.task.submitted.v1",
                        "vn.monitoring.task.completed.v1");
        for (Events.Event event : events) {
            assertThat(EventSchemas.violations(event.type(), event.data().toString()))
                    .as(event.type())
                    .isEmpty();
        }
        assertThat(events)
                .extracting(event -> event.data().path("businessDate").asText())
                .containsExactly("2026-01-08", "2026-02-01", "2026-02-03", "2026-05-10", "2026-06-05", "2026-06-05");
        assertThat(events)
                .extracting(event -> event.data().path("timeliness").asText())
                .containsExactly("NOT_STARTED", "NOT_STARTED", "NOT_STARTED", "WITHIN_TIME", "WITHIN_TIME", "ON_TIME");
        assertThat(events)
                .extracting(event -> event.data().path("version").asLong())
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void countsTheDayOfTheSubmissionNotOfTheReview() {
        String id = taskId("1");
        bring(id, "SUBMITTED");
        clock.setToday(LocalDate.of(2026, 9, 1));

        done(step(leader(), id, "submissions/1/acceptance", "{\"note\":\"Đạt\"}"), 200);

        JsonPath task = read(inspector(), id).jsonPath();
        assertThat(task.getString("completedOn")).isEqualTo("2026-06-05");
        assertThat(task.getString("timeliness")).isEqualTo("ON_TIME");
        JsonPath submission =
                as(inspector()).get(TASKS + "/{id}/submissions", id).jsonPath();
        assertThat(submission.getString("items[0].outcome")).isEqualTo("ACCEPTED");
        assertThat(submission.getString("items[0].submittedOn")).isEqualTo("2026-06-05");
        assertThat(Instant.parse(submission.getString("items[0].receivedAt"))).isEqualTo("2026-06-10T05:00:00Z");
        assertThat(submission.getString("items[0].decidedBy")).isEqualTo("leader-10675");
    }

    @Test
    void worksOnAfterAReturnAndSubmitsAgain() {
        String id = taskId("1");
        bring(id, "RETURNED");

        done(step(reporter(), id, "updates", update("2026-06-08", 90)), 201);
        Response again =
                step(reporter(), id, "submissions", "{\"submittedOn\":\"2026-06-09\",\"note\":\"Đã bổ sung\"}");

        done(again, 201);
        assertThat(again.jsonPath().getInt("number")).isEqualTo(2);
        JsonPath list = as(inspector()).get(TASKS + "/{id}/submissions", id).jsonPath();
        assertThat(list.getString("items[0].reason")).isEqualTo("Thiếu phụ lục");
        assertThat(list.getList("items.outcome")).containsExactly("RETURNED", null);
        assertThat(read(inspector(), id).jsonPath().getString("status")).isEqualTo("SUBMITTED");
    }

    @ParameterizedTest(name = "{0}: {1} by {2} → {3} {4}")
    @CsvSource({
        "DRAFT, acknowledgement, 409, WRONG_STATUS",
        "DRAFT, updates, 409, WRONG_STATUS",
        "DRAFT, submissions, 409, WRONG_STATUS",
        "DRAFT, deliverables, 409, WRONG_STATUS",
        "ASSIGNED, assignment, 409, WRONG_STATUS",
        "ASSIGNED, updates, 409, WRONG_STATUS",
        "ASSIGNED, submissions, 409, WRONG_STATUS",
        "ASSIGNED, acknowledgement, 200, ",
        "ACCEPTED, assignment, 409, WRONG_STATUS",
        "ACCEPTED, acknowledgement, 409, WRONG_STATUS",
        "ACCEPTED, submissions, 409, WRONG_STATUS",
        "ACCEPTED, updates, 201, ",
        "IN_PROGRESS, assignment, 409, WRONG_STATUS",
        "IN_PROGRESS, acknowledgement, 409, WRONG_STATUS",
        "IN_PROGRESS, updates, 201, ",
        "IN_PROGRESS, submissions, 201, ",
        "SUBMITTED, updates, 409, WRONG_STATUS",
        "SUBMITTED, submissions, 409, WRONG_STATUS",
        "SUBMITTED, deliverables, 409, WRONG_STATUS",
        "SUBMITTED, submissions/1/acceptance, 200, ",
        "SUBMITTED, submissions/1/return, 200, ",
        "RETURNED, submissions, 409, WRONG_STATUS",
        "RETURNED, updates, 201, ",
        "RETURNED, deliverables, 201, ",
        "RETURNED, submissions/1/acceptance, 409, WRONG_STATUS",
        "COMPLETED, updates, 409, WRONG_STATUS",
        "COMPLETED, submissions, 409, WRONG_STATUS",
        "COMPLETED, deliverables, 409, WRONG_STATUS",
        "COMPLETED, assignment, 409, WRONG_STATUS",
        "COMPLETED, submissions/1/return, 409, WRONG_STATUS"
    })
    void allowsOnlyTheStepsOfItsLife(String status, String path, int expected, String code) {
        String id = taskId("1");
        bring(id, status);
        boolean review = path.startsWith("submissions/") || path.equals("assignment");
        String body = switch (path) {
            case "updates" -> update("2026-06-08", 60);
            case "submissions" -> "{\"submittedOn\":\"2026-06-09\"}";
            case "deliverables" -> REFERENCE;
            case "submissions/1/return" -> "{\"reason\":\"Thiếu\"}";
            default -> "{}";
        };

        Response response = step(review ? standing() : reporter(), id, path, body);

        if (code == null) {
            done(response, expected);
        } else {
            problem(response, expected, code);
        }
    }

    @Test
    void lettingAcceptanceAndReturnRaceHasOneOutcome() throws Exception {
        for (int round = 0; round < 5; round++) {
            Sample.prepare();
            String id = taskId("1");
            bring(id, "SUBMITTED");
            String etag = etag(id);
            CyclicBarrier start = new CyclicBarrier(2);
            Callable<Response> acceptance = () -> {
                start.await();
                return as(standing())
                        .header("If-Match", etag)
                        .contentType(ContentType.JSON)
                        .post(TASKS + "/{id}/submissions/1/acceptance", id);
            };
            Callable<Response> sendingBack = () -> {
                start.await();
                return as(leader())
                        .header("If-Match", etag)
                        .contentType(ContentType.JSON)
                        .body("{\"reason\":\"Thiếu\"}")
                        .post(TASKS + "/{id}/submissions/1/return", id);
            };
            try (ExecutorService both = Executors.newFixedThreadPool(2)) {
                List<Future<Response>> answers = both.invokeAll(List.of(acceptance, sendingBack));
                int accepted = answers.get(0).get().statusCode();
                int returned = answers.get(1).get().statusCode();

                assertThat(List.of(accepted, returned)).containsExactlyInAnyOrder(200, 412);
                assertThat(read(inspector(), id).jsonPath().getString("status"))
                        .isEqualTo(accepted == 200 ? "COMPLETED" : "RETURNED");
                assertThat(TestDatabase.shared()
                                .ask("select count(*) from task_history where task_id = '" + id
                                        + "' and what in ('COMPLETED', 'RETURNED')"))
                        .isEqualTo("1");
            }
        }
    }

    @Test
    void needsAnotherPersonOfAnotherUnitToReview() {
        String id = taskId("1");
        bring(id, "SUBMITTED");
        Tokens sameUnit = Tokens.as("head-10675-vhxh").roles("leader").units("10675.VHXH");
        Tokens samePerson =
                Tokens.as("reporter-10675-vhxh").roles("standing-body").units("10675");

        problem(step(sameUnit, id, "submissions/1/acceptance", null), 422, "SAME_UNIT");
        problem(step(samePerson, id, "submissions/1/acceptance", null), 422, "SAME_PERSON");
        problem(step(sameUnit, id, "submissions/1/return", "{\"reason\":\"Thiếu\"}"), 422, "SAME_UNIT");
        problem(step(standing(), id, "submissions/2/acceptance", null), 404, "NOT_FOUND");
        assertThat(read(inspector(), id).jsonPath().getString("status")).isEqualTo("SUBMITTED");
    }

    @Test
    void needsADeliverableToBeSubmitted() {
        String id = taskId("1");
        bring(id, "ACCEPTED");
        done(step(reporter(), id, "updates", update("2026-06-08", 60)), 201);

        problem(step(reporter(), id, "submissions", "{\"submittedOn\":\"2026-06-09\"}"), 422, "DELIVERABLE_MISSING");
    }

    @Test
    void refusesADayToCome() {
        String id = taskId("1");
        problem(step(standing(), id, "assignment", "{\"assignedOn\":\"2026-06-11\"}"), 422, "DATE_IN_FUTURE");
        bring(id, "IN_PROGRESS");
        problem(step(reporter(), id, "updates", update("2026-06-11", 50)), 422, "DATE_IN_FUTURE");
        problem(step(reporter(), id, "submissions", "{\"submittedOn\":\"2026-06-11\"}"), 422, "DATE_IN_FUTURE");
        problem(
                step(
                        reporter(),
                        id,
                        "deliverables",
                        "{\"title\":\"A\",\"documentNumber\":\"1/KH\",\"issuedOn\":\"2026-06-11\"}"),
                422,
                "DATE_IN_FUTURE");
    }

    @Test
    void keepsAnUpdateThatLacksSomethingAndSaysWhat() {
        String id = taskId("1");
        bring(id, "ACCEPTED");

        Response partial = step(reporter(), id, "updates", "{\"status\":\"Đang làm\",\"difficulty\":\" - \"}");
        done(partial, 201);
        assertThat(partial.jsonPath().getString("validity")).isEqualTo("INCOMPLETE");
        assertThat(partial.jsonPath().getList("missing"))
                .containsExactly("asOf", "result", "difficulty", "nextStep", "percent");

        Response claim = step(reporter(), id, "updates", update("2026-06-09", 100));
        done(claim, 201);
        assertThat(claim.jsonPath().getList("missing")).containsExactly("deliverable");
        JsonPath task = read(inspector(), id).jsonPath();
        assertThat(task.getString("status")).isEqualTo("ACCEPTED");
        assertThat(task.getString("percent")).isNull();
        assertThat(task.getString("lastUpdate")).isNull();
        assertThat(task.getString("history[-1].what")).isEqualTo("UPDATE_INCOMPLETE");

        done(step(reporter(), id, "updates", update("2026-06-09", 60)), 201);
        assertThat(as(inspector()).get(TASKS + "/{id}/updates", id).jsonPath().getList("items.validity"))
                .containsExactlyInAnyOrder("VALID", "INCOMPLETE", "INCOMPLETE");
        assertThat(read(inspector(), id).jsonPath().getString("status")).isEqualTo("IN_PROGRESS");
    }

    @Test
    void refusesUpdatesThatAreWrongOrEmpty() {
        String id = taskId("1");
        bring(id, "ACCEPTED");

        problem(step(reporter(), id, "updates", "{\"difficulty\":\" - \"}"), 422, "UPDATE_EMPTY");
        problem(step(reporter(), id, "updates", update("2026-06-09", 101)), 422, "INVALID_VALUE");
        assertThat(as(inspector()).get(TASKS + "/{id}/updates", id).jsonPath().getList("items"))
                .isEmpty();
    }

    @Test
    void needsNoPercentOfWhatIsContinuous() {
        String id = taskId("2");
        Tokens party = Tokens.as("reporter-10675-bxdd").roles("reporter").units("10675.BXDD");
        done(step(standing(), id, "assignment", null), 200);
        done(step(party, id, "acknowledgement", null), 200);

        done(step(party, id, "updates", update("2026-06-09", null)), 201);

        assertThat(read(inspector(), id).jsonPath().getString("timeliness")).isEqualTo("KEPT_UP");
        clock.setToday(LocalDate.of(2026, 8, 1));
        assertThat(read(inspector(), id).jsonPath().getString("timeliness")).isEqualTo("UPDATE_LATE");
    }

    @Test
    void refusesAnUpdateOlderThanTheLast() {
        String id = taskId("1");
        bring(id, "IN_PROGRESS");

        problem(step(reporter(), id, "updates", update("2026-05-09", 50)), 422, "UPDATE_OUT_OF_ORDER");
        done(step(reporter(), id, "updates", update("2026-05-10", 50)), 201);
    }

    @Test
    void givesTheTaskToTheLeadAndDeadlineOfTheAssignment() {
        String id = taskId("1");

        problem(step(standing(), id, "assignment", "{\"leadUnitCode\":\"11002\"}"), 422, "UNIT_NOT_IN_PLAN");
        done(
                step(
                        standing(),
                        id,
                        "assignment",
                        "{\"leadUnitCode\":\"10675.CA\",\"deadline\":\"2026-06-15\",\"assignedOn\":\"2026-02-01\"}"),
                200);

        JsonPath task = read(standing(), id).jsonPath();
        assertThat(task.getString("responsibleUnitCode")).isEqualTo("10675.CA");
        assertThat(task.getString("timing.raw")).isEqualTo("Tháng 6/2026");
        assertThat(task.getString("timing.due")).isEqualTo("2026-06-15");
        assertThat(task.getList("timing.flags")).containsExactly("SET_AT_ASSIGNMENT");
        assertThat(task.getString("timeliness")).isEqualTo("DUE_SOON");
        problem(read(reporter(), id), 404, "NOT_FOUND");
        importTable();
        assertThat(read(standing(), id).jsonPath().getString("responsibleUnitCode"))
                .isEqualTo("10675.CA");
    }

    @Test
    void letsTheParentFollowItsParts() {
        JsonPath imported = importTable();
        String parent = imported.getString("rows.find { it.number == '3' }.id");
        String first = imported.getString("rows.find { it.number == '3.a' }.id");
        String second = imported.getString("rows.find { it.number == '3.b' }.id");
        problem(step(standing(), parent, "assignment", null), 409, "TASK_HAS_PARTS");

        done(step(standing(), first, "assignment", "{\"assignedOn\":\"2026-02-01\"}"), 200);
        assertThat(read(inspector(), parent).jsonPath().getString("status")).isEqualTo("DRAFT");
        done(step(standing(), second, "assignment", "{\"assignedOn\":\"2026-02-02\"}"), 200);
        assertThat(read(inspector(), parent).jsonPath().getString("status")).isEqualTo("ASSIGNED");
        done(step(reporterOfAll(), first, "acknowledgement", "{\"acknowledgedOn\":\"2026-02-03\"}"), 200);
        done(step(reporterOfAll(), first, "updates", update("2026-05-01", 50)), 201);

        JsonPath following = read(inspector(), parent).jsonPath();
        assertThat(following.getString("status")).isEqualTo("IN_PROGRESS");
        assertThat(following.getInt("percent")).isEqualTo(25);
        assertThat(following.getString("timing.due")).isEqualTo("2026-12-31");
        assertThat(following.getString("lastUpdate.asOf")).isEqualTo("2026-05-01");
        assertThat(following.getString("assignedOn")).isEqualTo("2026-02-01");
        await().atMost(30, SECONDS)
                .untilAsserted(() -> assertThat(Events.read("monitoring.task", parent))
                        .extracting(Events.Event::type)
                        .contains("vn.monitoring.task.assigned.v1", "vn.monitoring.task.progressed.v1"));
        for (Events.Event event : Events.read("monitoring.task", parent)) {
            assertThat(EventSchemas.violations(event.type(), event.data().toString()))
                    .as(event.type())
                    .isEmpty();
        }
    }

    @Test
    void beginsTheNextPeriodOfARecurringTask() {
        String table = Sample.TABLE.replace("Tháng 6/2026", "Hằng năm");
        done(
                Sample.upload(
                        standing(),
                        Sample.PLAN,
                        false,
                        "a.csv",
                        table.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                201);
        String id = Objects.requireNonNull(TestDatabase.shared().ask("select id from task where number = '1'"));
        bring(id, "COMPLETED");
        assertThat(read(inspector(), id).jsonPath().getString("timeliness")).isEqualTo("ON_TIME");
        clock.setToday(LocalDate.of(2027, 3, 1));
        assertThat(read(inspector(), id).jsonPath().getString("timeliness")).isEqualTo("NOT_STARTED");

        problem(step(reporter(), id, "updates", update("2026-12-31", null)), 409, "WRONG_STATUS");
        done(step(reporter(), id, "updates", update("2027-02-20", null)), 201);

        JsonPath task = read(inspector(), id).jsonPath();
        assertThat(task.getString("status")).isEqualTo("IN_PROGRESS");
        assertThat(task.getString("timeliness")).isEqualTo("WITHIN_TIME");
    }

    @Test
    void repeatsTheAnswerUnderAKeyAndWritesOnce() {
        String id = taskId("1");
        bring(id, "IN_PROGRESS");
        String etag = etag(id);
        for (int time = 0; time < 2; time++) {
            Response response = as(reporter())
                    .header("If-Match", etag)
                    .header("Idempotency-Key", "submit-once")
                    .contentType(ContentType.JSON)
                    .body("{\"submittedOn\":\"2026-06-09\"}")
                    .post(TASKS + "/{id}/submissions", id);
            done(response, 201);
            assertThat(response.jsonPath().getInt("number")).isEqualTo(1);
        }
        problem(
                as(reporter())
                        .header("If-Match", etag)
                        .header("Idempotency-Key", "submit-once")
                        .contentType(ContentType.JSON)
                        .body("{\"submittedOn\":\"2026-06-08\"}")
                        .post(TASKS + "/{id}/submissions", id),
                422,
                "IDEMPOTENCY_KEY_REUSED");
        assertThat(TestDatabase.shared().ask("select count(*) from submission")).isEqualTo("1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "assignment",
                "acknowledgement",
                "submissions",
                "submissions/1/acceptance",
                "submissions/1/return"
            })
    void needsTheVersionThatWasRead(String path) {
        String id = taskId("1");
        bring(id, path.startsWith("submissions/") ? "SUBMITTED" : "DRAFT");
        boolean byStanding = path.startsWith("submissions/") || path.equals("assignment");
        String body = "{\"submittedOn\":\"2026-06-09\"}";
        String shaped = path.endsWith("return") ? "{\"reason\":\"Thiếu\"}" : path.equals("submissions") ? body : "{}";
        Tokens caller = byStanding ? standing() : reporter();

        problem(
                as(caller).contentType(ContentType.JSON).body(shaped).post(TASKS + "/{id}/" + path, id),
                428,
                "PRECONDITION_REQUIRED");
        problem(
                as(caller)
                        .header("If-Match", "\"99\"")
                        .contentType(ContentType.JSON)
                        .body(shaped)
                        .post(TASKS + "/{id}/" + path, id),
                412,
                "STALE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "assignment",
                "acknowledgement",
                "updates",
                "deliverables",
                "submissions",
                "submissions/1/acceptance",
                "submissions/1/return"
            })
    void refusesWhoMayNot(String path) {
        String id = taskId("1");
        String body = switch (path) {
            case "updates" -> update("2026-06-08", 60);
            case "submissions" -> "{\"submittedOn\":\"2026-06-09\"}";
            case "deliverables" -> REFERENCE;
            case "submissions/1/return" -> "{\"reason\":\"Thiếu\"}";
            default -> "{}";
        };

        problem(
                RestAssured.given().contentType(ContentType.JSON).body(body).post(TASKS + "/{id}/" + path, id),
                401,
                "UNAUTHENTICATED");
        problem(step(inspector(), id, path, body), 403, "FORBIDDEN");
        problem(step(stranger(), id, path, body), 404, "NOT_FOUND");
        problem(
                as(stranger())
                        .header("If-Match", "*")
                        .contentType(ContentType.JSON)
                        .body(body)
                        .post(TASKS + "/{id}/" + path, UUID.randomUUID()),
                404,
                "NOT_FOUND");
    }

    @Test
    void refusesBadTokens() {
        String id = taskId("1");
        for (Tokens bad : List.of(
                inspector().expiresAt(Instant.now().minusSeconds(120)),
                inspector().audience("report-service"),
                inspector().issuer("http://localhost:1/realms/other"))) {
            problem(read(bad, id), 401, "UNAUTHENTICATED");
        }
        problem(read(Tokens.as("nobody").roles().units("31"), id), 403, "FORBIDDEN");
    }

    @Test
    void answersMalformedRequestsWithTheFieldAtFault() {
        String id = taskId("1");
        bring(id, "SUBMITTED");

        Response blank = step(standing(), id, "submissions/1/return", "{\"reason\":\" \"}");
        problem(blank, 400, "INVALID_REQUEST");
        assertThat(blank.jsonPath().getString("violations[0].field")).isEqualTo("reason");
        problem(step(standing(), id, "submissions/1/return", "{\"reason\":"), 400, "INVALID_REQUEST");
        problem(step(standing(), id, "assignment", "{\"deadline\":\"31/12/2026\"}"), 400, "INVALID_REQUEST");
        problem(
                as(reporter())
                        .header("If-Match", etag(id))
                        .contentType(ContentType.TEXT)
                        .body("x")
                        .post(TASKS + "/{id}/updates", id),
                415,
                "UNSUPPORTED_MEDIA_TYPE");
    }

    @Test
    void saysNotModifiedForTheVersionThatIsKnown() {
        String id = taskId("1");

        assertThat(as(inspector())
                        .header("If-None-Match", etag(id))
                        .get(TASKS + "/{id}", id)
                        .statusCode())
                .isEqualTo(304);
    }
}
