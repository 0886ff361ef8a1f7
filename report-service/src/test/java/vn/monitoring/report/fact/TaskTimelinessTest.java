package vn.monitoring.report.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Every case is judged as at 14/9/2026.
class TaskTimelinessTest {

    private static final LocalDate CUT_OFF = LocalDate.parse("2026-09-14");

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
        assertThat(new TaskTimeliness(told, kind, start, due, null, null, null, null, submittedOn, completedOn)
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
                                "KEPT_UP", "CONTINUOUS", null, null, null, report, assignedOn, updatedOn, null, null)
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
        assertThat(new TaskTimeliness(told, kind, null, null, null, null, null, updatedOn, null, completedOn)
                        .asAt(CUT_OFF))
                .isEqualTo(expected);
    }
}
