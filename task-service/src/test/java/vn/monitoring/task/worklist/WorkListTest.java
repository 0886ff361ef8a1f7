package vn.monitoring.task.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.monitoring.task.Sample.as;
import static vn.monitoring.task.Sample.bring;
import static vn.monitoring.task.Sample.importTable;
import static vn.monitoring.task.Sample.inspector;
import static vn.monitoring.task.Sample.leader;
import static vn.monitoring.task.Sample.problem;
import static vn.monitoring.task.Sample.reporter;
import static vn.monitoring.task.Sample.reporterOfAll;
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
import java.util.Map;
import java.util.TreeMap;
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
class WorkListTest {

    private static final String LISTS = "/api/v1/work-lists";

    private final TestClock clock;
    private JsonPath imported;

    WorkListTest(TestClock clock) {
        this.clock = clock;
    }

    @BeforeEach
    void prepare() {
        Sample.prepare();
        clock.setToday(LocalDate.of(2026, 6, 10));
        imported = importTable();
    }

    @AfterEach
    void releaseClock() {
        clock.reset();
    }

    @Test
    void countsEachListForItsCaller() {
        assertThat(counts(standing()))
                .isEqualTo(Map.of(
                        "mine", 0,
                        "agency", 4,
                        "awaiting-acceptance", 0,
                        "due-this-week", 0,
                        "overdue", 0,
                        "warned", 0,
                        "without-recent-update", 0));
        bring(id("1"), "SUBMITTED");

        assertThat(counts(standing())).containsEntry("awaiting-acceptance", 1).containsEntry("mine", 0);
        assertThat(counts(leader())).containsEntry("awaiting-acceptance", 1);
        assertThat(counts(reporter())).containsEntry("awaiting-acceptance", 0).containsEntry("agency", 1);
        assertThat(counts(inspector())).as("who may not accept").containsEntry("awaiting-acceptance", 0);
        assertThat(counts(stranger())).containsEntry("agency", 0);
        assertThat(as(standing()).get(LISTS + "?unit=10675.CA").jsonPath().getInt("items[1].count"))
                .isEqualTo(1);
    }

    @Test
    void showsWhoeverWorksOnATaskThatItIsHis() {
        bring(id("1"), "ACCEPTED");

        assertThat(numbers(as(reporter()).get(LISTS + "/mine"))).containsExactly("1");
        assertThat(numbers(as(reporter()).get(LISTS + "/agency"))).containsExactly("1");
        assertThat(numbers(as(standing()).get(LISTS + "/agency")))
                .as("the nearest deadline first, none last, no parent")
                .containsExactly("1", "3.a", "3.b", "2");
        bring(id("2"), "DRAFT");
        assertThat(numbers(as(reporterOfAll()).get(LISTS + "/mine"))).containsExactly("1");
    }

    @Test
    void offersToAcceptWhatOthersOfAnotherUnitHandedOver() {
        bring(id("1"), "SUBMITTED");

        assertThat(numbers(as(standing()).get(LISTS + "/awaiting-acceptance"))).containsExactly("1");
        Tokens ownUnit = Tokens.as("leader-vhxh").roles("leader").units("10675.VHXH");
        assertThat(numbers(as(ownUnit).get(LISTS + "/awaiting-acceptance")))
                .as("his own unit did it")
                .isEmpty();
        Tokens samePerson =
                Tokens.as("reporter-10675-vhxh").roles("reporter", "leader").units("10675");
        assertThat(numbers(as(samePerson).get(LISTS + "/awaiting-acceptance")))
                .as("he submitted it")
                .isEmpty();
    }

    @Test
    void findsWhatIsDueUntilSunday() {
        clock.setToday(LocalDate.of(2026, 6, 28));
        assertThat(numbers(as(standing()).get(LISTS + "/due-this-week"))).isEmpty();
        clock.setToday(LocalDate.of(2026, 6, 29));
        assertThat(numbers(as(standing()).get(LISTS + "/due-this-week"))).containsExactly("1");
        clock.setToday(LocalDate.of(2026, 6, 30));
        assertThat(numbers(as(standing()).get(LISTS + "/due-this-week"))).containsExactly("1");
        assertThat(numbers(as(standing()).get(LISTS + "/overdue"))).isEmpty();
        clock.setToday(LocalDate.of(2026, 7, 1));
        assertThat(numbers(as(standing()).get(LISTS + "/due-this-week"))).isEmpty();
        assertThat(numbers(as(standing()).get(LISTS + "/overdue"))).containsExactly("1");
    }

