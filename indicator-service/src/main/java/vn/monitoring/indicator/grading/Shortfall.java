package vn.monitoring.indicator.grading;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/// What is missing until a target is met: "còn thiếu 37 hồ sơ".
///
/// Of a share with counts: ceil(low·denominator/100) − numerator, in things. Of a bare percentage: points. Of an
/// amount: its own unit. Where lower is better it is what there is too much of.
///
/// @param missing above zero
public record Shortfall(BigDecimal missing, Measure measure) {

    /// What the missing number counts.
    public enum Measure {
        THINGS,
        POINTS,
        OWN_UNIT
    }

    public Shortfall {
        missing = missing.signum() == 0 || !isWhole(missing) ? missing.stripTrailingZeros() : missing.setScale(0);
    }

    /// Absent when nothing is missing, and for a rubric level, where a number says nothing.
    ///
    /// @param strict the level itself is not enough
    static @Nullable Shortfall of(Figure figure, BigDecimal required, boolean strict, Direction direction) {
        return switch (figure) {
            case Figure.Share share -> {
                BigDecimal needed = required.multiply(share.denominator()).movePointLeft(2);
                boolean things = isWhole(share.numerator()) && isWhole(share.denominator());
                yield between(share.numerator(), needed, things, strict, direction, Measure.THINGS);
            }
            case Figure.Percent percent -> between(percent.value(), required, false, strict, direction, Measure.POINTS);
            case Figure.Amount amount ->
                between(amount.value(), required, isWhole(amount.value()), strict, direction, Measure.OWN_UNIT);
            case Figure.Level _ -> null;
        };
    }

    private static @Nullable Shortfall between(
            BigDecimal actual, BigDecimal needed, boolean whole, boolean strict, Direction direction, Measure measure) {
        BigDecimal goal = whole ? nextWhole(needed, strict, direction) : needed;
        BigDecimal missing = direction.gap(goal, actual);
        return missing.signum() > 0 ? new Shortfall(missing, measure) : null;
    }

    /// The first whole number that is enough.
    private static BigDecimal nextWhole(BigDecimal needed, boolean strict, Direction direction) {
        RoundingMode towardsBetter =
                direction == Direction.HIGHER_IS_BETTER ? RoundingMode.CEILING : RoundingMode.FLOOR;
        BigDecimal whole = needed.setScale(0, towardsBetter);
        if (strict && whole.compareTo(needed) == 0) {
            return direction == Direction.HIGHER_IS_BETTER ? whole.add(BigDecimal.ONE) : whole.subtract(BigDecimal.ONE);
        }
        return whole;
    }

    private static boolean isWhole(BigDecimal number) {
        return number.stripTrailingZeros().scale() <= 0;
    }
}
