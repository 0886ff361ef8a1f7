package vn.monitoring.task.warning;

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
import static vn.monitoring.task.Sample.problem;
import static vn.monitoring.task.Sample.reporter;
import static vn.monitoring.task.Sample.standing;
import static vn.monitoring.task.Sample.step;
import static vn.monitoring.task.Sample.stranger;
import static vn.monitoring.task.Sample.update;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
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
import vn.monitoring.kit.turn.Turns;
import vn.monitoring.task.Sample;

@QuarkusTest
@QuarkusTestResource(PlatformTestResource.class)
class WarningResourceTest {

    private static final String WARNINGS = "/api/v1/warnings";

    private final TestClock clock;

    WarningResourceTest(TestClock clock) {
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
    void opensRisesAndClosesAndTellsEachStep() {
        String id = taskOf(importTable(), "1");
        done(step(standing(), id, "assignment", "{\"assignedOn\":\"2026-02-01\"}"), 200);
        done(step(reporter(), id, "acknowledgement", "{\"acknowledgedOn\":\"2026-02-03\"}"), 200);
        assertThat(open(id)).isEmpty();

        evaluateOn(LocalDate.of(2026, 6, 23));
        assertThat(open(id)).containsExactly("DUE_SOON 2026-06-30 1 LEAD");
        evaluateOn(LocalDate.of(2026, 7, 1));
        assertThat(open(id)).containsExactlyInAnyOrder("OVERDUE 2026-06-30 1 LEAD", "LATE MONTHLY_UPDATE 1 LEAD");
        evaluateOn(LocalDate.of(2026, 8, 1));
        assertThat(open(id))
                .containsExactlyInAnyOrder("OVERDUE 2026-06-30 2 DIRECTOR", "LATE MONTHLY_UPDATE 2 DIRECTOR");
        evaluateOn(LocalDate.of(2026, 9, 3));
        assertThat(open(id))
                .containsExactlyInAnyOrder(
                        "OVERDUE 2026-06-30 3 INSPECTION_COMMISSION", "LATE MONTHLY_UPDATE 3 INSPECTION_COMMISSION");
        JsonPath late = as(inspector())
                .get(WARNINGS + "?kind=LATE&level=3&unit=10675.VHXH")
                .jsonPath();
        assertThat(late.getInt("items[0].months")).isEqualTo(3);
        assertThat(late.getInt("items[0].days")).isEqualTo(3);
        assertThat(late.getString("items[0].escalatedOn")).isEqualTo("2026-09-01");
        assertThat(late.getString("items[0].directorPosition")).isEqualTo("Phó Chủ tịch UBND phường");

        done(step(reporter(), id, "updates", update("2026-09-03", 80)), 201);
        assertThat(open(id)).containsExactly("OVERDUE 2026-06-30 3 INSPECTION_COMMISSION");
        assertThat(TestDatabase.shared()
                        .ask("select string_agg(outcome || running, ' ' order by month) from update_month"))
                .isEqualTo("LATE1 LATE2 LATE3");

        String lateId = late.getString("items[0].id");
        List<Events.Event> events = new ArrayList<>();
        await().atMost(30, SECONDS).until(() -> {
            events.clear();
            events.addAll(Events.read("monitoring.warning", lateId));
            return events.size() >= 4;
        });
        assertThat(events)
                .extracting(Events.Event::type)
                .containsExactly(
                        "vn.monitoring.warning.opened.v1",
                        "vn.monitoring.warning.escalated.v1",
                        "vn.monitoring.warning.escalated.v1",
                        "vn.monitoring.warning.closed.v1");
        assertThat(events)
                .extracting(event -> event.data().path("businessDate").asText())
                .containsExactly("2026-07-01", "2026-08-01", "2026-09-01", "2026-09-03");
        for (Events.Event event : events) {
            assertThat(EventSchemas.violations(event.type(), event.data().toString()))
                    .as(event.type())
                    .isEmpty();
        }
        assertThat(ratesTold("10675.VHXH", PLAN.toString()))
                .contains("2026-06 0/1 late 1", "2026-07 0/1 late 1", "2026-08 0/1 late 1");
    }

    /// The sums of closed months that were told of a lead in a plan, each as its schema says.
    private static List<String> ratesTold(String unitCode, String planId) {
        await().atMost(30, SECONDS)
                .until(() -> Events.read("monitoring.update-rate", unitCode).size() >= 3);
        List<String> told = new ArrayList<>();
        for (Events.Event event : Events.read("monitoring.update-rate", unitCode)) {
            assertThat(EventSchemas.violations(event.type(), event.data().toString()))
                    .as(event.type())
                    .isEmpty();
            assertThat(event.data().path("planId").asText()).isEqualTo(planId);
            told.add("%s %d/%d late %d"
                    .formatted(
                            event.data().path("month").asText(),
                            event.data().path("valid").asInt(),
                            event.data().path("expected").asInt(),
                            event.data().path("late").asInt()));
        }
        return told;
    }

    @Test
    void namesTheMissingFieldsAtOnceAndRevisesThem() {
        String id = taskOf(importTable(), "1");
        bring(id, "ACCEPTED");

        done(step(reporter(), id, "updates", "{\"asOf\":\"2026-06-09\",\"percent\":20,\"status\":\"Đang làm\"}"), 201);
        JsonPath first = as(standing()).get(WARNINGS + "?taskId=" + id).jsonPath();
        assertThat(first.getList("items.kind")).containsExactly("INSUFFICIENT_DATA");
        assertThat(first.getList("items[0].fields")).containsExactly("result", "difficulty", "nextStep");

        done(
                step(
                        reporter(),
                        id,
                        "updates",
                        "{\"asOf\":\"2026-06-09\",\"percent\":20,\"status\":\"Đang làm\",\"result\":\"Đã họp\"}"),
                201);
        JsonPath second = as(standing()).get(WARNINGS + "?taskId=" + id).jsonPath();
        assertThat(second.getString("items[0].id")).isEqualTo(first.getString("items[0].id"));
        assertThat(second.getList("items[0].fields")).containsExactly("difficulty", "nextStep");

        done(step(reporter(), id, "updates", update("2026-06-10", 30)), 201);
        assertThat(open(id)).isEmpty();
        JsonPath closed =
                as(standing()).get(WARNINGS + "?status=CLOSED&taskId=" + id).jsonPath();
        assertThat(closed.getString("items[0].closedOn")).isEqualTo("2026-06-10");
        assertThat(as(standing())
                        .get(WARNINGS + "/{id}", closed.getString("items[0].id"))
                        .jsonPath()
                        .getString("status"))
                .isEqualTo("CLOSED");
        await().atMost(30, SECONDS)
                .until(() -> Events.read("monitoring.warning", first.getString("items[0].id")).stream()
                        .map(Events.Event::type)
                        .toList()
                        .equals(List.of(
                                "vn.monitoring.warning.opened.v1",
                                "vn.monitoring.warning.revised.v1",
                                "vn.monitoring.warning.closed.v1")));
    }

    @Test
    void ratesAMonthAndKeepsWhatCameLateOutOfIt() {
        JsonPath rows = importTable();
        for (String number : List.of("1", "2", "a", "b")) {
            done(step(standing(), taskOf(rows, number), "assignment", "{\"assignedOn\":\"2026-02-01\"}"), 200);
            done(step(Sample.reporterOfAll(), taskOf(rows, number), "acknowledgement", "{}"), 200);
        }
        done(step(Sample.reporterOfAll(), taskOf(rows, "2"), "updates", update("2026-06-10", null)), 201);
        done(step(reporter(), taskOf(rows, "1"), "updates", "{\"status\":\"Đang làm\"}"), 201);

        JsonPath running = rate("2026-06");
        assertThat(running.getInt("total.expected")).isEqualTo(4);
        assertThat(running.getInt("total.valid")).isEqualTo(1);
        assertThat(running.getInt("total.insufficient")).isEqualTo(1);
        assertThat(running.getBoolean("items[0].concluded")).isFalse();

        evaluateOn(LocalDate.of(2026, 7, 1));
        done(step(reporter(), taskOf(rows, "1"), "updates", update("2026-07-01", 50)), 201);

        JsonPath concluded = rate("2026-06");
        assertThat(concluded.getInt("total.valid")).isEqualTo(1);
        assertThat(concluded.getInt("total.late")).isEqualTo(2);
        assertThat(concluded.getFloat("total.percent")).isEqualTo(25f);
        assertThat(concluded.getBoolean("total.reached")).isFalse();
        assertThat(concluded.getInt("targetPercent")).isEqualTo(90);
        assertThat(concluded.getList("items")).hasSize(4);
        assertThat(open(taskOf(rows, "1"))).containsExactly("OVERDUE 2026-06-30 1 LEAD");
        assertThat(rate("2026-08").getString("total.percent")).isNull();
        problem(as(standing()).get("/api/v1/update-rates?month=2026"), 400, "INVALID_REQUEST");
        problem(as(stranger()).get("/api/v1/update-rates?month=2026-06&unit=10675"), 404, "NOT_FOUND");
        problem(RestAssured.given().get("/api/v1/update-rates?month=2026-06"), 401, "UNAUTHENTICATED");
        problem(as(Tokens.as("nobody").units("31")).get("/api/v1/update-rates?month=2026-06"), 403, "FORBIDDEN");
        JsonPath page =
                as(standing()).get("/api/v1/update-rates?month=2026-06&limit=3").jsonPath();
        assertThat(as(standing())
                        .get("/api/v1/update-rates?month=2026-06&limit=3&cursor=" + page.getString("next"))
                        .jsonPath()
                        .getList("items"))
                .hasSize(1);
    }

    @Test
    void judgesByTheWindowThatAPlanOrUnitHasSet() {
        String id = taskOf(importTable(), "1");
        bring(id, "ACCEPTED");
        String window = "{\"unitCode\":\"10675\",%s\"validFrom\":\"%s\",\"firstDay\":20,\"lastDay\":25}";
        problem(set(standing(), window.formatted("", "2026-06")), 422, "INVALID_VALUE");
        problem(set(standing(), window.formatted("", "2026-Q3")), 422, "INVALID_VALUE");
        problem(
                set(standing(), window.formatted("\"planId\":\"" + UUID.randomUUID() + "\",", "2026-07")),
                404,
                "NOT_FOUND");
        problem(set(inspector(), window.formatted("", "2026-07")), 403, "FORBIDDEN");
        problem(set(stranger(), window.formatted("", "2026-07")), 404, "NOT_FOUND");
        done(set(standing(), window.formatted("", "2026-07")), 201);
        done(set(standing(), window.formatted("\"planId\":\"" + PLAN + "\",", "2026-09")), 201);
        JsonPath windows =
                as(inspector()).get("/api/v1/update-windows?unit=10675").jsonPath();
        assertThat(windows.getInt("lastDay")).isEqualTo(31);
        assertThat(windows.getList("items.validFrom")).containsExactly("2026-07", "2026-09");

        evaluateOn(LocalDate.of(2026, 6, 30));
        clock.setToday(LocalDate.of(2026, 7, 10));
        done(step(reporter(), id, "updates", update("2026-07-10", 50)), 201);
        evaluateOn(LocalDate.of(2026, 7, 26));

        assertThat(open(id)).contains("LATE MONTHLY_UPDATE 2 DIRECTOR");
        assertThat(TestDatabase.shared()
                        .ask("select string_agg(closes_on::text, ' ' order by month) from update_month"))
                .isEqualTo("2026-06-30 2026-07-25");
    }

    @Test
    void showsWarningsWithinTheCallersUnitsOnly() {
        JsonPath rows = importTable();
        evaluateOn(LocalDate.of(2026, 12, 31));

        JsonPath counts = as(standing()).get(WARNINGS + "/counts").jsonPath();
        assertThat(counts.getInt("total")).isEqualTo(3);
        assertThat(counts.getInt("tasks")).isEqualTo(3);
        assertThat(counts.getInt("byKind.OVERDUE")).isEqualTo(2);
        assertThat(counts.getInt("byKind.DUE_SOON")).isEqualTo(1);
        assertThat(counts.getInt("byKind.LATE")).isZero();
        assertThat(as(reporter()).get(WARNINGS + "/counts").jsonPath().getInt("total"))
                .isEqualTo(1);
        assertThat(as(stranger()).get(WARNINGS).jsonPath().getList("items")).isEmpty();
        String id = as(standing())
                .get(WARNINGS + "?taskId=" + taskOf(rows, "b"))
                .jsonPath()
                .getString("items[0].id");
        problem(as(stranger()).get(WARNINGS + "/" + id), 404, "NOT_FOUND");
        problem(as(reporter()).get(WARNINGS + "/" + id), 404, "NOT_FOUND");
        problem(as(stranger()).get(WARNINGS + "?unit=10675"), 404, "NOT_FOUND");
        problem(as(stranger()).get(WARNINGS + "/counts?unit=10675"), 404, "NOT_FOUND");
        for (String path : List.of("", "/counts", "/" + id)) {
            problem(RestAssured.given().get(WARNINGS + path), 401, "UNAUTHENTICATED");
            problem(as(Tokens.as("nobody").units("31")).get(WARNINGS + path), 403, "FORBIDDEN");
        }
        problem(as(standing()).get(WARNINGS + "?kind=BAD"), 400, "INVALID_REQUEST");
        problem(as(standing()).get(WARNINGS + "?cursor=x"), 400, "INVALID_REQUEST");
        JsonPath page = as(standing()).get(WARNINGS + "?limit=2").jsonPath();
        assertThat(as(standing())
                        .get(WARNINGS + "?limit=2&cursor=" + page.getString("next"))
                        .jsonPath()
                        .getList("items"))
                .hasSize(1);
    }

    @Test
    void letsOneReplicaEvaluateAtATime() throws SQLException {
        importTable();
        try (Connection other = TestDatabase.shared().connect();
                PreparedStatement turn = other.prepareStatement(Turns.TAKE)) {
            other.setAutoCommit(false);
            turn.setString(1, Evaluation.TURN);
            turn.execute();

            problem(evaluate(admin()), 409, "EVALUATION_RUNNING");
            other.rollback();
        }
        JsonPath first = evaluate(admin()).jsonPath();
        assertThat(first.getString("day")).isEqualTo("2026-06-10");
        assertThat(first.getInt("tasks")).isEqualTo(4);
        assertThat(evaluate(admin()).jsonPath().getInt("opened")).isZero();
        problem(evaluate(standing()), 403, "FORBIDDEN");
        problem(RestAssured.given().post(WARNINGS + "/evaluations"), 401, "UNAUTHENTICATED");
    }

    @Test
    void opensAWarningOnceWhenChangesAndEvaluationsMeet() throws Exception {
        JsonPath rows = importTable();
        String id = taskOf(rows, "1");
        bring(id, "ACCEPTED");
        clock.setToday(LocalDate.of(2026, 9, 10));
        List<Callable<Integer>> work = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            work.add(() -> evaluate(admin()).statusCode());
            work.add(() -> as(reporter())
                    .contentType(ContentType.JSON)
                    .body(update("2026-09-10", 50))
                    .post(TASKS + "/{id}/updates", id)
                    .statusCode());
        }
        try (ExecutorService all = Executors.newFixedThreadPool(8)) {
            for (Future<Integer> answer : all.invokeAll(work)) {
                assertThat(answer.get()).isIn(200, 201, 409);
            }
        }

        assertThat(open(id)).containsExactly("OVERDUE 2026-06-30 3 INSPECTION_COMMISSION");
        assertThat(TestDatabase.shared()
                        .ask("select count(*) from (select 1 from warning group by task_id, kind, cause, opened_on"
                                + " having count(*) > 1) twice"))
                .isEqualTo("0");
    }

