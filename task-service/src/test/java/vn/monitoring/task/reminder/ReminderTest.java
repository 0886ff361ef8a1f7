package vn.monitoring.task.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.monitoring.task.Sample.TASKS;
import static vn.monitoring.task.Sample.as;
import static vn.monitoring.task.Sample.bring;
import static vn.monitoring.task.Sample.done;
import static vn.monitoring.task.Sample.inspector;
import static vn.monitoring.task.Sample.leader;
import static vn.monitoring.task.Sample.problem;
import static vn.monitoring.task.Sample.read;
import static vn.monitoring.task.Sample.reporter;
import static vn.monitoring.task.Sample.standing;
import static vn.monitoring.task.Sample.stranger;
import static vn.monitoring.task.Sample.taskId;

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
import vn.monitoring.kit.testing.PlatformTestResource;
import vn.monitoring.kit.testing.TestClock;
import vn.monitoring.kit.testing.Tokens;
import vn.monitoring.task.Sample;

@QuarkusTest
@QuarkusTestResource(PlatformTestResource.class)
class ReminderTest {

    private static final String REMINDERS = "/api/v1/reminders";
    private static final String PLAIN = "{\"text\":\"Đề nghị cập nhật tiến độ\"}";
    private static final String ASKING = "{\"text\":\"Nêu rõ nguyên nhân chậm\",\"explainBy\":\"2026-06-20\"}";

    private final TestClock clock;

