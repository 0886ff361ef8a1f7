package vn.monitoring.indicator.grade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.monitoring.indicator.Figures;
import vn.monitoring.indicator.GradedPlan;
import vn.monitoring.indicator.grading.IndicatorsDue;
import vn.monitoring.kit.testing.PlatformTestResource;
import vn.monitoring.kit.testing.TestClock;
import vn.monitoring.kit.testing.TestDatabase;
import vn.monitoring.kit.turn.Turns;

/// New indicators, changed targets, new policies and passing days.
@QuarkusTest
@QuarkusTestResource(PlatformTestResource.class)
class DueGradingTest {

    @Inject
    TestClock clock;

    @Inject
    DueGrading due;

    @Inject
    Event<IndicatorsDue> fired;

    private UUID indicator;

    @BeforeEach
    void stage() {
        clock.setToday(LocalDate.of(2024, 3, 1));
        GradedPlan.set();
        indicator = GradedPlan.indicator("Tỷ lệ hồ sơ trực tuyến", "%");
        GradedPlan.target(indicator, "NUMBER", "GE", "70", 2024);
        GradedPlan.target(indicator, "NUMBER", "GE", "85", 2030);
    }

    @AfterEach
    void onlyTheFirstPolicy() {
        clock.reset();
        TestDatabase.shared()
                .execute(
                        "delete from grading_state",
                        "delete from grade",
                        "delete from grading_policy where version > 1");
    }

    @Test
    void gradesNewIndicatorsOnce() {
        assertThat(due.gradeAllDue()).isEqualTo(1);
        assertThat(statuses()).containsExactly("2024-03-01 NOT_DUE");

        assertThat(due.gradeAllDue()).isZero();
        assertThat(factsToldOrWaiting()).isEqualTo(1);
    }

    @Test
    void aDayThatChangesNothingLeavesNoTrace() {
        due.gradeAllDue();
        clock.setToday(LocalDate.of(2024, 3, 2));

        assertThat(due.gradeAllDue()).isEqualTo(1);

        assertThat(statuses()).containsExactly("2024-03-01 NOT_DUE");
    }

    @Test
    void marksAsLackingDataWhatStaysSilent() {
        due.gradeAllDue();
        clock.setToday(LocalDate.of(2024, 7, 1));
        due.gradeAllDue();

        assertThat(statuses()).containsExactly("2024-07-01 NO_DATA", "2024-03-01 NOT_DUE");
    }

    @Test
    void gradesAMilestoneOnItsDayEvenWhenTheJobRunsLater() {
        clock.setToday(LocalDate.of(2024, 10, 5));
        Figures.verified(indicator, "2024-Q3", "2024-09-30", "\"value\": 65");
        clock.setToday(LocalDate.of(2025, 1, 3));
        due.gradeAllDue();

        assertThat(statuses())
                .containsExactly(
                        "2025-01-03 BEHIND", "2024-12-31 MISSED", "2024-10-05 SLIGHTLY_BEHIND", "2024-09-30 ON_TRACK");
    }

    @Test
    void aLateFigureCorrectsTheDaysAfterIt() {
        clock.setToday(LocalDate.of(2024, 10, 5));
        Figures.verified(indicator, "2024-Q3", "2024-09-30", "\"value\": 65");
        clock.setToday(LocalDate.of(2025, 1, 3));
        due.gradeAllDue();
        Figures.verified(indicator, "2024-Q4", "2024-12-31", "\"value\": 71");

        assertThat(statuses())
                .containsExactly(
                        "2025-01-03 ON_TRACK",
                        "2024-12-31 ACHIEVED",
                        "2024-10-05 SLIGHTLY_BEHIND",
                        "2024-09-30 ON_TRACK");
    }

    @Test
    void gradesWithTheTargetThatWasValidOnTheDay() {
        clock.setToday(LocalDate.of(2024, 12, 31));
        Figures.verified(indicator, "2024-Q3", "2024-09-30", "\"value\": 65");
        assertThat(statuses()).containsExactly("2024-12-31 MISSED", "2024-09-30 ON_TRACK");

        TestDatabase.shared()
                .execute(
                        "update target set valid_to = '2024-12-01' where year = 2024",
                        "update indicator set version = version + 1");
        GradedPlan.target(indicator, "NUMBER", "GE", "60", 2024, false, "2024-12-01");

        assertThat(due.gradeAllDue()).isEqualTo(1);
        assertThat(statuses()).containsExactly("2024-12-31 ACHIEVED", "2024-09-30 ON_TRACK");
    }

    @Test
    void aNewPolicyChangesTheGradesThatItJudgesDifferently() {
        clock.setToday(LocalDate.of(2024, 11, 15));
        Figures.verified(indicator, "2024-Q3", "2024-09-30", "\"value\": 60");
        Figures.verified(indicator, "2024-Q4", "2024-11-15", "\"value\": 61");
        assertThat(statuses()).first().isEqualTo("2024-11-15 BEHIND");

        TestDatabase.shared().execute("""
                insert into grading_policy (version, settings, decided_by, decision_document)
                select 2, settings || '{"slightlyBehindPoints": 6}', 'admin-31', 'QĐ 1' from grading_policy where version = 1
                """);

        assertThat(due.gradeAllDue()).isEqualTo(1);
        assertThat(statuses()).first().isEqualTo("2024-11-15 SLIGHTLY_BEHIND");
        assertThat(TestDatabase.shared()
                        .ask("select string_agg(as_of || ' ' || policy_version, ', ' order by as_of) from grade"))
                .isEqualTo("2024-09-30 1, 2024-11-15 2");
        assertThat(TestDatabase.shared().ask("select policy_version from grading_state"))
                .isEqualTo("2");
    }

