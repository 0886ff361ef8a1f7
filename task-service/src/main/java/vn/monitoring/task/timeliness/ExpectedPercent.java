package vn.monitoring.task.timeliness;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.monitoring.task.timing.Timing;

/// How far a task done once would be if its work went evenly: the share of its days that has elapsed.
public final class ExpectedPercent {

    private ExpectedPercent() {}

    /// Rounded down; 0 before the first day, 100 from the last one on. The first day is that of a stretch, of a day,
    /// month, quarter or year the assignment when it is earlier. Empty for what is not done once by a day.
    public static Optional<Integer> of(
            TimelinessRule rule, Timing timing, @Nullable LocalDate assignedOn, LocalDate day) {
        if (original(timing) instanceof Timing.Recurring) {
            return Optional.empty();
        }
        return rule.due(timing, day).flatMap(due -> {
            LocalDate start = first(timing, due.start(), assignedOn);
            return start == null ? Optional.empty() : Optional.of(between(start, due.on(), day));
        });
    }

    private static @Nullable LocalDate first(Timing timing, @Nullable LocalDate start, @Nullable LocalDate assignedOn) {
        if (start == null
                || original(timing) instanceof Timing.Once && assignedOn != null && assignedOn.isBefore(start)) {
            return assignedOn;
        }
        return start;
    }

    private static Timing original(Timing timing) {
        return timing instanceof Timing.Extended extended ? original(extended.original()) : timing;
    }

    private static int between(LocalDate start, LocalDate last, LocalDate day) {
        if (day.isBefore(start)) {
            return 0;
        }
        long days = ChronoUnit.DAYS.between(start, last) + 1;
        long elapsed = ChronoUnit.DAYS.between(start, day) + 1;
        return elapsed >= days ? 100 : (int) (elapsed * 100 / days);
    }
}
