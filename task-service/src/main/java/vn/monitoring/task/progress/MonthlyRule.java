package vn.monitoring.task.progress;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.monitoring.task.timing.Timing;

/// The monthly update rule of the Thạch Khôi plan (source: domain.md, "Monthly update rule").
///
/// A task counts in a month when it was given before the window opened and is still open when it closes. A valid
/// update came in within the window and speaks of the month or later. What comes in afterwards takes the task off the
/// list, yet the month stays missed. A task that waits for its review is not asked: the reviewer's delay does not
/// count.
public final class MonthlyRule {

    /// The share of open tasks that is to have a valid update, in percent.
    public static final int TARGET_PERCENT = 90;

    private MonthlyRule() {}

    /// What the list of warnings says of a task.
    ///
    /// @param result late or insufficient data
    /// @param missing what the last update lacks
    /// @param since the last day of the window that was missed, null while it is still open
    /// @param months how many months running, at least 1
    public record Standing(
            MonthOutcome.Result result,
            List<String> missing,
            @Nullable LocalDate since,
            int months) {}

    /// Whether the task is asked for an update of the month.
    public static boolean expected(MonthlyFacts task, YearMonth month, UpdateWindow window) {
        LocalDate opens = window.opens(month);
        LocalDate closes = window.closes(month);
        LocalDate assignedOn = task.assignedOn();
        if (task.held() || assignedOn == null || !assignedOn.isBefore(opens)) {
            return false;
        }
        LocalDate submittedOn = task.submittedOn();
        if (submittedOn != null && task.completedOn() == null && !submittedOn.isAfter(closes)) {
            return false;
        }
        Timing timing = original(task.timing());
        if (!(timing instanceof Timing.Once) && begins(timing.start(), closes)) {
            return false;
        }
        return switch (timing) {
            case Timing.Extended ignored -> !doneBy(task, closes);
            case Timing.Recurring recurring -> !ended(recurring.end(), opens) && !doneBy(task, closes);
            case Timing.Continuous continuous -> !ended(continuous.end(), opens) && !doneBy(task, closes);
            case Timing.OnRequest ignored -> task.begun() && !doneBy(task, closes);
            case Timing.Once ignored -> !doneBy(task, closes);
            case Timing.Period ignored -> !doneBy(task, closes);
            case Timing.Phased ignored -> !doneBy(task, closes);
            case Timing.External ignored -> !doneBy(task, closes);
            case Timing.Missing ignored -> !doneBy(task, closes);
            case Timing.Unreadable ignored -> !doneBy(task, closes);
        };
    }

    /// A stretch that begins later; of a deadline the first day of its month or year is no beginning.
    private static boolean begins(@Nullable LocalDate start, LocalDate closes) {
        return start != null && start.isAfter(closes);
    }

    /// What the plan says, whatever was put off.
    private static Timing original(Timing timing) {
        return timing instanceof Timing.Extended extended ? original(extended.original()) : timing;
    }

    private static boolean ended(@Nullable LocalDate end, LocalDate opens) {
        return end != null && end.isBefore(opens);
    }

    /// Done by the day; a recurring task for the occurrence of that day.
    private static boolean doneBy(MonthlyFacts task, LocalDate day) {
        LocalDate completedOn = task.completedOn();
        if (completedOn == null || completedOn.isAfter(day)) {
            return false;
        }
        return !(original(task.timing()) instanceof Timing.Recurring recurring)
                || !completedOn.isBefore(recurring.every().firstDay(day));
    }

    /// The outcome of a month in which an update is expected, as its window closes or so far.
    ///
    /// @param last the outcome of the last month before it that was judged
    public static MonthOutcome outcome(
            MonthlyFacts task, YearMonth month, UpdateWindow window, @Nullable MonthOutcome last) {
        LocalDate opens = window.opens(month);
        LocalDate closes = window.closes(month);
        if (validIn(task.valid(), month, window)) {
            return new MonthOutcome(month, opens, closes, MonthOutcome.Result.VALID, List.of(), 0);
        }
        int running = running(month, last);
        ReceivedUpdate incomplete = task.incomplete();
        if (incomplete != null && window.holds(month, incomplete.receivedOn())) {
            return new MonthOutcome(
                    month, opens, closes, MonthOutcome.Result.INSUFFICIENT_DATA, incomplete.missing(), running);
        }
        return new MonthOutcome(month, opens, closes, MonthOutcome.Result.LATE, List.of(), running);
    }

    private static int running(YearMonth month, @Nullable MonthOutcome last) {
        if (last == null || !last.missed() || !last.month().equals(month.minusMonths(1))) {
            return 1;
        }
        return last.running() + 1;
    }

    private static boolean validIn(@Nullable ReceivedUpdate update, YearMonth month, UpdateWindow window) {
        return update != null
                && window.holds(month, update.receivedOn())
                && update.asOf() != null
                && !update.asOf().isBefore(month.atDay(1));
    }

    /// Why the task stands on the list, empty when it does not: a month was missed and no valid update came in since,
    /// or the last update lacks something that its month still needs.
    ///
    /// @param last the outcome of the last month that was judged
    public static Optional<Standing> standing(MonthlyFacts task, WindowSeries windows, @Nullable MonthOutcome last) {
        if (task.held()) {
            return Optional.empty();
        }
        ReceivedUpdate incomplete = task.incomplete();
        if (last != null && last.missed() && !receivedAfter(task.valid(), last.closesOn())) {
            if (doneSince(task, last)) {
                return Optional.empty();
            }
            if (incomplete == null || incomplete.receivedOn().isBefore(last.opensOn())) {
                return Optional.of(new Standing(MonthOutcome.Result.LATE, List.of(), last.closesOn(), last.running()));
            }
            return Optional.of(new Standing(
                    MonthOutcome.Result.INSUFFICIENT_DATA, incomplete.missing(), last.closesOn(), last.running()));
        }
        if (incomplete == null || task.completedOn() != null) {
            return Optional.empty();
        }
        YearMonth month = windows.monthOf(incomplete.receivedOn());
        return validIn(task.valid(), month, windows.of(month))
                ? Optional.empty()
                : Optional.of(new Standing(MonthOutcome.Result.INSUFFICIENT_DATA, incomplete.missing(), null, 1));
    }

    /// Done at all; a recurring task for the occurrence of the missed month or a later one.
    private static boolean doneSince(MonthlyFacts task, MonthOutcome missed) {
        LocalDate completedOn = task.completedOn();
        return completedOn != null
                && (!(original(task.timing()) instanceof Timing.Recurring recurring)
                        || !completedOn.isBefore(recurring.every().firstDay(missed.closesOn())));
    }

    private static boolean receivedAfter(@Nullable ReceivedUpdate update, LocalDate day) {
        return update != null && update.receivedOn().isAfter(day);
    }

    /// Whether the rate reaches the target, in whole numbers.
    public static boolean reached(long valid, long expected) {
        return valid * 100 >= expected * TARGET_PERCENT;
    }
}
