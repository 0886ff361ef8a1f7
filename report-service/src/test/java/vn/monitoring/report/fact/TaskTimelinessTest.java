package vn.monitoring.report.fact;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Every case is judged as at 14/9/2026.
class TaskTimelinessTest {

    private static final LocalDate CUT_OFF = LocalDate.parse("2026-09-14");
    private static final LocalDate TOLD_ON = LocalDate.parse("2026-06-30");

    @ParameterizedTest
    @CsvSource({
        // the deadline has passed, comes near, or is far
        "WITHIN_TIME,DATE,,2026-09-13,,,OVERDUE",
        "NOT_STARTED,DATE,,2026-09-13,,,OVERDUE",
        "WITHIN_TIME,DATE,,2026-09-14,,,DUE_SOON",
        "WITHIN_TIME,DATE,,2026-09-29,,,DUE_SOON",
        "WITHIN_TIME,DATE,,2026-09-30,,,WITHIN_TIME",
        "NOT_STARTED,DATE,,2026-12-31,,,NOT_STARTED",
        "OVERDUE,MONTH,,2026-08-31,,,OVERDUE",
        "DUE_SOON,MONTH,,2026-09-13,,,OVERDUE",
        // 10 % of the duration, at least 7 days: 30 days from 26/8
        "WITHIN_TIME,PERIOD,2026-08-26,2026-09-22,,,WITHIN_TIME",
        "WITHIN_TIME,PERIOD,2026-08-26,2026-09-21,,,DUE_SOON",
        // sent in time and waiting for acceptance
        "WITHIN_TIME,DATE,,2026-09-10,2026-09-09,,WITHIN_TIME",
        "OVERDUE,DATE,,2026-09-10,2026-09-11,,OVERDUE",
        // done stays as judged
        "ON_TIME,DATE,,2026-09-01,2026-08-30,2026-08-30,ON_TIME",
        "LATE,DATE,,2026-08-01,2026-08-30,2026-08-30,LATE",
        "NO_DEADLINE,MISSING,,,,,NO_DEADLINE",
        // cancelled or superseded, whatever its deadline
        "DROPPED,DATE,,2026-09-13,,,DROPPED",
        "DROPPED,RECURRING_YEAR,,,,,DROPPED",
    })
    void judgesATaskWithOneDeadlineAgain(
            String told,
            String kind,
            @Nullable LocalDate start,
            @Nullable LocalDate due,
            @Nullable LocalDate submittedOn,
            @Nullable LocalDate completedOn,
            String expected) {
        assertThat(new TaskTimeliness(told, kind, start, due, null, null, null, null, submittedOn, completedOn, TOLD_ON)
                        .asAt(CUT_OFF))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        // monthly by default: August needed
        "2026-01-05,2026-07-31,,UPDATE_LATE",
        "2026-01-05,2026-08-01,,KEPT_UP",
        "2026-08-20,,,KEPT_UP",
        ",,,NOT_STARTED",
        // quarterly: the second quarter needed
        "2026-01-05,2026-03-31,QUARTERLY,UPDATE_LATE",
        "2026-01-05,2026-04-01,QUARTERLY,KEPT_UP",
    })
    void asksAContinuousTaskForItsUpdates(
            @Nullable LocalDate assignedOn, @Nullable LocalDate updatedOn, @Nullable String report, String expected) {
        assertThat(new TaskTimeliness(
                                "KEPT_UP",
                                "CONTINUOUS",
                                null,
                                null,
                                null,
                                report,
                                assignedOn,
                                updatedOn,
                                null,
                                null,
                                TOLD_ON)
                        .asAt(CUT_OFF))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "RECURRING_YEAR,ON_TIME,2026-06-30,2026-06-30,ON_TIME",
        // done in June counts for the second quarter, not for the third
        "RECURRING_QUARTER,ON_TIME,2026-06-30,2026-06-30,NOT_STARTED",
        "RECURRING_QUARTER,WITHIN_TIME,2026-08-01,,WITHIN_TIME",
        // the month ends in 16 days; a tenth of it is less than 7
        "RECURRING_MONTH,WITHIN_TIME,2026-09-02,,WITHIN_TIME",
    })
    void judgesTheOccurrenceOfTheCutOff(
            String kind, String told, LocalDate updatedOn, @Nullable LocalDate completedOn, String expected) {
        assertThat(new TaskTimeliness(told, kind, null, null, null, null, null, updatedOn, null, completedOn, TOLD_ON)
                        .asAt(CUT_OFF))
                .isEqualTo(expected);
    }

    /// The occurrence of the third quarter was extended to 30/10, or its last day moved to a working day.
    @ParameterizedTest
    @CsvSource({
        "2026-09-30,2026-10-14,OVERDUE,2026-12-31,NOT_STARTED",
        "2026-10-30,2026-10-14,WITHIN_TIME,2026-10-30,WITHIN_TIME",
        "2026-10-02,2026-10-01,DUE_SOON,2026-10-02,DUE_SOON",
    })
    void takesTheLastDayInTimeAsTold(LocalDate dueOn, LocalDate cutOff, String told, LocalDate due, String expected) {
        TaskTimeliness timeliness = new TaskTimeliness(
                told,
                "RECURRING_QUARTER",
                null,
                dueOn,
                null,
                null,
                null,
                LocalDate.parse("2026-09-01"),
                null,
                null,
                LocalDate.parse("2026-09-20"));

        assertThat(timeliness.dueAsAt(cutOff)).isEqualTo(due);
        assertThat(timeliness.asAt(cutOff)).isEqualTo(expected);
    }

    @Test
    void judgesNothingOfTheDayThatWasTold() {
        TaskTimeliness timeliness = new TaskTimeliness(
                "LATE", "RECURRING_QUARTER", null, null, null, null, null, null, null, CUT_OFF, CUT_OFF);

        assertThat(timeliness.asAt(CUT_OFF)).isEqualTo("LATE");
    }

    @Test
    void judgesAgainstTheDeadlineBeforeTheExtensionToo() throws Exception {
        var task = new ObjectMapper().readTree("""
                {"timeliness": "WITHIN_TIME", "originalTimeliness": "WITHIN_TIME", "dueOn": "2026-12-31", "originalDueOn": "2026-08-31",
                 "businessDate": "2026-08-01", "timing": {"kind": "MONTH", "due": "2026-12-31"}, "lastUpdate": {"asOf": "2026-08-01"}}""");

        assertThat(TaskFigure.Judged.asAt(task, CUT_OFF))
                .isEqualTo(new TaskFigure.Judged(
                        "WITHIN_TIME", "OVERDUE", LocalDate.parse("2026-12-31"), LocalDate.parse("2026-08-31")));
    }
}