    @Test
    void doesNotCallOverdueWhatWaitsForItsReview() {
        bring(id("1"), "SUBMITTED");
        clock.setToday(LocalDate.of(2026, 7, 20));

        assertThat(numbers(as(standing()).get(LISTS + "/overdue"))).isEmpty();
        assertThat(numbers(as(standing()).get("/api/v1/tasks?timeliness=OVERDUE")))
                .as("as the rule of timeliness has it")
                .isEmpty();
    }

    @Test
    void findsWhatWasNotUpdatedForAMonth() {
        bring(id("1"), "IN_PROGRESS");
        assertThat(numbers(as(standing()).get(LISTS + "/without-recent-update")))
                .as("as of 10 May, 31 days ago")
                .isEmpty();
        clock.setToday(LocalDate.of(2026, 6, 11));
        assertThat(numbers(as(standing()).get(LISTS + "/without-recent-update")))
                .containsExactly("1");
    }

    @Test
    void findsWhatIsWarned() {
        warn("3.a", null);
        warn("3.b", "2026-06-01");

        assertThat(numbers(as(standing()).get(LISTS + "/warned"))).containsExactly("3.a");
        assertThat(counts(standing())).containsEntry("warned", 1);
        assertThat(numbers(as(standing()).get("/api/v1/tasks?warned=true"))).containsExactly("3.a");
        assertThat(numbers(as(standing()).get("/api/v1/tasks?warned=false"))).containsExactly("1", "2", "3", "3.b");
    }

    @Test
    void pagesWithoutLossOrRepeat() {
        List<String> seen = new ArrayList<>();
        String address = LISTS + "/agency?limit=3";
        Response first = as(standing()).get(address);
        seen.addAll(numbers(first));
        assertThat(first.header("Link")).contains("rel=\"next\"");
        Response second =
                as(standing()).get(address + "&cursor=" + first.jsonPath().getString("next"));
        seen.addAll(numbers(second));
        assertThat(seen).containsExactly("1", "3.a", "3.b", "2");
        assertThat(second.jsonPath().getString("next")).isNull();
    }

    @Test
    void refusesListsUnitsAndCursorsThatAreNone() {
        problem(as(standing()).get(LISTS + "/someday"), 404, "NOT_FOUND");
        problem(as(standing()).get(LISTS + "/mine?unit=11002"), 404, "NOT_FOUND");
        problem(as(standing()).get(LISTS + "?unit=11002"), 404, "NOT_FOUND");
        problem(as(standing()).get(LISTS + "/mine?cursor=xyz"), 400, "INVALID_REQUEST");
        problem(RestAssured.given().get(LISTS), 401, "UNAUTHENTICATED");
        problem(as(Tokens.as("nobody").units("31")).get(LISTS), 403, "FORBIDDEN");
    }

    private void warn(String number, @Nullable String closedOn) {
        TestDatabase.shared().execute("""
                        insert into warning (id, task_id, plan_id, unit_code, responsible_unit_code, kind, cause, level, months,
                            fields, opened_on, closed_on, version)
                        select gen_random_uuid(), id, plan_id, unit_code, responsible_unit_code, 'OVERDUE', '', 1, 0, '{}',
                            '2026-05-01', %s, 1 from task where number = '%s'""".formatted(closedOn == null ? "null" : "'" + closedOn + "'", number));
    }

    private String id(String number) {
        return imported.getString("rows.find { it.number == '%s' }.id".formatted(number));
    }

    private static Map<String, Integer> counts(Tokens caller) {
        Map<String, Integer> counts = new TreeMap<>();
        Response response = as(caller).get(LISTS);
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
        JsonPath body = response.jsonPath();
        List<String> lists = body.getList("items.list");
        for (int i = 0; i < lists.size(); i++) {
            counts.put(lists.get(i), body.getInt("items[%d].count".formatted(i)));
        }
        return counts;
    }

    private static List<String> numbers(Response response) {
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
        return response.jsonPath().getList("items.number");
    }
}
