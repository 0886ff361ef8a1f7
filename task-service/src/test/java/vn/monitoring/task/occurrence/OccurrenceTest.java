package vn.monitoring.task.occurrence;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.monitoring.task.Sample.TASKS;
import static vn.monitoring.task.Sample.as;
import static vn.monitoring.task.Sample.bring;
import static vn.monitoring.task.Sample.done;
import static vn.monitoring.task.Sample.inspector;
import static vn.monitoring.task.Sample.problem;
import static vn.monitoring.task.Sample.read;
import static vn.monitoring.task.Sample.reporter;
import static vn.monitoring.task.Sample.standing;
import static vn.monitoring.task.Sample.step;
import static vn.monitoring.task.Sample.stranger;
import static vn.monitoring.task.Sample.update;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.monitoring.kit.testing.PlatformTestResource;
import vn.monitoring.kit.testing.TestClock;
import vn.monitoring.kit.testing.TestDatabase;
import vn.monitoring.kit.testing.Tokens;
import vn.monitoring.task.Sample;

@QuarkusTest
@QuarkusTestResource(PlatformTestResource.class)
class OccurrenceTest {

    private final TestClock clock;
    private final DayTurn dayTurn;

    OccurrenceTest(TestClock clock, DayTurn dayTurn) {
        this.clock = clock;
        this.dayTurn = dayTurn;
    }

    @BeforeEach
    void prepare() {
        clock.setToday(LocalDate.of(2026, 6, 10));
        Sample.prepare();
    }

    @AfterEach
    void releaseClock() {
        clock.reset();
    }

    @Test
    void areGeneratedAheadAndDoneByTheAcceptedSubmission() {
        String id = imported("hằng quý");
        assertThat(list(id).getList("items.periodKey"))
                .containsExactly("2026-Q2", "2026-Q3", "2026-Q4", "2027-Q1", "2027-Q2");
        bring(id, "COMPLETED");

        JsonPath quarters = list(id);
        assertThat(quarters.getString("items[0].status")).isEqualTo("DONE");
        assertThat(quarters.getString("items[0].doneOn")).isEqualTo("2026-06-05");
        assertThat(quarters.getList("items.status", String.class).subList(1, 5)).containsOnly("OPEN");
        assertThat(dueOn(id)).isEqualTo("2026-06-30");
        assertThat(read(inspector(), id).jsonPath().getString("timeliness")).isEqualTo("ON_TIME");
    }

    @Test
    void rollForwardWithTheDayAlsoAfterDowntime() {
        String id = imported("hằng quý");
        bring(id, "COMPLETED");
        clock.setToday(LocalDate.of(2027, 1, 15));

        assertThat(dayTurn.turn()).isPositive();

        JsonPath quarters = list(id);
        assertThat(quarters.getList("items.periodKey"))
                .containsExactly(
                        "2026-Q2", "2026-Q3", "2026-Q4", "2027-Q1", "2027-Q2", "2027-Q3", "2027-Q4", "2028-Q1");
        assertThat(quarters.getList("items.status"))
                .containsExactly("DONE", "MISSED", "MISSED", "OPEN", "OPEN", "OPEN", "OPEN", "OPEN");
        assertThat(dueOn(id)).isEqualTo("2027-03-31");
        assertThat(read(inspector(), id).jsonPath().getString("timeliness")).isEqualTo("NOT_STARTED");
        assertThat(dayTurn.turn()).isZero();
    }

    @Test
    void areTurnedOnceByManyReplicas() throws Exception {
        String id = imported("hằng tháng");
        bring(id, "IN_PROGRESS");
        clock.setToday(LocalDate.of(2026, 9, 1));

        Callable<Integer> replica = dayTurn::turn;
        try (ExecutorService replicas = Executors.newFixedThreadPool(4)) {
            int changed = 0;
            for (Future<Integer> turned : replicas.invokeAll(List.of(replica, replica, replica, replica))) {
                changed += turned.get();
            }
            assertThat(changed).isPositive();
        }
        assertThat(dayTurn.turn()).isZero();

        JsonPath months = list(id);
        assertThat(months.getList("items.periodKey")).doesNotHaveDuplicates().endsWith("2027-09");
        assertThat(months.getList("items.findAll { it.status == 'MISSED' }.periodKey"))
                .containsExactly("2026-06", "2026-07", "2026-08");
    }

