package vn.monitoring.task.extension;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.monitoring.task.Sample.TASKS;
import static vn.monitoring.task.Sample.as;
import static vn.monitoring.task.Sample.bring;
import static vn.monitoring.task.Sample.done;
import static vn.monitoring.task.Sample.etag;
import static vn.monitoring.task.Sample.inspector;
import static vn.monitoring.task.Sample.leader;
import static vn.monitoring.task.Sample.problem;
import static vn.monitoring.task.Sample.read;
import static vn.monitoring.task.Sample.reporter;
import static vn.monitoring.task.Sample.standing;
import static vn.monitoring.task.Sample.step;
import static vn.monitoring.task.Sample.stranger;
import static vn.monitoring.task.Sample.taskId;
import static vn.monitoring.task.Sample.update;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.monitoring.kit.testing.EventSchemas;
import vn.monitoring.kit.testing.Events;
import vn.monitoring.kit.testing.PlatformTestResource;
import vn.monitoring.kit.testing.TestClock;
import vn.monitoring.kit.testing.TestDatabase;
import vn.monitoring.kit.testing.Tokens;
import vn.monitoring.task.Sample;

@QuarkusTest
@QuarkusTestResource(PlatformTestResource.class)
class ExtensionTest {

    private static final String ASKED = "{\"dueOn\":\"2026-08-31\",\"reason\":\"Chờ hướng dẫn của Sở\"}";
    private static final String APPROVAL = "{\"document\":{\"number\":\"15/QĐ-UBND\",\"issuedOn\":\"2026-06-09\"}}";
    private static final String REFUSAL = "{\"reason\":\"Không có lý do khách quan\"}";

    private final TestClock clock;

