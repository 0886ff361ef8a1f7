package vn.monitoring.report.fact;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A task's timeliness on the cut-off date.
///
/// A fact carries the timeliness of its business date. Between that day and the cut-off a deadline may have come
/// near or passed, a recurring task may have entered its next occurrence and a continuous one may have missed an
/// update; what was done once stays as it was judged. The rules are those of domain.md by which task-service
/// judges, on another day.
///
/// @param told the timeliness on the business date
/// @param due the single deadline, null when there is none
/// @param report how often a continuous task is reported, null for monthly
record TaskTimeliness(
        String told,
        String kind,
        @Nullable LocalDate start,
        @Nullable LocalDate due,
        @Nullable LocalDate end,
        @Nullable String report,
        @Nullable LocalDate assignedOn,
        @Nullable LocalDate updatedOn,
        @Nullable LocalDate submittedOn,
        @Nullable LocalDate completedOn) {

    static final String NO_DEADLINE = "NO_DEADLINE";

    /// Cancelled or superseded: judged no more.
    static final String DROPPED = "DROPPED";

    private static final String OVERDUE = "OVERDUE";
    private static final String DUE_SOON = "DUE_SOON";
    private static final String WITHIN_TIME = "WITHIN_TIME";
    private static final String NOT_STARTED = "NOT_STARTED";
    private static final String KEPT_UP = "KEPT_UP";
    private static final String UPDATE_LATE = "UPDATE_LATE";

    private static final Set<String> OPEN = Set.of(NOT_STARTED, WITHIN_TIME, DUE_SOON, OVERDUE);
    private static final Map<String, Integer> RECURRING_MONTHS =
            Map.of("RECURRING_MONTH", 1, "RECURRING_QUARTER", 3, "RECURRING_HALF_YEAR", 6, "RECURRING_YEAR", 12);
    private static final Map<String, Integer> REPORT_MONTHS =
            Map.of("MONTHLY", 1, "QUARTERLY", 3, "HALF_YEARLY", 6, "YEARLY", 12);
    private static final int LONGEST_WARNING = 15;
    private static final int SHORTEST_WARNING = 7;
    private static final int WARNING_SHARE = 10;

    static TaskTimeliness of(JsonNode task) {
        JsonNode timing = task.path("timing");
        String kind = Json.textOr(timing, "kind", "");
        LocalDate end = Json.date(timing, "end");
        LocalDate due = Json.date(timing, "due");
        return new TaskTimeliness(
                Json.textOr(task, "timeliness", NO_DEADLINE),
                kind,
                Json.date(timing, "start"),
                due == null && kind.equals("PHASED") ? end : due,
                end,
                Json.text(timing, "report"),
                Json.date(task, "assignedOn"),
                Json.date(task.path("lastUpdate"), "asOf"),
                Json.date(task, "submittedOn"),
                Json.date(task, "completedOn"));
    }

    String asAt(LocalDate cutOff) {
        if (told.equals(DROPPED)) {
            return told;
        }
        Integer every = RECURRING_MONTHS.get(kind);
        if (every != null) {
            return recurring(cutOff, every);
        }
        if (completedOn != null) {
            return told;
        }
        if (kind.equals("CONTINUOUS")) {
            return continuous(cutOff);
        }
        if (due == null || !OPEN.contains(told)) {
            return told;
        }
        return open(cutOff, start == null ? assignedOn : start, due, !told.equals(NOT_STARTED));
    }

    private String open(LocalDate cutOff, @Nullable LocalDate from, LocalDate deadline, boolean begun) {
        LocalDate at = submittedOn == null ? cutOff : submittedOn;
        if (at.isAfter(deadline)) {
            return OVERDUE;
        }
        if (submittedOn != null) {
            return WITHIN_TIME;
        }
        if (ChronoUnit.DAYS.between(cutOff, deadline) <= warningDays(from, deadline)) {
            return DUE_SOON;
        }
        return begun ? WITHIN_TIME : NOT_STARTED;
    }

    /// Of the occurrence that holds the cut-off; what was done for an earlier one does not count for it.
    private String recurring(LocalDate cutOff, int months) {
        LocalDate within = cutOff;
        if (start != null && within.isBefore(start)) {
            within = start;
        }
        if (end != null && within.isAfter(end)) {
            within = end;
        }
        LocalDate first = firstDay(within, months);
        if (completedOn != null && !completedOn.isBefore(first)) {
            return told;
        }
        boolean begun = updatedOn != null && !updatedOn.isBefore(first);
        return open(cutOff, first, first.plusMonths(months).minusDays(1), begun);
    }

    /// Kept up while the calendar period before the cut-off's was not missed.
    private String continuous(LocalDate cutOff) {
        if (assignedOn == null && updatedOn == null) {
            return NOT_STARTED;
        }
        LocalDate at = end != null && cutOff.isAfter(end) ? end : cutOff;
        int months = REPORT_MONTHS.getOrDefault(report == null ? "MONTHLY" : report, 1);
        LocalDate neededSince = firstDay(firstDay(at, months).minusDays(1), months);
        return reaches(updatedOn, neededSince) || reaches(assignedOn, neededSince) ? KEPT_UP : UPDATE_LATE;
    }

    private static LocalDate firstDay(LocalDate day, int months) {
        return LocalDate.of(day.getYear(), (day.getMonthValue() - 1) / months * months + 1, 1);
    }

    private static boolean reaches(@Nullable LocalDate day, LocalDate since) {
        return day != null && !day.isBefore(since);
    }

    /// "Due soon": at most 15 days or 10 % of the duration, at least 7.
    private static long warningDays(@Nullable LocalDate from, LocalDate deadline) {
        if (from == null || from.isAfter(deadline)) {
            return LONGEST_WARNING;
        }
        long duration = ChronoUnit.DAYS.between(from, deadline) + 1;
        return Math.clamp(duration / WARNING_SHARE, SHORTEST_WARNING, LONGEST_WARNING);
    }
}