    ReminderTest(TestClock clock) {
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
    void goesFromTheReminderToItsExplanationAndIntoTheStory() {
        String task = taskId("1");
        bring(task, "ACCEPTED");
        Response issued = remind(leader(), task, ASKING);
        done(issued, 201);
        String id = issued.jsonPath().getString("id");
        assertThat(issued.header("Location")).endsWith(REMINDERS + "/" + id);
        assertThat(issued.jsonPath().getString("issuedBy")).isEqualTo("leader-10675");

        Response heard = answer(reporter(), id, "acknowledgement", "\"1\"", null);
        done(heard, 200);
        assertThat(heard.jsonPath().getBoolean("waiting")).isTrue();
        clock.setToday(LocalDate.of(2026, 6, 21));
        JsonPath counts = as(standing()).get(REMINDERS + "/counts?unit=10675").jsonPath();
        assertThat(counts.getInt("unacknowledged")).isZero();
        assertThat(counts.getInt("unexplained")).isEqualTo(1);
        assertThat(counts.getInt("overdue")).isEqualTo(1);
        Response explained = answer(reporter(), id, "explanation", heard.header("ETag"), "{\"text\":\"Chờ nhà thầu\"}");

        done(explained, 200);
        JsonPath read = as(inspector()).get(REMINDERS + "/{id}", id).jsonPath();
        assertThat(read.getString("status")).isEqualTo("EXPLAINED");
        assertThat(read.getString("explanation")).isEqualTo("Chờ nhà thầu");
        assertThat(read.getString("explainedOn")).isEqualTo("2026-06-21");
        assertThat(read.getBoolean("waiting")).isFalse();
        assertThat(read(inspector(), task).jsonPath().getList("history.what"))
                .contains("REMINDED", "REMINDER_ACKNOWLEDGED", "REMINDER_EXPLAINED");
        assertThat(as(inspector())
                        .get(TASKS + "/{id}/reminders", task)
                        .jsonPath()
                        .getList("items"))
                .hasSize(1);
        assertThat(as(inspector()).get(REMINDERS + "?waiting=true").jsonPath().getList("items"))
                .isEmpty();
    }

    @Test
    void refersToAWarningOfTheTask() {
        String task = taskId("1");
        done(Sample.step(standing(), task, "assignment", "{\"assignedOn\":\"2026-02-01\"}"), 200);
        done(Sample.step(reporter(), task, "acknowledgement", "{\"acknowledgedOn\":\"2026-02-01\"}"), 200);
        done(Sample.step(reporter(), task, "updates", "{\"status\":\"Đang làm\"}"), 201);
        String warning =
                as(standing()).get("/api/v1/warnings?taskId=" + task).jsonPath().getString("items[0].id");
        String other = taskId("2");

        done(remind(standing(), task, "{\"text\":\"Bổ sung\",\"warningId\":\"%s\"}".formatted(warning)), 201);
        problem(
                remind(standing(), other, "{\"text\":\"Bổ sung\",\"warningId\":\"%s\"}".formatted(warning)),
                422,
                "WARNING_OF_ANOTHER_TASK");
    }

    @Test
    void takesEachAnswerOnce() {
        String task = taskId("1");
        String plain = remind(standing(), task, PLAIN).jsonPath().getString("id");
        String asking = remind(standing(), task, ASKING).jsonPath().getString("id");

        problem(answer(reporter(), plain, "explanation", "*", "{\"text\":\"Chờ\"}"), 409, "EXPLANATION_NOT_ASKED");
        done(answer(reporter(), plain, "acknowledgement", "*", null), 200);
        problem(answer(reporter(), plain, "acknowledgement", "*", null), 409, "REMINDER_ACKNOWLEDGED");
        done(answer(reporter(), asking, "explanation", "*", "{\"text\":\"Chờ\"}"), 200);
        problem(answer(reporter(), asking, "explanation", "*", "{\"text\":\"Chờ\"}"), 409, "REMINDER_EXPLAINED");
        problem(answer(reporter(), asking, "explanation", "\"1\"", "{\"text\":\"Chờ\"}"), 412, "STALE");
        problem(answer(reporter(), asking, "explanation", null, "{\"text\":\"Chờ\"}"), 428, "PRECONDITION_REQUIRED");
    }

    @Test
    void refusesWhatCannotBe() {
        String task = taskId("1");
        problem(remind(standing(), task, ASKING.replace("06-20", "06-09")), 422, "EXPLANATION_DAY_PASSED");
        problem(remind(standing(), task, "{\"text\":\" \"}"), 400, "INVALID_REQUEST");
        bring(task, "COMPLETED");
        problem(remind(standing(), task, PLAIN), 409, "TASK_NOT_OPEN");
    }

    @Test
    void letsOnlyThoseAboveRemindAndOnlyTheLeadAnswer() {
        String task = taskId("1");
        String id = remind(standing(), task, PLAIN).jsonPath().getString("id");

        problem(remind(reporter(), task, PLAIN), 403, "FORBIDDEN");
        problem(remind(inspector(), task, PLAIN), 403, "FORBIDDEN");
        problem(remind(stranger(), task, PLAIN), 404, "NOT_FOUND");
        problem(remind(standing(), UUID.randomUUID().toString(), PLAIN), 404, "NOT_FOUND");
        problem(answer(standing(), id, "acknowledgement", "*", null), 403, "FORBIDDEN");
        problem(answer(inspector(), id, "explanation", "*", "{\"text\":\"x\"}"), 403, "FORBIDDEN");
        problem(answer(stranger(), id, "acknowledgement", "*", null), 404, "NOT_FOUND");
        problem(answer(stranger(), id, "explanation", "*", "{\"text\":\"x\"}"), 404, "NOT_FOUND");
        problem(as(stranger()).get(REMINDERS + "/" + id), 404, "NOT_FOUND");
        problem(as(stranger()).get(TASKS + "/{id}/reminders", task), 404, "NOT_FOUND");
        problem(as(stranger()).get(REMINDERS + "?unit=10675"), 404, "NOT_FOUND");
        problem(as(stranger()).get(REMINDERS + "/counts?unit=10675"), 404, "NOT_FOUND");
        assertThat(as(stranger()).get(REMINDERS).jsonPath().getList("items")).isEmpty();
        for (String path : List.of("", "/counts", "/" + id)) {
            problem(RestAssured.given().get(REMINDERS + path), 401, "UNAUTHENTICATED");
            problem(as(Tokens.as("nobody").units("31")).get(REMINDERS + path), 403, "FORBIDDEN");
        }
    }

    private static Response remind(Tokens caller, String task, String body) {
        return as(caller).contentType(ContentType.JSON).body(body).post(TASKS + "/{id}/reminders", task);
    }

    private static Response answer(
            Tokens caller, String id, String what, @Nullable String ifMatch, @Nullable String body) {
        var request = as(caller);
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        if (body != null) {
            request.contentType(ContentType.JSON).body(body);
        }
        return request.post(REMINDERS + "/{id}/" + what, id);
    }
}
