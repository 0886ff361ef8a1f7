package vn.monitoring.indicator.grading;

import java.math.BigDecimal;
import vn.monitoring.indicator.target.Comparator;

/// Is the target met? Counts decide where there are counts: `≥` is 100·numerator ≥ low·denominator, with no rounding.
///
/// A bare number is met from its better side too (100 asked, 100 or more is met), "khoảng" allows the policy's
/// relative tolerance on the worse side, a range is met from its floor on: above its ceiling it is exceeded, not
/// failed.
final class Achievement {

    private final GradingPolicy policy;

    Achievement(GradingPolicy policy) {
        this.policy = policy;
    }

    boolean isMet(Figure figure, TargetPoint target, Direction direction) {
        BigDecimal required = required(target, direction);
        return target.isStrict() ? direction.passes(figure, required) : direction.reaches(figure, required);
    }

    /// The level from which the target is met.
    BigDecimal required(TargetPoint target, Direction direction) {
        BigDecimal level = target.level(direction);
        if (target.comparator() == Comparator.APPROX) {
            return direction.relax(level, level.abs().multiply(policy.aboutTolerance()));
        }
        return level;
    }
}
