package vn.monitoring.report.fact;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A task's timeliness on the cut-off date.
///
/// A fact says how the task stood on its business date, against the last day in time of that moment: extended, moved to
/// a working day, of a recurring task that of its occurrence, as task-service has it. What it says is taken as it is;
/// only what has passed since is judged here: between that day and the cut-off a deadline may have come near or passed,
/// a recurring task may have entered its next occurrence and a continuous one may have missed an update. What was done
/// once stays as it was judged.
///
/// @param told the timeliness on the business date
/// @param due the last day in time, null when there is none
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
        @Nullable LocalDate completedOn,
        LocalDate businessDate) {

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

    /// Against the deadline that binds.
    static TaskTimeliness of(JsonNode task) {
        return of(task, Json.textOr(task, "timeliness", NO_DEADLINE), due(task, "dueOn", "due"));
    }

    /// Against the deadline before any extension.
    static TaskTimeliness originallyOf(JsonNode task) {
        String told = Json.textOr(task, "timeliness", NO_DEADLINE);
        LocalDate original = due(task, "originalDueOn", "originalDue");
        return of(
                task,
                Json.textOr(task, "originalTimeliness", told),
                original == null ? due(task, "dueOn", "due") : original);
    }

    private static TaskTimeliness of(JsonNode task, String told, @Nullable LocalDate due) {
        JsonNode timing = task.path("timing");
        return new TaskTimeliness(
                told,
                Json.textOr(timing, "kind", ""),
                Json.date(timing, "start"),
                due,
                Json.date(timing, "end"),
                Json.text(timing, "report"),
                Json.date(task, "assignedOn"),
                Json.date(task.path("lastUpdate"), "asOf"),
                Json.date(task, "submittedOn"),
                Json.date(task, "completedOn"),
                LocalDate.parse(Json.textOr(task, "businessDate", "")));
    }

    /// As told, else from the words of the deadline (facts of before it was told).
    private static @Nullable LocalDate due(JsonNode task, String told, String read) {
        if (task.hasNonNull(told)) {
            return Json.date(task, told);
        }
        JsonNode timing = task.path("timing");
        LocalDate due = Json.date(timing, read);
        return due == null && Json.textOr(timing, "kind", "").equals("PHASED") ? Json.date(timing, "end") : due;
    }

    String asAt(LocalDate cutOff) {
        if (told.equals(DROPPED) || cutOff.equals(businessDate)) {
            return told;
        }
        if (RECURRING_MONTHS.containsKey(kind)) {
            return recurring(cutOff);
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

    /// The last day in time as seen on a day; null when there is none.
    @Nullable
    LocalDate dueAsAt(LocalDate cutOff) {
        return RECURRING_MONTHS.containsKey(kind) ? occurrence(cutOff).due() : due;
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

    private record Occurrence(LocalDate first, LocalDate due) {}

    /// What was done for an earlier occurrence does not count for this one.
    private String recurring(LocalDate cutOff) {
        Occurrence occurrence = occurrence(cutOff);
        if (completedOn != null && !completedOn.isBefore(occurrence.first())) {
            return told;
        }
        boolean begun = updatedOn != null && !updatedOn.isBefore(occurrence.first());
        return open(cutOff, occurrence.first(), occurrence.due(), begun);
    }

    /// The occurrence that was told as long as its last day has not passed, with that day; then the one that holds the
    /// day, until the end of its calendar period.
    private Occurrence occurrence(LocalDate day) {
        int months = RECURRING_MONTHS.getOrDefault(kind, 1);
        if (due != null && !day.isAfter(due)) {
            return new Occurrence(firstDay(businessDate.isAfter(due) ? due : businessDate, months), due);
        }
        LocalDate within = day;
        if (start != null && within.isBefore(start)) {
            within = start;
        }
        if (end != null && within.isAfter(end)) {
            within = end;
        }
        LocalDate first = firstDay(within, months);
        return new Occurrence(first, first.plusMonths(months).minusDays(1));
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
