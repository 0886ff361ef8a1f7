package vn.monitoring.indicator.grading;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.monitoring.indicator.target.Comparator;
import vn.monitoring.indicator.target.TargetKind;

/// A target of a plan as the rules need it: the value that was valid on the graded date.
///
/// @param raw  the text as printed in the plan, shown in every explanation
/// @param low  percent for shares, else in the indicator's own unit; absent for words and for no target
/// @param high upper end of a range
public record TargetPoint(
        LocalDate due,
        String raw,
        TargetKind kind,
        @Nullable Comparator comparator,
        @Nullable BigDecimal low,
        @Nullable BigDecimal high,
        Standing standing) {

    /// How sure the plan's text is.
    public enum Standing {
        SETTLED,
        /// Read from a doubtful cell (`95)`): graded, and marked provisional until a person confirms it.
        PROVISIONAL,
        /// Two values for one thing, or a row that needs a decision: not graded until a person decides.
        IN_DISPUTE
    }

    public TargetPoint {
        if (kind.numeric() && low == null) {
            throw new IllegalArgumentException("a target of kind " + kind + " needs a number: " + raw);
        }
    }

    /// A milestone that a path can lead to.
    boolean isMilestone() {
        return kind == TargetKind.NUMBER || kind == TargetKind.RANGE;
    }

    /// The plan sets nothing for this milestone.
    boolean isUnset() {
        return kind == TargetKind.NONE || kind == TargetKind.ZERO_NOT_SET;
    }

    boolean isDueBy(LocalDate date) {
        return !due.isAfter(date);
    }

    /// The level itself is not enough.
    boolean isStrict() {
        return comparator == Comparator.GT || comparator == Comparator.LT;
    }

    /// Which way is better under this target: its own comparator says, else the indicator's direction.
    Direction direction(Direction ofIndicator) {
        return switch (comparator) {
            case GE, GT -> Direction.HIGHER_IS_BETTER;
            case LE, LT -> Direction.LOWER_IS_BETTER;
            case EQ, APPROX, IN -> ofIndicator;
            case null -> ofIndicator;
        };
    }

    /// The number that the path leads to: the floor of a range, its ceiling where lower is better.
    BigDecimal level(Direction direction) {
        BigDecimal level = direction == Direction.LOWER_IS_BETTER && high != null ? high : low;
        if (level == null) {
            throw new IllegalStateException("no number in the target " + raw);
        }
        return level;
    }
}