    @Test
    void areDoneByAValidUpdateOfAContinuousTask() {
        String id = imported("Thường xuyên");
        done(step(standing(), id, "assignment", "{\"assignedOn\":\"2026-05-05\"}"), 200);
        done(step(reporter(), id, "acknowledgement", "{\"acknowledgedOn\":\"2026-05-06\"}"), 200);

        done(step(reporter(), id, "updates", update("2026-06-09", null)), 201);

        assertThat(list(id).getString("items[0].periodKey")).isEqualTo("2026-06");
        assertThat(list(id).getString("items[0].status")).isEqualTo("DONE");
        assertThat(dueOn(id)).isNull();
        clock.setToday(LocalDate.of(2026, 8, 1));
        dayTurn.turn();
        assertThat(list(id).getString("items.find { it.periodKey == '2026-07' }.status"))
                .isEqualTo("MISSED");
        assertThat(read(inspector(), id).jsonPath().getString("timeliness")).isEqualTo("UPDATE_LATE");
    }

    @Test
    void areReplacedByAnotherImportWithoutLosingWhatIsDone() {
        String id = imported("hằng quý");
        bring(id, "COMPLETED");

        importTable("hằng tháng");
        JsonPath monthly = list(id);
        assertThat(monthly.getList("items.periodKey", String.class))
                .doesNotHaveDuplicates()
                .contains("2026-Q2", "2026-06", "2027-06")
                .doesNotContain("2026-Q3");
        assertThat(monthly.getString("items.find { it.periodKey == '2026-Q2' }.status"))
                .isEqualTo("DONE");
        importTable("hằng tháng");
        assertThat(list(id).getList("items")).isEqualTo(monthly.getList("items"));

        importTable("Quý III/2026");
        assertThat(list(id).getList("items.findAll { it.status == 'OPEN' }")).isEmpty();
        assertThat(list(id).getList("items.findAll { it.status == 'DONE' }.periodKey"))
                .containsExactly("2026-Q2");
        assertThat(dueOn(id)).isEqualTo("2026-09-30");
    }

    @Test
    void arePagedAndFiltered() {
        String id = imported("hằng tháng");

        List<String> seen = new java.util.ArrayList<>();
        String address = TASKS + "/" + id + "/occurrences?limit=5";
        String next = null;
        do {
            JsonPath page = as(inspector())
                    .get(next == null ? address : address + "&cursor=" + next)
                    .jsonPath();
            seen.addAll(page.getList("items.periodKey"));
            next = page.getString("next");
        } while (next != null);
        assertThat(seen).hasSize(13).doesNotHaveDuplicates().isSorted();
        assertThat(as(inspector())
                        .get(TASKS + "/{id}/occurrences?status=MISSED", id)
                        .jsonPath()
                        .getList("items"))
                .isEmpty();
        problem(as(inspector()).get(TASKS + "/{id}/occurrences?status=LATE", id), 400, "INVALID_REQUEST");
        problem(as(inspector()).get(TASKS + "/{id}/occurrences?cursor=xyz", id), 400, "INVALID_REQUEST");
    }

    @Test
    void areSeenByWhoMaySeeTheTask() {
        String id = imported("hằng tháng");

        problem(RestAssured.given().get(TASKS + "/{id}/occurrences", id), 401, "UNAUTHENTICATED");
        problem(as(Tokens.as("nobody").units("31")).get(TASKS + "/{id}/occurrences", id), 403, "FORBIDDEN");
        problem(as(stranger()).get(TASKS + "/{id}/occurrences", id), 404, "NOT_FOUND");
        problem(as(inspector()).get(TASKS + "/{id}/occurrences", UUID.randomUUID()), 404, "NOT_FOUND");
    }

    private static String imported(String timing) {
        importTable(timing);
        return Objects.requireNonNull(TestDatabase.shared().ask("select id from task where number = '1'"));
    }

    private static void importTable(String timing) {
        byte[] table = Sample.TABLE.replace("Tháng 6/2026", timing).getBytes(StandardCharsets.UTF_8);
        Response response = Sample.upload(standing(), Sample.PLAN, false, "nhiem-vu.csv", table);
        done(response, 201);
    }

    private static JsonPath list(String id) {
        Response response = as(inspector()).get(TASKS + "/{id}/occurrences?limit=200", id);
        done(response, 200);
        return response.jsonPath();
    }

    private static @Nullable String dueOn(String id) {
        return TestDatabase.shared().ask("select due_on from task where id = '" + id + "'");
    }
}
