package vn.monitoring.indicator.target;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The rules that hold between the milestones of one indicator.
public final class Milestones {

    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    private Milestones() {}

    /// The targets by due date, each later one flagged NON_MONOTONIC when it asks for less than the one before,
    /// or FLAT_TARGET when it asks for the same although more would be possible.
    public static List<Target> inOrder(List<Target> targets, Direction direction) {
        List<Target> sorted = new ArrayList<>(targets);
        sorted.sort(Comparator.comparing(Milestones::dueOrLast));
        Target before = null;
        for (int i = 0; i < sorted.size(); i++) {
            Target target = sorted.get(i);
            if (figure(target) == null) {
                continue;
            }
            if (before != null) {
                target = compared(before, target, direction);
                sorted.set(i, target);
            }
            before = target;
        }
        return List.copyOf(sorted);
    }

    private static Target compared(Target before, Target target, Direction direction) {
        BigDecimal earlier = figure(before);
        BigDecimal later = figure(target);
        if (earlier == null
                || later == null
                || before.kind() == TargetKind.REDUCTION != (target.kind() == TargetKind.REDUCTION)) {
            return target;
        }
        int sign = target.kind() == TargetKind.REDUCTION ? 1 : direction.sign();
        int change = later.compareTo(earlier) * sign;
        if (change < 0) {
            return target.with(TargetFlag.NON_MONOTONIC);
        }
        boolean sameForm = before.kind() == target.kind() && before.comparator() == target.comparator();
        boolean wholeReached = target.share() && later.compareTo(WHOLE) >= 0;
        return change == 0 && sameForm && !wholeReached ? target.with(TargetFlag.FLAT_TARGET) : target;
    }

    private static @Nullable BigDecimal figure(Target target) {
        return target.kind().numeric() ? target.low() : null;
    }

    private static LocalDate dueOrLast(Target target) {
        LocalDate due = target.dueDate();
        return due == null ? LocalDate.MAX : due;
    }
}