    @Test
    void leavesPlansAloneThatAreNoLongerInForce() {
        TestDatabase.shared().execute("update plan set status = 'SUPERSEDED'");

        assertThat(due.gradeAllDue()).isZero();
        assertThat(statuses()).isEmpty();
    }

    @Test
    void letsAnotherReplicaFinish() throws SQLException {
        try (Connection replica = TestDatabase.shared().connect();
                PreparedStatement turn = replica.prepareStatement(Turns.TAKE)) {
            replica.setAutoCommit(false);
            turn.setString(1, DueGrading.TURN);
            turn.execute();

            assertThat(due.gradeAllDue()).isZero();

            replica.rollback();
            assertThat(due.gradeAllDue()).isEqualTo(1);
        }
    }

    @Test
    void severalVerifiedAtOnceLoseNoGrade() {
        clock.setToday(LocalDate.of(2024, 9, 30));
        List<String> ids = IntStream.rangeClosed(1, 8)
                .mapToObj(month -> Figures.submitted(
                        indicator, "2024-0" + month, "2024-0%d-15".formatted(month), "\"value\": " + (50 + month)))
                .toList();

        CompletableFuture.allOf(ids.stream()
                        .map(id -> CompletableFuture.runAsync(() -> Figures.verify(id, 0)))
                        .toArray(CompletableFuture[]::new))
                .join();

        assertThat(TestDatabase.shared().ask("""
                select string_agg(distinct trim_scale(value)::text, ' ') from grade where as_of <= '2024-08-15'""")).isEqualTo("51 52 53 54 55 56 57 58");
        assertThat(due.gradeAllDue()).isZero();
    }

    @Test
    void gradesAfterTheCommitWhatWasMarkedInATransaction() {
        clock.setToday(LocalDate.of(2024, 9, 30));
        due.gradeAllDue();
        // As a set-wise verification does: no grades in its own transaction.
        TestDatabase.shared().execute("""
                        insert into measurement (id, indicator_id, plan_id, unit_code, period, period_start, period_end, value,
                            as_of, status, submitted_by, submitter_subject, submitter_units, submitted_at, verified_at,
                            revision, version)
                        select gen_random_uuid(), id, plan_id, unit_code, '2024-08', '2024-08-01', '2024-08-31', 71, '2024-08-31',
                            'VERIFIED', 'reporter', 's', '{}', now(), now(), 1, 1 from indicator""");

        QuarkusTransaction.requiringNew()
                .run(() -> fired.fire(new IndicatorsDue(Set.of(indicator), LocalDate.of(2024, 8, 31))));

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(statuses()).contains("2024-08-31 ACHIEVED"));
        assertThat(due.gradeAllDue()).isZero();
    }

    @Test
    void aTransactionThatFailsMarksNothing() {
        due.gradeAllDue();

        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    fired.fire(new IndicatorsDue(Set.of(indicator), LocalDate.of(2024, 8, 31)));
                    throw new IllegalStateException("the business refuses");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(TestDatabase.shared().ask("select count(*) from grading_due"))
                .isEqualTo("0");
    }

    @Test
    void aPlanPutInForceAgainIsGraded() {
        TestDatabase.shared().execute("update plan set status = 'DRAFT'");
        assertThat(due.gradeAllDue()).isZero();

        TestDatabase.shared().execute("update plan set status = 'IN_FORCE'");

        assertThat(due.gradeAllDue()).isEqualTo(1);
    }

    @Test
    void asksNoIndicatorWhenNothingIsDue() {
        due.gradeAllDue();

        assertThat(TestDatabase.shared().ask("select count(*) from grading_due"))
                .isEqualTo("0");
        assertThat(TestDatabase.shared().ask("select day || ' ' || policy_version from grading_sweep"))
                .isEqualTo("2024-03-01 1");
    }

    @Test
    void gradesManyInSteps() {
        TestDatabase.shared().execute("""
                insert into indicator (id, plan_id, unit_code, responsible_unit_code, row_key, position, name, measure_unit,
                    direction, place, outcome, version)
                select gen_random_uuid(), plan_id, unit_code, responsible_unit_code, 'row-' || n, n, 'Chỉ tiêu ' || n,
                    measure_unit, direction, place, outcome, 1
                from indicator cross join generate_series(2, 1200) n""");

        assertThat(due.gradeAllDue()).isEqualTo(1200);
        assertThat(TestDatabase.shared().ask("select count(*) from grade")).isEqualTo("1200");
        assertThat(due.gradeAllDue()).isZero();
    }

    private List<String> statuses() {
        JsonNode grades = Figures.json(Figures.get(GradedPlan.inspector(), "indicators/" + indicator + "/grades"))
                .get("items");
        return StreamSupport.stream(grades.spliterator(), false)
                .map(grade ->
                        grade.get("asOf").asText() + " " + grade.get("status").asText())
                .toList();
    }

    private long factsToldOrWaiting() {
        @Nullable String waiting = TestDatabase.shared().ask("select count(*) from outbox_event");
        long told = vn.monitoring.kit.testing.Events.read("monitoring.grade", indicator.toString())
                .size();
        return told + (waiting == null ? 0 : Long.parseLong(waiting));
    }
}
