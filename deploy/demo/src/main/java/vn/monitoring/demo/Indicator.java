package vn.monitoring.demo;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An indicator of a plan with its milestones.
record Indicator(
        String id,
        String planId,
        String unitCode,
        String responsibleUnitCode,
        @Nullable String number,
        String name,
        @Nullable String measureUnit,
        List<Target> targets) {

    boolean isPercentage() {
        return measureUnit != null && measureUnit.strip().startsWith("%");
    }

    /// The milestone that counts on a day: the first that is not past, after the last one the last.
    Optional<Target> governing(LocalDate day) {
        List<Target> inOrder = inOrder();
        Optional<Target> next =
                inOrder.stream().filter(target -> !due(target).isBefore(day)).findFirst();
        return next.isPresent() || inOrder.isEmpty() ? next : Optional.of(inOrder.getLast());
    }

    /// The number that was to be reached last before a day.
    Optional<Target> lastNumericBefore(LocalDate day) {
        return inOrder().stream()
                .filter(target -> target.isNumeric()
                        && !target.provisional()
                        && due(target).isBefore(day))
                .reduce((_, later) -> later);
    }

    static LocalDate due(Target target) {
        return target.dueDate() == null ? LocalDate.MAX : target.dueDate();
    }

    private List<Target> inOrder() {
        return targets.stream().sorted(Comparator.comparing(Indicator::due)).toList();
    }
}
