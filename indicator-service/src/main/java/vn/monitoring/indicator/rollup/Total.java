package vn.monitoring.indicator.rollup;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/// A figure added up: Σ numerators / Σ denominators, never a mean of percents; counts add.
///
/// @param numerator   sum of the numerators, or of the amounts; null when nothing was reported
/// @param denominator sum of the denominators; null for counts
/// @param value       percent to two decimals, or the sum; null without figures or where the denominator is zero
/// @param reporting   units whose verified figure is in it
/// @param expected    units that have the indicator in a plan in force
record Total(
        @Nullable BigDecimal numerator,
        @Nullable BigDecimal denominator,
        @Nullable BigDecimal value,
        int reporting,
        int expected) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /// @param ratio the sums are divided; else the numerators are the figure
    static Total of(
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator,
            int reporting,
            int expected,
            boolean ratio) {
        if (numerator == null || reporting == 0) {
            return new Total(null, null, null, reporting, expected);
        }
        return new Total(numerator, denominator, value(numerator, denominator, ratio), reporting, expected);
    }

    private static @Nullable BigDecimal value(BigDecimal numerator, @Nullable BigDecimal denominator, boolean ratio) {
        if (!ratio) {
            return numerator;
        }
        if (denominator == null || denominator.signum() == 0) {
            return null;
        }
        return HUNDRED.multiply(numerator).divide(denominator, 2, RoundingMode.HALF_UP);
    }

    /// The value, or a bare percentage where there are no counts to divide.
    @Nullable
    BigDecimal valueOr(@Nullable BigDecimal stated) {
        return value == null ? stated : value;
    }

    /// With the same of other units.
    Total plus(Total other, boolean ratio) {
        return of(
                sum(numerator, other.numerator),
                sum(denominator, other.denominator),
                reporting + other.reporting,
                expected + other.expected,
                ratio);
    }

    /// Fewer than 80 percent of the expected units are in it.
    boolean provisional() {
        return 5L * reporting < 4L * expected;
    }

    private static @Nullable BigDecimal sum(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.add(other);
    }
}