    private static String taskOf(JsonPath rows, String number) {
        return rows.getString("rows.find { it.number == '%s' || it.number == '3.%s' }.id".formatted(number, number));
    }

    private void evaluateOn(LocalDate day) {
        clock.setToday(day);
        done(evaluate(admin()), 200);
    }

    private static Tokens admin() {
        return Tokens.as("admin-31").roles("province-admin").units("31");
    }

    private static Response evaluate(Tokens caller) {
        return as(caller).post(WARNINGS + "/evaluations");
    }

    private static Response set(Tokens caller, String window) {
        return as(caller).contentType(ContentType.JSON).body(window).post("/api/v1/update-windows");
    }

    private static JsonPath rate(String month) {
        return as(standing())
                .get("/api/v1/update-rates?unit=10675&month=" + month)
                .jsonPath();
    }

    private static List<String> open(String taskId) {
        JsonPath page = as(inspector()).get(WARNINGS + "?taskId=" + taskId).jsonPath();
        List<String> warnings = new ArrayList<>();
        for (int i = 0; i < page.getList("items").size(); i++) {
            String item = "items[" + i + "].";
            warnings.add(page.getString(item + "kind") + " " + page.getString(item + "cause") + " "
                    + page.getInt(item + "level") + " " + page.getString(item + "addressee"));
        }
        return warnings;
    }
}
