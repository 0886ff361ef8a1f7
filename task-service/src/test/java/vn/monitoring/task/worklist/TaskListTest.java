package vn.monitoring.task.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.monitoring.task.Sample.TASKS;
import static vn.monitoring.task.Sample.as;
import static vn.monitoring.task.Sample.bring;
import static vn.monitoring.task.Sample.importTable;
import static vn.monitoring.task.Sample.inspector;
import static vn.monitoring.task.Sample.problem;
import static vn.monitoring.task.Sample.reporter;
import static vn.monitoring.task.Sample.standing;
import static vn.monitoring.task.Sample.stranger;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.monitoring.kit.testing.PlatformTestResource;
import vn.monitoring.kit.testing.TestClock;
import vn.monitoring.task.Sample;

@QuarkusTest
@QuarkusTestResource(PlatformTestResource.class)
class TaskListTest {

    private final TestClock clock;

    TaskListTest(TestClock clock) {
        this.clock = clock;
    }

    @BeforeEach
    void prepare() {
        Sample.prepare();
        clock.setToday(LocalDate.of(2026, 6, 10));
        importTable();
    }

    @AfterEach
    void releaseClock() {
        clock.reset();
    }

    @Test
    void showsEachCallerHisOwnUnits() {
        assertThat(numbers(as(standing()).get(TASKS))).containsExactly("1", "2", "3", "3.a", "3.b");
        assertThat(numbers(as(inspector()).get(TASKS))).hasSize(5);
        assertThat(numbers(as(reporter()).get(TASKS))).containsExactly("1");
        assertThat(numbers(as(stranger()).get(TASKS))).isEmpty();
    }

    @Test
    void filtersByUnitPlanStatusAndTimeliness() {
        JsonPath all = as(standing()).get(TASKS).jsonPath();
        bring(all.getString("items.find { it.number == '1' }.id"), "IN_PROGRESS");
        clock.setToday(LocalDate.of(2026, 6, 25));

        assertThat(numbers(as(standing()).get(TASKS + "?unit=10675.CA"))).containsExactly("3.b");
        assertThat(numbers(as(standing()).get(TASKS + "?planId=" + Sample.PLAN)))
                .hasSize(5);
        assertThat(numbers(as(standing()).get(TASKS + "?planId=00000000-0000-0000-0000-000000000000")))
                .isEmpty();
        assertThat(numbers(as(standing()).get(TASKS + "?status=IN_PROGRESS"))).containsExactly("1");
        assertThat(numbers(as(standing()).get(TASKS + "?timeliness=DUE_SOON"))).containsExactly("1");
        assertThat(numbers(as(standing()).get(TASKS + "?timeliness=NOT_STARTED&status=DRAFT")))
                .containsExactly("2", "3", "3.a", "3.b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&timeliness=NOT_STARTED"})
    void pagesWithoutLossOrRepeat(String filter) {
        List<String> seen = new ArrayList<>();
        String address = TASKS + "?limit=2" + filter;
        for (int page = 0; page < 10; page++) {
            Response response = as(standing()).get(address);
            seen.addAll(numbers(response));
            String next = response.jsonPath().getString("next");
            if (next == null) {
                assertThat(response.header("Link")).isNull();
                break;
            }
            assertThat(response.header("Link")).contains("rel=\"next\"").contains("cursor=" + next);
            address = TASKS + "?limit=2" + filter + "&cursor=" + next;
        }
        assertThat(seen).containsExactly("1", "2", "3", "3.a", "3.b");
    }

    @Test
    void refusesBadParametersAndForeignUnits() {
        Response status = as(standing()).get(TASKS + "?status=DONE");
        problem(status, 400, "INVALID_REQUEST");
        assertThat(status.jsonPath().getString("violations[0].field")).isEqualTo("status");
        problem(as(standing()).get(TASKS + "?timeliness=late"), 400, "INVALID_REQUEST");
        problem(as(standing()).get(TASKS + "?limit=201"), 400, "INVALID_REQUEST");
        problem(as(standing()).get(TASKS + "?cursor=xyz"), 400, "INVALID_REQUEST");
        problem(as(standing()).get(TASKS + "?cursor=YR9iH2M"), 400, "INVALID_REQUEST");
        problem(as(standing()).get(TASKS + "?unit=11002"), 404, "NOT_FOUND");
        problem(RestAssured.given().get(TASKS), 401, "UNAUTHENTICATED");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            q=xay dung ke hoach                   | 1
            q=Xây dựng                            | 1
            q=tuyen truyen 57                     | 2
            q=3.b                                 | 3.b
            q=100%25                              | ''
            q=khong co gi                         | ''
            leadAgency=10675.CA                   | 3.b
            leadAgency=cong an                    | 3.b
            director=pho chu tich                 | 1,3,3.a,3.b
            director=Trưởng ban                   | 2
            kind=PARENT                           | 3
            kind=SUBTASK                          | 3.a,3.b
            dueFrom=2026-07-01                    | 3,3.a,3.b
            dueTo=2026-06-30                      | 1
            dueFrom=2026-07-01&dueTo=2026-10-01   | 3.a
            dueTo=2026-06-30&status=ASSIGNED      | ''
            sort=due&kind=TASK                    | 1,2
            sort=-due&kind=SUBTASK                | 3.b,3.a
            planId=0f3f7a52-7f35-4f0e-9a3b-0d1a4b1c0001&q=he thong&sort=due | 3.a,3,3.b
            """)
    void narrowsAndSorts(String parameters, String expected) {
        List<String> found = numbers(as(standing()).urlEncodingEnabled(false).get(TASKS + "?" + encoded(parameters)));

        assertThat(found)
                .containsExactlyInAnyOrderElementsOf(expected.isEmpty() ? List.of() : List.of(expected.split(",", -1)));
        if (!parameters.contains("planId")) {
            assertThat(String.join(",", found)).isEqualTo(expected);
        }
    }

    @Test
    void sortsByTheOldestUpdate() {
        JsonPath all = as(standing()).get(TASKS).jsonPath();
        bring(all.getString("items.find { it.number == '1' }.id"), "IN_PROGRESS");

        List<String> byUpdate = numbers(as(standing()).get(TASKS + "?sort=updated"));

        assertThat(byUpdate).hasSize(5).endsWith("1");
    }

    @Test
    void keepsACursorToItsOrder() {
        String next = as(standing()).get(TASKS + "?limit=2&sort=due").jsonPath().getString("next");
        assertThat(numbers(as(standing()).get(TASKS + "?limit=9&sort=due&cursor=" + next)))
                .hasSize(3);
        problem(as(standing()).get(TASKS + "?sort=plan&cursor=" + next), 400, "INVALID_REQUEST");
        problem(as(standing()).get(TASKS + "?sort=colour"), 400, "INVALID_REQUEST");
    }

    private static String encoded(String parameters) {
        return parameters
                .replace(" ", "%20")
                .replace("â", "%C3%A2")
                .replace("ự", "%E1%BB%B1")
                .replace("ư", "%C6%B0")
                .replace("ở", "%E1%BB%9F");
    }

    private static List<String> numbers(Response response) {
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
        return response.jsonPath().getList("items.number");
    }
}
