package vn.monitoring.task.decision;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.monitoring.task.Sample.PLAN;
import static vn.monitoring.task.Sample.TASKS;
import static vn.monitoring.task.Sample.as;
import static vn.monitoring.task.Sample.bring;
import static vn.monitoring.task.Sample.done;
import static vn.monitoring.task.Sample.importTable;
import static vn.monitoring.task.Sample.inspector;
import static vn.monitoring.task.Sample.leader;
import static vn.monitoring.task.Sample.problem;
import static vn.monitoring.task.Sample.read;
import static vn.monitoring.task.Sample.reporter;
import static vn.monitoring.task.Sample.reporterOfAll;
import static vn.monitoring.task.Sample.standing;
import static vn.monitoring.task.Sample.step;
import static vn.monitoring.task.Sample.taskId;
import static vn.monitoring.task.Sample.update;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.monitoring.kit.testing.EventSchemas;
import vn.monitoring.kit.testing.Events;
import vn.monitoring.kit.testing.PlatformTestResource;
import vn.monitoring.kit.testing.TestClock;
import vn.monitoring.kit.testing.TestDatabase;
import vn.monitoring.task.Sample;

@QuarkusTest
@QuarkusTestResource(PlatformTestResource.class)
class DecisionTest {

    private static final String DOCUMENT = "\"document\":{\"number\":\"21/QĐ-UBND\",\"issuedOn\":\"2026-06-09\"}";
    private static final String DECISION = "{" + DOCUMENT + ",\"reason\":\"Chờ kinh phí\"}";

    private final TestClock clock;

