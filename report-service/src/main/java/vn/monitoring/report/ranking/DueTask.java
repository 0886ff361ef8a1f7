package vn.monitoring.report.ranking;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A task as known on a day, and what it counts among the tasks that were due in a stretch of days up to it.
///
/// @param kind of its timing, such as `MONTH` or `RECURRING_QUARTER`
/// @param dueOn the last day in time after any extension; null without one
/// @param submittedOn of the submission under review or accepted
/// @param completions the days on which it was ever completed, of a recurring task one for each occurrence
record DueTask(
        String kind,
        String status,
        @Nullable LocalDate dueOn,
        @Nullable LocalDate start,
        @Nullable LocalDate end,
        @Nullable LocalDate assignedOn,
        @Nullable LocalDate submittedOn,
        @Nullable LocalDate completedOn,
        @Nullable LocalDate pausedOn,
        Collection<LocalDate> completions) {

    private static final Set<String> DROPPED = Set.of("CANCELLED", "SUPERSEDED", "DRAFT");
    private static final Map<String, Integer> MONTHS =
            Map.of("RECURRING_MONTH", 1, "RECURRING_QUARTER", 3, "RECURRING_HALF_YEAR", 6, "RECURRING_YEAR", 12);

    /// How many times it was due, and how many of these were met in time.
    record Outcome(int due, int onTime) {
        static final Outcome NONE = new Outcome(0, 0);
    }

    Outcome between(LocalDate from, LocalDate to) {
        if (DROPPED.contains(status)) {
            return Outcome.NONE;
        }
        Integer months = MONTHS.get(kind);
        return months == null ? once(from, to) : occurrences(from, to, months);
    }

    private Outcome once(LocalDate from, LocalDate to) {
        LocalDate due = dueOn;
        if (due == null || due.isBefore(from) || due.isAfter(to)) {
            return Outcome.NONE;
        }
        LocalDate done = completedOn;
        if (done != null) {
            return new Outcome(1, done.isAfter(due) ? 0 : 1);
        }
        return pausedBy(due) || submittedBy(due) ? Outcome.NONE : new Outcome(1, 0);
    }

    private Outcome occurrences(LocalDate from, LocalDate to, int months) {
        int due = 0;
        int onTime = 0;
        LocalDate first = LocalDate.of(from.getYear(), (from.getMonthValue() - 1) / months * months + 1, 1);
        for (; !last(first, months).isAfter(to); first = first.plusMonths(months)) {
            LocalDate last = last(first, months);
            if (last.isBefore(from) || !runsIn(first, last) || pausedBy(last)) {
                continue;
            }
            if (doneIn(first, last)) {
                due++;
                onTime++;
            } else if (!submittedIn(first, last)) {
                due++;
            }
        }
        return new Outcome(due, onTime);
    }

    private static LocalDate last(LocalDate first, int months) {
        return first.plusMonths(months).minusDays(1);
    }

    /// Given out before the occurrence ended, and neither begun after it nor ended before it.
    private boolean runsIn(LocalDate first, LocalDate last) {
        return (assignedOn == null || !assignedOn.isAfter(last))
                && (start == null || !start.isAfter(last))
                && (end == null || !end.isBefore(first));
    }

    private boolean doneIn(LocalDate first, LocalDate last) {
        return completions.stream().anyMatch(day -> !day.isBefore(first) && !day.isAfter(last));
    }

    private boolean submittedIn(LocalDate first, LocalDate last) {
        return isUnderReview() && submittedOn != null && !submittedOn.isBefore(first) && !submittedOn.isAfter(last);
    }

    private boolean submittedBy(LocalDate due) {
        return isUnderReview() && submittedOn != null && !submittedOn.isAfter(due);
    }

    private boolean isUnderReview() {
        return status.equals("SUBMITTED");
    }

    /// The clock of a paused task stands since the day of its pause.
    private boolean pausedBy(LocalDate due) {
        return pausedOn != null && !pausedOn.isAfter(due);
    }
}
