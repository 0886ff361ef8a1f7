package vn.monitoring.task.occurrence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.monitoring.task.task.TaskStanding;
import vn.monitoring.task.task.TaskStatus;
import vn.monitoring.task.timeliness.TimelinessRule;
import vn.monitoring.task.timing.Phase;
import vn.monitoring.task.timing.Recurrence;
import vn.monitoring.task.timing.Timing;

/// The days of one occurrence as the task's deadline asks for it.
///
/// @param lastDay the last day of the period by the calendar; a due day may be later
record OccurrenceWindow(
        String periodKey, LocalDate startsOn, LocalDate lastDay, LocalDate dueOn, LocalDate originalDueOn) {

    /// How far ahead they are generated: everything that begins within a year from today.
    static final int MONTHS_AHEAD = 12;

    /// What a task asks for from its assignment on, in order; of a draft from today's period on.
    ///
    /// A continuous task is first to be updated in the period after that of its assignment (see
    /// [TimelinessRule]). Phases are all there from the beginning. Nothing is asked of what was dropped, nor
    /// of what is continuous after its completion.
    static List<OccurrenceWindow> of(TaskStanding standing, TimelinessRule rule, LocalDate today) {
        if (standing.status().dropped()) {
            return List.of();
        }
        LocalDate since = standing.assignedOn() == null ? today : standing.assignedOn();
        return switch (standing.timing()) {
            case Timing.Recurring recurring ->
                series(
                        recurring.every(),
                        recurring.every().firstDay(later(since, recurring.start())),
                        earlier(today.plusMonths(MONTHS_AHEAD), recurring.end()),
                        rule);
            case Timing.Continuous continuous -> continuous(continuous, standing, since, rule, today);
            case Timing.Phased phased -> phases(phased, rule);
            case Timing.Extended extended -> extended(extended, standing, rule, today);
            case Timing.Once ignored -> List.of();
            case Timing.Period ignored -> List.of();
            case Timing.External ignored -> List.of();
            case Timing.OnRequest ignored -> List.of();
            case Timing.Missing ignored -> List.of();
            case Timing.Unreadable ignored -> List.of();
        };
    }

    private static List<OccurrenceWindow> continuous(
            Timing.Continuous continuous,
            TaskStanding standing,
            LocalDate since,
            TimelinessRule rule,
            LocalDate today) {
        Recurrence every = rule.recurrence(continuous).orElseThrow();
        LocalDate from = standing.assignedOn() == null
                ? every.firstDay(since)
                : every.lastDay(since).plusDays(1);
        LocalDate until = earlier(today.plusMonths(MONTHS_AHEAD), continuous.end());
        if (standing.status() == TaskStatus.COMPLETED) {
            until = earlier(until, standing.completedOn());
        }
        return series(every, every.firstDay(later(from, continuous.start())), until, rule);
    }

    private static List<OccurrenceWindow> series(
            Recurrence every, LocalDate from, LocalDate until, TimelinessRule rule) {
        List<OccurrenceWindow> windows = new ArrayList<>();
        for (LocalDate first = from;
                !first.isAfter(until);
                first = every.lastDay(first).plusDays(1)) {
            LocalDate last = every.lastDay(first);
            LocalDate due = rule.settle(last);
            windows.add(new OccurrenceWindow(every.period(first).key(), first, last, due, due));
        }
        return windows;
    }

    private static List<OccurrenceWindow> phases(Timing.Phased phased, TimelinessRule rule) {
        List<OccurrenceWindow> windows = new ArrayList<>();
        for (Phase phase : phased.phases()) {
            LocalDate last = LocalDate.of(phase.toYear(), 12, 31);
            LocalDate due = rule.settle(last);
            windows.add(new OccurrenceWindow(
                    phase.fromYear() + "-" + phase.toYear(), LocalDate.of(phase.fromYear(), 1, 1), last, due, due));
        }
        return windows;
    }

    /// The one occurrence that was put off, or the last phase, has a later day.
    private static List<OccurrenceWindow> extended(
            Timing.Extended extended, TaskStanding standing, TimelinessRule rule, LocalDate today) {
        List<OccurrenceWindow> windows = new ArrayList<>(of(standing.with(extended.original()), rule, today));
        windows.replaceAll(window -> window.lastDay().equals(extended.originalDue())
                        || window.originalDueOn().equals(extended.originalDue())
                ? window.until(rule.settle(extended.due()))
                : window);
        return windows;
    }

    private OccurrenceWindow until(LocalDate due) {
        return new OccurrenceWindow(periodKey, startsOn, lastDay, due, originalDueOn);
    }

    private static LocalDate later(LocalDate day, @Nullable LocalDate other) {
        return other != null && other.isAfter(day) ? other : day;
    }

    private static LocalDate earlier(LocalDate day, @Nullable LocalDate other) {
        return other != null && other.isBefore(day) ? other : day;
    }
}