    DecisionTest(TestClock clock) {
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
    void stopsTheClockWhilePaused() {
        String id = taskId("1");
        bring(id, "IN_PROGRESS");
        done(step(standing(), id, "pause", DECISION), 200);
        clock.setToday(LocalDate.of(2026, 9, 1));

        JsonPath paused = read(inspector(), id).jsonPath();
        assertThat(paused.getString("status")).isEqualTo("PAUSED");
        assertThat(paused.getString("pausedOn")).isEqualTo("2026-06-10");
        assertThat(paused.getString("timeliness")).isEqualTo("WITHIN_TIME");
        problem(step(reporter(), id, "updates", update("2026-08-01", 50)), 409, "WRONG_STATUS");

        done(step(leader(), id, "resumption", "{" + DOCUMENT + ",\"dueOn\":\"2026-10-31\"}"), 200);

        JsonPath resumed = read(inspector(), id).jsonPath();
        assertThat(resumed.getString("status")).isEqualTo("IN_PROGRESS");
        assertThat(resumed.getString("pausedOn")).isNull();
        assertThat(resumed.getString("dueOn")).isEqualTo("2026-10-31");
        assertThat(resumed.getString("originalDueOn")).isEqualTo("2026-06-30");
        assertThat(resumed.getString("originalTimeliness")).isEqualTo("OVERDUE");
        JsonPath decisions = as(inspector()).get(TASKS + "/{id}/decisions", id).jsonPath();
        assertThat(decisions.getList("items.kind")).containsExactly("PAUSE", "RESUME");
        assertThat(decisions.getString("items[0].document.number")).isEqualTo("21/QĐ-UBND");
        await().atMost(30, SECONDS)
                .untilAsserted(() -> assertThat(Events.read("monitoring.task", id))
                        .extracting(Events.Event::type)
                        .contains("vn.monitoring.task.paused.v1", "vn.monitoring.task.resumed.v1"));
        for (Events.Event event : Events.read("monitoring.task", id)) {
            assertThat(EventSchemas.violations(event.type(), event.data().toString()))
                    .as(event.type())
                    .isEmpty();
        }
    }

    @Test
    void goesBackToWhereItWasPaused() {
        for (String status : new String[] {"ASSIGNED", "ACCEPTED", "RETURNED"}) {
            Sample.prepare();
            String id = taskId("1");
            bring(id, status);
            done(step(standing(), id, "pause", DECISION), 200);
            done(step(standing(), id, "resumption", DECISION), 200);
            assertThat(read(inspector(), id).jsonPath().getString("status")).isEqualTo(status);
        }
    }

    @Test
    void dropsTheOccurrencesThatFellDueDuringThePause() {
        String id = imported("hằng tháng");
        bring(id, "IN_PROGRESS");
        done(step(standing(), id, "pause", DECISION), 200);
        clock.setToday(LocalDate.of(2026, 8, 15));

        done(step(standing(), id, "resumption", DECISION), 200);

        JsonPath months = as(inspector()).get(TASKS + "/{id}/occurrences", id).jsonPath();
        assertThat(months.getList("items.findAll { it.status == 'DROPPED' }.periodKey"))
                .containsExactly("2026-06", "2026-07");
        assertThat(months.getList("items.findAll { it.status == 'MISSED' }")).isEmpty();
    }

    @Test
    void doesNotHoldTheParentOfAPartThatWasCancelled() {
        JsonPath imported = importTable();
        String parent = imported.getString("rows.find { it.number == '3' }.id");
        String first = imported.getString("rows.find { it.number == '3.a' }.id");
        String second = imported.getString("rows.find { it.number == '3.b' }.id");
        done(step(standing(), first, "assignment", "{\"assignedOn\":\"2026-02-01\"}"), 200);
        done(step(reporterOfAll(), first, "acknowledgement", "{\"acknowledgedOn\":\"2026-02-03\"}"), 200);
        done(step(reporterOfAll(), first, "updates", update("2026-05-01", 50)), 201);

        done(step(standing(), second, "cancellation", DECISION), 200);

        assertThat(read(inspector(), second).jsonPath().getString("timeliness")).isEqualTo("DROPPED");
        JsonPath whole = read(inspector(), parent).jsonPath();
        assertThat(whole.getInt("percent")).isEqualTo(50);
        assertThat(whole.getString("dueOn")).isEqualTo("2026-09-30");
        problem(step(standing(), parent, "cancellation", DECISION), 409, "TASK_HAS_PARTS");
        done(step(standing(), first, "supersession", DECISION), 200);
        assertThat(read(inspector(), parent).jsonPath().getString("status")).isEqualTo("CANCELLED");
        await().atMost(30, SECONDS)
                .untilAsserted(() -> assertThat(Events.read("monitoring.task", parent))
                        .extracting(Events.Event::type)
                        .contains("vn.monitoring.task.derived.v1", "vn.monitoring.task.cancelled.v1"));
        for (Events.Event event : Events.read("monitoring.task", parent)) {
            assertThat(EventSchemas.violations(event.type(), event.data().toString()))
                    .as(event.type())
                    .isEmpty();
        }
    }

    @Test
    void namesTheSuccessor() {
        JsonPath imported = importTable();
        String id = imported.getString("rows.find { it.number == '1' }.id");
        String other = imported.getString("rows.find { it.number == '2' }.id");
        String body = "{" + DOCUMENT + ",\"successorId\":\"%s\"}";

        problem(step(standing(), id, "supersession", body.formatted(id)), 422, "SUCCESSOR_NOT_FOUND");
        problem(step(standing(), id, "supersession", body.formatted(UUID.randomUUID())), 422, "SUCCESSOR_NOT_FOUND");
        done(step(standing(), id, "supersession", body.formatted(other)), 200);

        assertThat(as(inspector()).get(TASKS + "/{id}/decisions", id).jsonPath().getString("items[0].successorId"))
                .isEqualTo(other);
    }

    @Test
    void endsWhatIsDoneButComesBack() {
        String id = imported("Hằng năm");
        bring(id, "COMPLETED");

        done(step(standing(), id, "cancellation", DECISION), 200);

        JsonPath years = as(inspector()).get(TASKS + "/{id}/occurrences", id).jsonPath();
        assertThat(years.getList("items.status")).containsExactly("DONE");
    }

    @Test
    void needsADocument() {
        String id = taskId("1");
        bring(id, "ACCEPTED");
        problem(step(standing(), id, "pause", "{\"reason\":\"x\"}"), 400, "INVALID_REQUEST");
        problem(step(standing(), id, "pause", DECISION.replace("2026-06-09", "2026-06-11")), 422, "DATE_IN_FUTURE");
        problem(
                step(standing(), id, "cancellation", "{" + DOCUMENT + ",\"effectiveOn\":\"2026-06-11\"}"),
                422,
                "DATE_IN_FUTURE");
        assertThat(TestDatabase.shared().ask("select count(*) from task_decision"))
                .isEqualTo("0");
    }

    @Test
    void takesTheOpenTasksOfASupersededPlanWithIt() {
        JsonPath imported = importTable();
        String submitted = imported.getString("rows.find { it.number == '1' }.id");
        String continuous = imported.getString("rows.find { it.number == '2' }.id");
        String parent = imported.getString("rows.find { it.number == '3' }.id");
        bring(submitted, "SUBMITTED");

        Events.send(
                "monitoring.plan",
                PLAN.toString(),
                "vn.monitoring.plan.changed.v1",
                UUID.randomUUID().toString(),
                "2026-06-10T00:00:00Z",
                Map.of(
                        "id", PLAN.toString(),
                        "unitCode", "10675",
                        "title", "Kế hoạch hành động",
                        "issuedOn", "2026-01-08",
                        "status", "SUPERSEDED",
                        "supersededOn", "2026-06-01",
                        "version", 9));

        await().atMost(30, SECONDS)
                .untilAsserted(
                        () -> assertThat(read(inspector(), parent).jsonPath().getString("status"))
                                .isEqualTo("SUPERSEDED"));
        assertThat(read(inspector(), continuous).jsonPath().getString("status")).isEqualTo("SUPERSEDED");
        assertThat(read(inspector(), submitted).jsonPath().getString("status")).isEqualTo("SUBMITTED");
        JsonPath story = as(inspector()).get(TASKS + "/{id}/history", submitted).jsonPath();
        assertThat(story.getList("items.what")).endsWith("PLAN_SUPERSEDED");
        assertThat(story.getString("items[-1].position.vi")).isEqualTo("Hệ thống");
        done(step(standing(), submitted, "submissions/1/acceptance", null), 200);
        assertThat(TestDatabase.shared().ask("select business_date from task where id = '" + continuous + "'"))
                .isEqualTo("2026-06-01");
    }

    private static String imported(String timing) {
        byte[] table = Sample.TABLE.replace("Tháng 6/2026", timing).getBytes(StandardCharsets.UTF_8);
        done(Sample.upload(standing(), PLAN, false, "nhiem-vu.csv", table), 201);
        return Objects.requireNonNull(TestDatabase.shared().ask("select id from task where number = '1'"));
    }
}
