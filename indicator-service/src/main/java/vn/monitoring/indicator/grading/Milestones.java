package vn.monitoring.indicator.grading;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Which target counts on a date: the first that is not past; after the last one, the last one stays.
record Milestones(List<TargetPoint> inOrder) {

    Milestones {
        inOrder =
                inOrder.stream().sorted(Comparator.comparing(TargetPoint::due)).toList();
    }

    /// A milestone counts up to and including its due date; the next one from the day after.
    Optional<TargetPoint> governing(LocalDate date) {
        Optional<TargetPoint> next =
                inOrder.stream().filter(target -> !target.due().isBefore(date)).findFirst();
        return next.isPresent() || inOrder.isEmpty() ? next : Optional.of(inOrder.getLast());
    }

    /// The numeric milestone that a path leads to on that date.
    Optional<TargetPoint> nextNumeric(LocalDate date) {
        return inOrder.stream()
                .filter(TargetPoint::isMilestone)
                .filter(target -> !target.due().isBefore(date))
                .findFirst();
    }

    /// The settled numeric milestone that was passed last before that date: where the path starts.
    Optional<TargetPoint> lastNumericBefore(LocalDate date) {
        return inOrder.stream()
                .filter(TargetPoint::isMilestone)
                .filter(target -> target.standing() != TargetPoint.Standing.IN_DISPUTE)
                .filter(target -> target.due().isBefore(date))
                .reduce((_, later) -> later);
    }
}
