package vn.monitoring.task.warning;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.monitoring.task.Sample.REFERENCE;
import static vn.monitoring.task.Sample.TASKS;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.monitoring.kit.testing.PlatformTestResource;
import vn.monitoring.kit.testing.TestClock;
import vn.monitoring.kit.testing.TestDatabase;
import vn.monitoring.kit.testing.Tokens;
import vn.monitoring.task.Sample;

/// The tasks of the four plans through a year, day by day: the warnings do not depend on when they are judged.
@QuarkusTest
@QuarkusTestResource(PlatformTestResource.class)
class SimulatedYearTest {

    private static final Path PLANS = Path.of(System.getProperty("monitoring.root", ".."), "deploy", "plans");
    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 5);
    private static final LocalDate LAST_DAY = LocalDate.of(2027, 1, 10);
    private static final List<Plan> BOOKS = List.of(
            new Plan("kinh-mon", "10675", "31"),
            new Plan("da-mai", "07228", "24"),
            new Plan("thach-khoi", "11002", "31"),
            new Plan("phu-thai", "10750", "31"));

    private final TestClock clock;
    private final Evaluation evaluation;

    SimulatedYearTest(TestClock clock, Evaluation evaluation) {
        this.clock = clock;
        this.evaluation = evaluation;
    }

    private record Plan(String file, String unit, String province) {
        UUID id() {
            return UUID.nameUUIDFromBytes(file.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
    }

    @AfterEach
    void releaseClock() {
        clock.reset();
    }

    @Test
    void yieldsTheSameWarningsDailyAndAfterFortyDaysWithoutEvaluation() throws Exception {
        List<String> daily = run(day -> true);
        List<String> withGaps =
                run(day -> outside(day, LocalDate.of(2026, 3, 20)) && outside(day, LocalDate.of(2026, 11, 24)));

        assertThat(daily)
                .anyMatch(warning -> warning.contains("OVERDUE") && warning.contains("level=3"))
                .anyMatch(warning -> warning.contains("LATE") && warning.contains("level=3"))
                .anyMatch(warning -> warning.contains("INSUFFICIENT_DATA"))
                .anyMatch(warning -> warning.contains("DUE_SOON"))
                .anyMatch(warning -> warning.contains("MISMATCH DISBURSED_AHEAD"))
                .anyMatch(warning -> warning.contains("MISMATCH DONE_WITHOUT_DELIVERABLE"))
                .hasSizeGreaterThan(200);
        assertThat(withGaps).isEqualTo(daily);
    }

    /// Forty days from the first on are without an evaluation.
    private static boolean outside(LocalDate day, LocalDate first) {
        return day.isBefore(first) || !day.isBefore(first.plusDays(40));
    }

    private List<String> run(Predicate<LocalDate> evaluated) throws IOException, SQLException {
        clock.setToday(FIRST_DAY);
        prepare();
        List<Actor> actors = actors();
        for (LocalDate day = FIRST_DAY; !day.isAfter(LAST_DAY); day = day.plusDays(1)) {
            clock.setToday(day);
            if (evaluated.test(day)) {
                assertThat(evaluation.judgeAll()).isPresent();
            }
            for (Actor actor : actors) {
                actor.act(day);
            }
        }
        return warnings();
    }

    private void prepare() throws IOException {
        Sample.prepare();
        TestDatabase.shared().execute("""
                        insert into unit (code, parent_code, path, type, name, agency_type, aliases, version) values
                            ('07228', '24', '24.07228', 'COMMUNE_PHUONG', 'Phường Đa Mai', null, '{}', 1),
                            ('10750', '31', '31.10750', 'COMMUNE_XA', 'Xã Phú Thái', null, '{}', 1)""", "delete from unit where code like '10675.%'");
        for (Plan plan : BOOKS) {
            TestDatabase.shared().execute("""
                            insert into plan (id, unit_code, number, title, issued_on, plan_year, status, version) values
                                ('%s', '%s', '1/KH-UBND', 'Kế hoạch', '2026-01-02', 2026, 'IN_FORCE', 1)""".formatted(plan.id(), plan.unit()));
            Response imported = Sample.upload(
                    all(plan.province()),
                    plan.id(),
                    false,
                    plan.file() + ".xlsx",
                    Files.readAllBytes(PLANS.resolve(plan.file() + ".xlsx")));
            assertThat(imported.statusCode()).as(imported.asString()).isEqualTo(201);
        }
    }

    private static Tokens all(String province) {
        return Tokens.as("standing-" + province)
                .roles("standing-body", "leader")
                .units(province);
    }

    private enum Role {
        STANDING,
        REPORTER
    }

    /// Signed once: a year has some thousand requests.
    private static Map<Role, String> tokens(String province) {
        return Map.of(
                Role.STANDING,
                all(province).token(),
                Role.REPORTER,
                Tokens.as("reporter-" + province)
                        .roles("reporter")
                        .units(province)
                        .token());
    }

    private static List<Actor> actors() throws SQLException {
        List<Actor> actors = new ArrayList<>();
        Map<String, Map<Role, String>> tokens = new HashMap<>();
        try (Connection connection = TestDatabase.shared().connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        select id, unit_code, row_key, due_on, timing_kind from task
                        where kind <> 'PARENT' and not needs_decision order by unit_code, row_key""")) {
            while (rows.next()) {
                boolean comesBack = rows.getString(5).startsWith("RECURRING");
                String province = rows.getString(2).startsWith("07") ? "24" : "31";
                actors.add(new Actor(
                        rows.getString(1),
                        Math.floorMod((rows.getString(2) + rows.getString(3)).hashCode(), 97),
                        comesBack ? null : rows.getObject(4, LocalDate.class),
                        tokens.computeIfAbsent(province, SimulatedYearTest::tokens)));
            }
        }
        assertThat(actors).hasSizeGreaterThan(70);
        return actors;
    }

    /// Who works on a task, by a script that its number decides on.
    private static final class Actor {

        private final String taskId;
        private final int number;
        private final @Nullable LocalDate due;
        private final Map<Role, String> tokens;
        private final Set<String> done = new HashSet<>();

        Actor(String taskId, int number, @Nullable LocalDate due, Map<Role, String> tokens) {
            this.taskId = taskId;
            this.number = number;
            this.due = due;
            this.tokens = tokens;
        }

        void act(LocalDate day) {
            LocalDate assignment = FIRST_DAY.plusDays(number % 14);
            if (day.equals(assignment)) {
                post(Role.STANDING, "assignment", "{}", 200);
            }
            if (day.equals(assignment.plusDays(2))) {
                post(Role.REPORTER, "acknowledgement", "{}", 200);
            }
            if (!day.isAfter(assignment.plusDays(2)) || number % 11 == 0) {
                return;
            }
            if (!done.contains("submitted")) {
                report(day);
            }
            pay(day);
            handOver(day);
        }

        /// One in six has paid most of its money while little is done.
        private void pay(LocalDate day) {
            if (number % 6 != 0) {
                return;
            }
            if (day.equals(LocalDate.of(2026, 3, 25))) {
                Response budget = caller(Role.STANDING)
                        .header("If-Match", "*")
                        .contentType(ContentType.JSON)
                        .body("{\"lines\":[{\"source\":\"COMMUNE_BUDGET\",\"allocated\":1000000}]}")
                        .put(TASKS + "/{id}/budget", taskId);
                assertThat(budget.statusCode()).as(budget.asString()).isEqualTo(200);
            }
            if (day.equals(LocalDate.of(2026, 4, 2))) {
                post(Role.STANDING, "disbursements", """
                        {"source":"COMMUNE_BUDGET","amount":800000,"disbursedOn":"2026-04-01","documentNumber":"UNC 1"}""", 201);
            }
        }

        /// One in five months nothing comes, or late; in another one something lacks at first.
        private void report(LocalDate day) {
            int planned = 5 + number % 22;
            int luck = (day.getMonthValue() + number) % 5;
            if (day.getDayOfMonth() == planned && luck != 0) {
                if (luck == 1) {
                    post(Role.REPORTER, "updates", lacking(day), 201);
                } else {
                    post(Role.REPORTER, "updates", Sample.update(day.toString(), 40), 201);
                }
            }
            boolean putRight = luck == 1 && day.getDayOfMonth() == planned + 3 && number % 2 == 0;
            boolean late = day.getDayOfMonth() == 4 && (day.getMonthValue() - 1 + number) % 5 == 0 && number % 3 == 0;
            if (putRight || late) {
                post(Role.REPORTER, "updates", Sample.update(day.toString(), 50), 201);
            }
        }

        private String lacking(LocalDate day) {
            return number % 7 == 0
                    ? Sample.update(day.toString(), 100)
                    : "{\"asOf\":\"%s\",\"percent\":30,\"status\":\"Đang làm\",\"difficulty\":\"không có\"}"
                            .formatted(day);
        }

        /// One in three of those that are due on a day; accepted three days later.
        private void handOver(LocalDate day) {
            if (due == null || number % 3 != 1) {
                return;
            }
            LocalDate submission = due.minusDays(10).plusDays(number % 20);
            if (submission.isBefore(LocalDate.of(2026, 2, 1))) {
                submission = LocalDate.of(2026, 2, 1).plusDays(number);
            }
            if (day.equals(submission)) {
                post(Role.REPORTER, "updates", Sample.update(day.toString(), 90), 201);
                post(Role.REPORTER, "deliverables", REFERENCE.replace("2026-06-01", "2026-01-20"), 201);
                post(Role.REPORTER, "submissions", "{\"submittedOn\":\"%s\"}".formatted(day), 201);
                done.add("submitted");
            }
            if (done.contains("submitted") && day.equals(submission.plusDays(3))) {
                post(Role.STANDING, "submissions/1/acceptance", "{}", 200);
            }
        }

        private RequestSpecification caller(Role role) {
            return RestAssured.given().auth().oauth2(tokens.get(role)).header("Accept-Language", "en");
        }

        private void post(Role role, String path, String body, int expected) {
            Response response = caller(role)
                    .header("If-Match", "*")
                    .contentType(ContentType.JSON)
                    .body(body)
                    .post(TASKS + "/{id}/" + path, taskId);
            assertThat(response.statusCode())
                    .as(path + " " + response.asString())
                    .isEqualTo(expected);
        }
    }

    /// All that is known of warnings, months and rates, without ids.
    private static List<String> warnings() throws SQLException {
        List<String> lines = new ArrayList<>();
        try (Connection connection = TestDatabase.shared().connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        select t.unit_code || ' ' || t.row_key || ' ' || w.kind || ' ' || w.cause || ' level=' || w.level
                            || ' months=' || w.months || ' ' || w.fields::text || ' since=' || coalesce(w.since::text, '-')
                            || ' ' || w.opened_on || ' ' || coalesce(w.escalated_on::text, '-')
                            || ' ' || coalesce(w.closed_on::text, '-') || ' version=' || w.version
                        from warning w join task t on t.id = w.task_id
                        union all
                        select t.unit_code || ' ' || t.row_key || ' ' || m.month || ' ' || m.outcome || ' ' || m.running
                            || ' ' || m.missing::text
                        from update_month m join task t on t.id = m.task_id
                        union all
                        select p.unit_code || ' ' || r.month || ' ' || r.expected || ' ' || r.valid || ' ' || r.insufficient
                        from update_rate r join plan p on p.id = r.plan_id
                        order by 1""")) {
            while (rows.next()) {
                lines.add(rows.getString(1));
            }
        }
        return lines;
    }
}
