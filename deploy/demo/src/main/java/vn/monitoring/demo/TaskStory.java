package vn.monitoring.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What becomes of a task over the year, always the same for the same plan: when it is given out, the days on which
/// progress is reported, and whether and when it is handed over.
///
/// @param assignedOn null when nobody has given it out yet
/// @param deadline an earlier day than the plan's that is set when it is given out
/// @param updates days of progress reports, in order
/// @param submittedOn null when it is not handed over
/// @param sentBackFirst whether the first hand-over is sent back
record TaskStory(
        @Nullable LocalDate assignedOn,
        @Nullable LocalDate deadline,
        List<LocalDate> updates,
        @Nullable LocalDate submittedOn,
        boolean sentBackFirst) {

    private static final int REPORT_DAY = 12;
    private static final TaskStory UNTOUCHED = new TaskStory(null, null, List.of(), null, false);

    /// @param position the task's place in its plan, from 0
    /// @param today the day on which the story ends
    static TaskStory of(Task task, int position, LocalDate today) {
        if (!task.takesSteps() || position % 11 == 10) {
            return UNTOUCHED;
        }
        return task.isOneOff() ? oneOff(task, position, today) : standing(position, today);
    }

    /// A continuous or recurring task: reported every month, by some no longer since the summer.
    private static TaskStory standing(int position, LocalDate today) {
        LocalDate begin = today.minusMonths(9).withDayOfMonth(REPORT_DAY);
        LocalDate end = position % 5 == 4 ? today.minusMonths(4) : today;
        return new TaskStory(begin.minusDays(10), null, monthly(begin, end), null, false);
    }

    private static TaskStory oneOff(Task task, int position, LocalDate today) {
        LocalDate due = task.timing().due() == null
                ? task.timing().end()
                : task.timing().due();
        if (due == null || due.isAfter(today.plusYears(1))) {
            LocalDate begin = today.minusMonths(7).withDayOfMonth(REPORT_DAY);
            return new TaskStory(begin.minusDays(10), null, monthly(begin, today), null, false);
        }
        LocalDate begin = earlier(due, today).minusMonths(5).withDayOfMonth(REPORT_DAY);
        LocalDate assigned = begin.minusDays(10);
        if (due.isAfter(today)) {
            return dueLater(position, begin, assigned, today);
        }
        return switch (position % 4) {
            case 0 -> done(assigned, begin, due.minusDays(20), position == 0);
            case 1 -> done(assigned, begin, due.minusDays(3), true);
            case 2 -> done(assigned, begin, earlier(due.plusDays(18), today), false);
            default -> new TaskStory(assigned, null, monthly(begin, earlier(due, today)), null, false);
        };
    }

    /// Some done long before the end of the year, some on the way, some not begun.
    private static TaskStory dueLater(int position, LocalDate begin, LocalDate assigned, LocalDate today) {
        return switch (position % 5) {
            case 0 -> done(assigned, begin, today.minusDays(25), position % 2 == 0);
            case 1 -> new TaskStory(assigned, null, List.of(), null, false);
            case 2 -> new TaskStory(assigned, today.plusDays(9), monthly(begin, today), null, false);
            default -> new TaskStory(assigned, null, monthly(begin, today), null, false);
        };
    }

    private static TaskStory done(LocalDate assigned, LocalDate begin, LocalDate on, boolean sentBackFirst) {
        return new TaskStory(assigned, null, monthly(begin, on), on, sentBackFirst);
    }

    private static List<LocalDate> monthly(LocalDate begin, LocalDate end) {
        List<LocalDate> days = new ArrayList<>();
        for (LocalDate day = begin; !day.isAfter(end); day = day.plusMonths(1)) {
            days.add(day);
        }
        return days;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    /// The percent to report on the nth of the planned days.
    int percentAt(LocalDate day) {
        long before = updates.stream().filter(other -> !other.isAfter(day)).count();
        int reach = submittedOn == null ? 70 : 95;
        return (int) (reach * before / Math.max(1, updates.size()));
    }
}
