package vn.monitoring.task.statistics;

import static org.assertj.core.api.Assertions.assertThat;
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

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.time.LocalDate;
import java.util.Map;
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
class TaskStatisticsTest {

    private static final String STATISTICS = "/api/v1/task-statistics";

    private final TestClock clock;

    TaskStatisticsTest(TestClock clock) {
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
    void countsAsOfToday() {
        bring(importTable().getString("rows.find { it.number == '1' }.id"), "COMPLETED");
        clock.setToday(LocalDate.of(2026, 10, 1));

        JsonPath counts =
                as(standing()).get(STATISTICS + "?planId=" + Sample.PLAN).jsonPath();

        assertThat(counts.getString("asOf")).isEqualTo("2026-10-01");
        assertThat(counts.getInt("total")).isEqualTo(4);
        assertThat(counts.getInt("parents")).isEqualTo(1);
        assertThat(counts.getInt("needsDecision")).isZero();
        assertThat(filled(counts.getMap("byStatus"))).isEqualTo(Map.of("COMPLETED", 1, "DRAFT", 3));
        assertThat(filled(counts.getMap("byTimeliness")))
                .isEqualTo(Map.of("ON_TIME", 1, "OVERDUE", 1, "NOT_STARTED", 2));
        assertThat(counts.getMap("byTimeliness")).hasSize(11);
    }

    @Test
    void countsWhatTheCallerMaySee() {
        importTable();

        assertThat(as(reporter()).get(STATISTICS).jsonPath().getInt("total")).isEqualTo(1);
        assertThat(as(standing()).get(STATISTICS + "?unit=10675.CA").jsonPath().getInt("total"))
                .isEqualTo(1);
        assertThat(as(stranger()).get(STATISTICS).jsonPath().getInt("total")).isZero();
        problem(as(stranger()).get(STATISTICS + "?unit=10675"), 404, "NOT_FOUND");
        problem(RestAssured.given().get(STATISTICS), 401, "UNAUTHENTICATED");
        problem(as(Tokens.as("nobody").units("31")).get(STATISTICS), 403, "FORBIDDEN");
    }

    @Test
    void tellsTheUnitsRightBelowApart() {
        bring(importTable().getString("rows.find { it.number == '1' }.id"), "COMPLETED");
        clock.setToday(LocalDate.of(2026, 10, 1));

        JsonPath commune =
                as(standing()).get(STATISTICS + "?unit=10675&groupBy=unit").jsonPath();

        assertThat(commune.getList("groups.key")).containsExactly("10675.BXDD", "10675.CA", "10675.VHXH", "10675.VP");
        assertThat(commune.getList("groups.total")).containsExactly(1, 1, 1, 1);
        assertThat(commune.getString("groups[2].name")).isEqualTo("Phòng Văn hóa - Xã hội");
        assertThat(commune.getInt("groups[2].figures.onTime")).isEqualTo(1);
        assertThat(commune.getInt("groups[3].figures.overdue")).isEqualTo(1);
        assertThat(commune.getInt("figures.onTimeRate.numerator")).isEqualTo(1);
        assertThat(commune.getInt("figures.onTimeRate.denominator")).isEqualTo(2);
        assertThat(commune.getFloat("figures.onTimeRate.percent")).isEqualTo(50.0f);
        assertThat(commune.getString("groups[0].figures.onTimeRate.percent")).isNull();

        JsonPath province = as(Tokens.as("leader-31").roles("leader").units("31"))
                .get(STATISTICS + "?groupBy=unit")
                .jsonPath();
        assertThat(province.getList("groups.key")).containsExactly("10675", "11002");
        assertThat(province.getList("groups.total")).as("one without tasks too").containsExactly(4, 0);
        problem(
                as(Tokens.as("leader").roles("leader").units("31", "24")).get(STATISTICS + "?groupBy=unit"),
                400,
                "INVALID_REQUEST");
    }

    @Test
    void tellsAgenciesPositionsAndGroupsApart() {
        importTable();
        TestDatabase.shared().execute("""
                update task set director_position = 'Phó chủ tịch  UBND phường' where number = '3.b'""", """
                update task set group_name = 'Chuyển đổi số' where number in ('1', '2')""");

        assertThat(as(inspector())
                        .get(STATISTICS + "?groupBy=agency")
                        .jsonPath()
                        .getList("groups.name"))
                .containsExactly(
                        "Ban Xây dựng Đảng", "Công an phường", "Phòng Văn hóa - Xã hội", "Văn phòng HĐND và UBND");
        JsonPath positions =
                as(inspector()).get(STATISTICS + "?groupBy=position").jsonPath();
        assertThat(positions.getList("groups.key"))
                .as("spellings of one position count together")
                .containsExactly("Phó Chủ tịch UBND phường", "Trưởng ban Xây dựng Đảng");
        assertThat(positions.getList("groups.total")).containsExactly(3, 1);
        JsonPath groups = as(inspector()).get(STATISTICS + "?groupBy=group").jsonPath();
        assertThat(groups.getList("groups.name")).containsExactly("Chưa nêu", "Chuyển đổi số");
        assertThat(groups.getString("groups[0].key")).isEmpty();

        JsonPath first =
                as(inspector()).get(STATISTICS + "?groupBy=agency&limit=3").jsonPath();
        JsonPath second = as(inspector())
                .get(STATISTICS + "?groupBy=agency&limit=3&cursor=" + first.getString("next"))
                .jsonPath();
        assertThat(first.getList("groups.key")).hasSize(3);
        assertThat(second.getList("groups.key")).containsExactly("10675.VP");
        assertThat(second.getString("next")).isNull();
    }

    @Test
    void countsWhatIsDueInAPeriod() {
        bring(importTable().getString("rows.find { it.number == '1' }.id"), "COMPLETED");
        clock.setToday(LocalDate.of(2026, 10, 1));

        JsonPath quarter = as(standing()).get(STATISTICS + "?period=2026-Q3").jsonPath();
        assertThat(filled(quarter.getMap("byTimeliness"))).isEqualTo(Map.of("OVERDUE", 1));
        assertThat(quarter.getString("period")).isEqualTo("2026-Q3");
        assertThat(filled(as(standing())
                        .get(STATISTICS + "?period=2026-H1")
                        .jsonPath()
                        .getMap("byTimeliness")))
                .isEqualTo(Map.of("ON_TIME", 1));
        problem(as(standing()).get(STATISTICS + "?period=2026-Q5"), 400, "INVALID_REQUEST");
        problem(as(standing()).get(STATISTICS + "?groupBy=colour"), 400, "INVALID_REQUEST");
    }

    @Test
    void countsEachOccurrenceThatIsDueInThePeriod() {
        importTable();
        TestDatabase.shared()
                .execute(
                        "update task set timing_kind = 'RECURRING_QUARTER', recurs = 'QUARTERLY' where number = '1'",
                        """
                insert into occurrence (task_id, number, period_key, starts_on, due_on, original_due_on, status, done_on)
                select id, n, 'k' || n, start, start + 89, start + 89, o.status, done from task, (values
                    (801, date '2026-01-01', 'DONE', date '2026-03-01'), (802, date '2026-04-01', 'MISSED', null),
                    (803, date '2026-07-01', 'DONE', date '2026-10-20'), (804, date '2026-10-01', 'OPEN', null))
                    o (n, start, status, done) where number = '1'""");
        clock.setToday(LocalDate.of(2026, 10, 25));

        assertThat(filled(as(reporter())
                        .get(STATISTICS + "?period=2026")
                        .jsonPath()
                        .getMap("byTimeliness")))
                .isEqualTo(Map.of("ON_TIME", 1, "OVERDUE", 1, "LATE", 1, "NOT_STARTED", 1));
        JsonPath quarter = as(reporter()).get(STATISTICS + "?period=2026-Q3").jsonPath();
        assertThat(filled(quarter.getMap("byTimeliness"))).isEqualTo(Map.of("LATE", 1));
        assertThat(filled(as(reporter())
                        .get(STATISTICS + "?period=2026-Q3&asOf=2026-10-15")
                        .jsonPath()
                        .getMap("byTimeliness")))
                .as("not done yet on that day")
                .isEqualTo(Map.of("OVERDUE", 1));
    }

    @Test
    void judgesAgainstTheOriginalDeadlineToo() {
        importTable();
        TestDatabase.shared().execute("""
                update task set extended_from_due_on = '2026-06-30', extended_due_on = '2026-12-31', due_on = '2026-12-31'
                where number = '1'""");
        clock.setToday(LocalDate.of(2026, 7, 20));

        JsonPath counts = as(standing()).get(STATISTICS).jsonPath();

        assertThat(counts.getInt("figures.overdue")).isZero();
        assertThat(counts.getInt("byOriginalDeadline.overdue")).isEqualTo(1);
    }

    @Test
    void addsUpTheMonthlyUpdates() {
        importTable();
        TestDatabase.shared().execute("""
                insert into update_month (task_id, month, plan_id, responsible_unit_code, opens_on, closes_on, outcome, running)
                select id, month, plan_id, responsible_unit_code, month + 19, month + 24,
                    case when number = '1' or month = '2026-04-01' then 'VALID' else 'LATE' end,
                    case when number = '1' or month = '2026-04-01' then 0 else 1 end
                from task, (values (date '2026-04-01'), (date '2026-05-01')) m (month) where kind <> 'PARENT'""", """
                insert into update_rate (month, plan_id, responsible_unit_code, expected, valid, insufficient)
                select month, plan_id, responsible_unit_code, count(*), count(*) filter (where outcome = 'VALID'), 0
                from update_month group by 1, 2, 3""");

        JsonPath lastMonth =
                as(standing()).get(STATISTICS + "?groupBy=position").jsonPath();
        assertThat(lastMonth.getString("updateRate.from")).isEqualTo("2026-05");
        assertThat(lastMonth.getString("updateRate.to")).isEqualTo("2026-05");
        assertThat(lastMonth.getInt("updateRate.rate.numerator")).isEqualTo(1);
        assertThat(lastMonth.getInt("updateRate.rate.denominator")).isEqualTo(4);
        assertThat(lastMonth.getFloat("updateRate.rate.percent")).isEqualTo(25.0f);
        assertThat(lastMonth.getList("groups.updateRate.numerator")).containsExactly(1, 0);
        assertThat(lastMonth.getList("groups.updateRate.denominator")).containsExactly(3, 1);

        JsonPath quarter = as(standing())
                .get(STATISTICS + "?period=2026-Q2&groupBy=agency")
                .jsonPath();
        assertThat(quarter.getInt("updateRate.rate.numerator")).isEqualTo(5);
        assertThat(quarter.getInt("updateRate.rate.denominator")).isEqualTo(8);
        assertThat(quarter.getFloat("groups.find { it.key == '10675.VHXH' }.updateRate.percent"))
                .isEqualTo(100.0f);
        assertThat(as(reporter()).get(STATISTICS).jsonPath().getInt("updateRate.rate.denominator"))
                .isEqualTo(1);
    }

    @Test
    void givesWhatWasKnownThen() {
        String id = importTable().getString("rows.find { it.number == '1' }.id");
        known("2026-06-01T08:00:00+07:00");
        bring(id, "ASSIGNED");
        known("2026-06-05T23:59:59.5+07:00");
        done(step(reporter(), id, "acknowledgement", "{\"acknowledgedOn\":\"2026-02-03\"}"), 200);
        known("2026-06-06T00:00:00+07:00");

        assertThat(statusesOn("2026-05-31")).isEmpty();
        assertThat(statusesOn("2026-06-01")).isEqualTo(Map.of("DRAFT", 4));
        assertThat(statusesOn("2026-06-04")).isEqualTo(Map.of("DRAFT", 4));
        assertThat(statusesOn("2026-06-05")).isEqualTo(Map.of("DRAFT", 3, "ASSIGNED", 1));
        assertThat(statusesOn("2026-06-06")).isEqualTo(Map.of("DRAFT", 3, "ACCEPTED", 1));
        assertThat(statusesOn("2026-06-10")).isEqualTo(Map.of("DRAFT", 3, "ACCEPTED", 1));
        problem(as(standing()).get(STATISTICS + "?asOf=2026-06-11"), 422, "DATE_IN_FUTURE");
    }

    @Test
    void keepsAVersionOfEachChangeThatCounts() {
        String id = importTable().getString("rows.find { it.number == '1' }.id");
        String count = "select count(*) from task_version where task_id = '%s'".formatted(id);
        int before = Integer.parseInt(TestDatabase.shared().ask(count));

        TestDatabase.shared()
                .execute(
                        "update task set title = 'Khác' where id = '%s'".formatted(id),
                        "update task set deliverable_count = 3 where id = '%s'".formatted(id));
        assertThat(TestDatabase.shared().ask(count)).isEqualTo(String.valueOf(before));
        TestDatabase.shared().execute("update task set percent = 10 where id = '%s'".formatted(id));

        assertThat(TestDatabase.shared().ask(count)).isEqualTo(String.valueOf(before + 1));
        assertThat(TestDatabase.shared().ask("""
                        select count(*) from task_version a join task_version b on a.task_id = b.task_id and a.id < b.id
                        where a.known_to > b.known_from""")).as("no two hold at once").isEqualTo("0");
        assertThat(TestDatabase.shared().ask("""
                        select count(*) from task t left join task_version v on v.task_id = t.id and v.known_to = 'infinity'
                        where v.status is distinct from t.status or v.percent is distinct from t.percent""")).isEqualTo("0");
    }

    /// Moves what was written just now to a moment of the test's time.
    private static void known(String moment) {
        TestDatabase.shared().execute("""
                update task_version set
                    known_from = case when known_from > '2026-07-01' then '%1$s' else known_from end,
                    known_to = case when known_to > '2026-07-01' and known_to < 'infinity' then '%1$s' else known_to end""".formatted(moment));
    }

    private static Map<String, Integer> statusesOn(String day) {
        return filled(as(standing()).get(STATISTICS + "?asOf=" + day).jsonPath().getMap("byStatus"));
    }

    private static Map<String, Integer> filled(Map<String, Integer> counts) {
        return counts.entrySet().stream()
                .filter(count -> count.getValue() > 0)
                .collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
