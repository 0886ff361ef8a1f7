package vn.monitoring.report.fact;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A task's timeliness on the cut-off date.
///
/// A fact carries the timeliness of the day it was told. What is done stays as it was judged, and so does a continuous
/// or
/// recurring task; an open task with one deadline is judged again, because the deadline may have come nearer or passed
/// between that day and the cut-off (or may still have been ahead at the cut-off when the fact was told later).
final class TaskTimeliness {

    static final String NO_DEADLINE = "NO_DEADLINE";
    static final String OVERDUE = "OVERDUE";
    static final String DUE_SOON = "DUE_SOON";
    static final String WITHIN_TIME = "WITHIN_TIME";
    static final String NOT_STARTED = "NOT_STARTED";

    private static final Set<String> OPEN = Set.of(NOT_STARTED, WITHIN_TIME, DUE_SOON, OVERDUE);
    private static final int LONGEST_WARNING = 15;
    private static final int SHORTEST_WARNING = 7;
    private static final int WARNING_SHARE = 10;

    private TaskTimeliness() {}

    static String asAt(
            LocalDate cutOff,
            String told,
            @Nullable LocalDate start,
            @Nullable LocalDate due,
            @Nullable LocalDate completedOn) {
        if (completedOn != null || due == null || !OPEN.contains(told)) {
            return told;
        }
        if (cutOff.isAfter(due)) {
            return OVERDUE;
        }
        if (ChronoUnit.DAYS.between(cutOff, due) <= warningDays(start, due)) {
            return DUE_SOON;
        }
        return told.equals(NOT_STARTED) ? NOT_STARTED : WITHIN_TIME;
    }

    /// Domain rule of "due soon": at most 15 days or 10 % of the duration, at least 7.
    private static long warningDays(@Nullable LocalDate start, LocalDate due) {
        if (start == null || start.isAfter(due)) {
            return LONGEST_WARNING;
        }
        long duration = ChronoUnit.DAYS.between(start, due) + 1;
        return Math.clamp(duration / WARNING_SHARE, SHORTEST_WARNING, LONGEST_WARNING);
    }
}