    ExtensionTest(TestClock clock) {
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
    void keepsBothDaysAndJudgesAgainstBoth() {
        String id = taskId("1");
        bring(id, "IN_PROGRESS");

        Response asked = step(reporter(), id, "extensions", ASKED);
        done(asked, 201);
        assertThat(asked.jsonPath().getInt("number")).isEqualTo(1);
        assertThat(asked.jsonPath().getString("dueBefore")).isEqualTo("2026-06-30");
        assertThat(read(inspector(), id).jsonPath().getString("dueOn")).isEqualTo("2026-06-30");
        done(step(standing(), id, "extensions/1/approval", APPROVAL), 200);

        JsonPath extended = read(inspector(), id).jsonPath();
        assertThat(extended.getString("timing.due")).isEqualTo("2026-08-31");
        assertThat(extended.getString("timing.originalDue")).isEqualTo("2026-06-30");
        assertThat(extended.getString("timing.raw")).isEqualTo("Tháng 6/2026");
        assertThat(extended.getList("timing.flags")).containsExactly("EXTENDED");
        assertThat(extended.getString("dueOn")).isEqualTo("2026-08-31");
        assertThat(extended.getString("originalDueOn")).isEqualTo("2026-06-30");
        assertThat(extended.getString("status")).isEqualTo("IN_PROGRESS");

        clock.setToday(LocalDate.of(2026, 7, 20));
        JsonPath open = read(inspector(), id).jsonPath();
        assertThat(open.getString("timeliness")).isEqualTo("WITHIN_TIME");
        assertThat(open.getString("originalTimeliness")).isEqualTo("OVERDUE");
        done(step(reporter(), id, "submissions", "{\"submittedOn\":\"2026-07-20\"}"), 201);
        done(step(standing(), id, "submissions/1/acceptance", null), 200);
        JsonPath completed = read(inspector(), id).jsonPath();
        assertThat(completed.getString("timeliness")).isEqualTo("ON_TIME");
        assertThat(completed.getString("originalTimeliness")).isEqualTo("LATE");

        JsonPath list = as(inspector()).get(TASKS + "/{id}/extensions", id).jsonPath();
        assertThat(list.getString("items[0].outcome")).isEqualTo("APPROVED");
        assertThat(list.getString("items[0].grantedDueOn")).isEqualTo("2026-08-31");
        assertThat(list.getString("items[0].document.number")).isEqualTo("15/QĐ-UBND");
        assertThat(list.getString("items[0].decidedBy")).isEqualTo("standing-10675");
        await().atMost(30, SECONDS)
                .untilAsserted(() -> assertThat(Events.read("monitoring.task", id))
                        .extracting(Events.Event::type)
                        .contains(
                                "vn.monitoring.task.extension-requested.v1",
                                "vn.monitoring.task.extended.v1",
                                "vn.monitoring.task.completed.v1"));
        for (Events.Event event : Events.read("monitoring.task", id)) {
            assertThat(EventSchemas.violations(event.type(), event.data().toString()))
                    .as(event.type())
                    .isEmpty();
        }
    }

    @Test
    void keepsTheFirstDayThroughASecondExtension() {
        String id = taskId("1");
        bring(id, "IN_PROGRESS");
        done(step(reporter(), id, "extensions", ASKED), 201);
        String shorter =
                "{\"document\":{\"number\":\"15/QĐ-UBND\",\"issuedOn\":\"2026-06-09\"},\"dueOn\":\"2026-07-31\"}";
        done(step(standing(), id, "extensions/1/approval", shorter), 200);
        assertThat(read(inspector(), id).jsonPath().getString("dueOn")).isEqualTo("2026-07-31");

        done(step(reporter(), id, "extensions", ASKED), 201);
        done(step(leader(), id, "extensions/2/approval", APPROVAL), 200);

        JsonPath task = read(inspector(), id).jsonPath();
        assertThat(task.getString("dueOn")).isEqualTo("2026-08-31");
        assertThat(task.getString("timing.originalDue")).isEqualTo("2026-06-30");
    }

    @Test
    void endsWhenThePlanSetsAnotherDeadline() {
        String id = taskId("1");
        bring(id, "IN_PROGRESS");
        done(step(reporter(), id, "extensions", ASKED), 201);
        done(step(standing(), id, "extensions/1/approval", APPROVAL), 200);
        Sample.importTable();
        assertThat(read(inspector(), id).jsonPath().getString("dueOn")).isEqualTo("2026-08-31");

        byte[] changed = Sample.TABLE.replace("Tháng 6/2026", "Tháng 10/2026").getBytes(StandardCharsets.UTF_8);
        done(Sample.upload(standing(), Sample.PLAN, false, "a.csv", changed), 201);

        JsonPath task = read(inspector(), id).jsonPath();
        assertThat(task.getString("dueOn")).isEqualTo("2026-10-31");
        assertThat(task.getString("timing.originalDue")).isNull();
    }

    @Test
    void leavesTheDayWhereItIsRefused() {
        String id = taskId("1");
        bring(id, "ACCEPTED");
        done(step(reporter(), id, "extensions", ASKED), 201);

        done(step(standing(), id, "extensions/1/refusal", REFUSAL), 200);

        assertThat(read(inspector(), id).jsonPath().getString("dueOn")).isEqualTo("2026-06-30");
        JsonPath list = as(inspector()).get(TASKS + "/{id}/extensions", id).jsonPath();
        assertThat(list.getString("items[0].decisionReason")).isEqualTo("Không có lý do khách quan");
        problem(step(standing(), id, "extensions/1/approval", APPROVAL), 409, "EXTENSION_DECIDED");
        done(step(reporter(), id, "extensions", ASKED), 201);
    }

    @Test
    void extendsThePresentOccurrenceOfARecurringTask() {
        done(
                Sample.upload(
                        standing(),
                        Sample.PLAN,
                        false,
                        "a.csv",
                        Sample.TABLE.replace("Tháng 6/2026", "hằng quý").getBytes(StandardCharsets.UTF_8)),
                201);
        String id = Objects.requireNonNull(TestDatabase.shared().ask("select id from task where number = '1'"));
        bring(id, "IN_PROGRESS");
        done(step(reporter(), id, "extensions", "{\"dueOn\":\"2026-07-15\",\"reason\":\"Chờ số liệu\"}"), 201);
        done(step(standing(), id, "extensions/1/approval", APPROVAL), 200);

        JsonPath quarters = as(inspector()).get(TASKS + "/{id}/occurrences", id).jsonPath();
        String second = "items.find { it.periodKey == '2026-Q2' }.";
        assertThat(quarters.getString(second + "dueOn")).isEqualTo("2026-07-15");
        assertThat(quarters.getString(second + "originalDueOn")).isEqualTo("2026-06-30");
        assertThat(quarters.getString("items.find { it.periodKey == '2026-Q3' }.dueOn"))
                .isEqualTo("2026-09-30");
        clock.setToday(LocalDate.of(2026, 7, 10));
        done(step(reporter(), id, "updates", update("2026-07-10", null)), 201);
        done(step(reporter(), id, "submissions", "{\"submittedOn\":\"2026-07-10\"}"), 201);
        done(step(standing(), id, "submissions/1/acceptance", null), 200);
        assertThat(as(inspector())
                        .get(TASKS + "/{id}/occurrences", id)
                        .jsonPath()
                        .getString(second + "doneOn"))
                .isEqualTo("2026-07-10");
        assertThat(read(inspector(), id).jsonPath().getString("timeliness")).isEqualTo("ON_TIME");
    }

    @Test
    void refusesWhatCannotBeExtended() {
        String id = taskId("1");
        bring(id, "IN_PROGRESS");
        problem(
                step(reporter(), id, "extensions", "{\"dueOn\":\"2026-06-30\",\"reason\":\"x\"}"),
                422,
                "EXTENSION_NOT_LATER");
        problem(step(reporter(), id, "extensions", "{\"dueOn\":\"2026-07-30\"}"), 400, "INVALID_REQUEST");
        done(step(reporter(), id, "extensions", ASKED), 201);
        problem(step(reporter(), id, "extensions", ASKED), 409, "EXTENSION_PENDING");
        problem(
                step(
                        standing(),
                        id,
                        "extensions/1/approval",
                        "{\"document\":{\"number\":\"1/QĐ\",\"issuedOn\":\"2026-06-11\"}}"),
                422,
                "DATE_IN_FUTURE");
        problem(step(standing(), id, "extensions/1/approval", "{}"), 400, "INVALID_REQUEST");
        problem(step(standing(), id, "extensions/2/approval", APPROVAL), 404, "NOT_FOUND");

        String continuous = Objects.requireNonNull(TestDatabase.shared().ask("select id from task where number = '2'"));
        Tokens party = Tokens.as("reporter-10675-bxdd").roles("reporter").units("10675.BXDD");
        done(step(standing(), continuous, "assignment", null), 200);
        problem(step(party, continuous, "extensions", ASKED), 422, "NO_DUE_DAY");
    }

    @Test
    void needsAnotherPersonOfAnotherUnitToDecide() {
        String id = taskId("1");
        bring(id, "IN_PROGRESS");
        done(step(reporter(), id, "extensions", ASKED), 201);
        Tokens sameUnit = Tokens.as("head-10675-vhxh").roles("leader").units("10675.VHXH");
        Tokens samePerson =
                Tokens.as("reporter-10675-vhxh").roles("standing-body").units("10675");

        problem(step(sameUnit, id, "extensions/1/approval", APPROVAL), 422, "SAME_UNIT");
        problem(step(samePerson, id, "extensions/1/approval", APPROVAL), 422, "SAME_PERSON");
        problem(step(sameUnit, id, "extensions/1/refusal", REFUSAL), 422, "SAME_UNIT");
        problem(as(stranger()).get(TASKS + "/{id}/extensions", id), 404, "NOT_FOUND");
    }

    @Test
    void lettingApprovalAndRefusalRaceHasOneOutcome() throws Exception {
        for (int round = 0; round < 5; round++) {
            Sample.prepare();
            String id = taskId("1");
            bring(id, "IN_PROGRESS");
            done(step(reporter(), id, "extensions", ASKED), 201);
            String etag = etag(id);
            CyclicBarrier start = new CyclicBarrier(2);
            Callable<Response> approval = () -> decide(start, standing(), etag, id, "approval", APPROVAL);
            Callable<Response> refusal = () -> decide(start, leader(), etag, id, "refusal", REFUSAL);
            try (ExecutorService both = Executors.newFixedThreadPool(2)) {
                List<Future<Response>> answers = both.invokeAll(List.of(approval, refusal));
                int approved = answers.get(0).get().statusCode();
                int refused = answers.get(1).get().statusCode();

                assertThat(List.of(approved, refused)).containsExactlyInAnyOrder(200, 412);
                assertThat(read(inspector(), id).jsonPath().getString("dueOn"))
                        .isEqualTo(approved == 200 ? "2026-08-31" : "2026-06-30");
                assertThat(TestDatabase.shared()
                                .ask("select count(*) from task_history where task_id = '" + id
                                        + "' and what in ('EXTENDED', 'EXTENSION_REFUSED')"))
                        .isEqualTo("1");
            }
        }
    }

    private static Response decide(CyclicBarrier start, Tokens caller, String etag, String id, String how, String body)
            throws Exception {
        start.await();
        return as(caller)
                .header("If-Match", etag)
                .contentType(ContentType.JSON)
                .body(body)
                .post(TASKS + "/{id}/extensions/1/" + how, id);
    }
}
