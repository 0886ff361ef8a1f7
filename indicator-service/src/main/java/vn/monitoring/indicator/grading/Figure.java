package vn.monitoring.indicator.grading;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// A verified figure. Comparisons are exact; [#value()] is for showing, for paths and for trends.
public sealed interface Figure {

    int SHOWN_SCALE = 6;

    BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /// Percent for shares, else the amount; shares are rounded to six decimals.
    BigDecimal value();

    /// Compares with a level in the same terms (percent for shares) without dividing.
    int compareTo(BigDecimal level);

    /// True where a difference of 1 is a percentage point.
    boolean isPercentage();

    /// A part of a whole, with its counts.
    ///
    /// @param denominator above zero; a denominator of zero means that the indicator does not apply, not that the
    ///        share is zero
    record Share(BigDecimal numerator, BigDecimal denominator) implements Figure {

        public Share {
            if (denominator.signum() <= 0) {
                throw new IllegalArgumentException("a share needs a denominator above zero: " + denominator);
            }
        }

        @Override
        public BigDecimal value() {
            return HUNDRED.multiply(numerator).divide(denominator, SHOWN_SCALE, RoundingMode.HALF_UP);
        }

        /// 100·numerator against level·denominator.
        @Override
        public int compareTo(BigDecimal level) {
            return HUNDRED.multiply(numerator).compareTo(level.multiply(denominator));
        }

        @Override
        public boolean isPercentage() {
            return true;
        }
    }

    /// A percentage whose counts were not given.
    record Percent(BigDecimal value) implements Figure {

        @Override
        public int compareTo(BigDecimal level) {
            return value.compareTo(level);
        }

        @Override
        public boolean isPercentage() {
            return true;
        }
    }

    /// A count or a quantity in the indicator's own unit.
    record Amount(BigDecimal value) implements Figure {

        @Override
        public int compareTo(BigDecimal level) {
            return value.compareTo(level);
        }

        @Override
        public boolean isPercentage() {
            return false;
        }
    }

    /// A level 0–3 on the rubric of a target in words.
    ///
    /// @param documented            a document proves it
    /// @param confirmedByOtherUnit  another unit than the one that did the work confirms it
    record Level(int level, boolean documented, boolean confirmedByOtherUnit) implements Figure {

        public Level {
            if (level < 0 || level > 3) {
                throw new IllegalArgumentException("a rubric level is 0 to 3: " + level);
            }
        }

        @Override
        public BigDecimal value() {
            return BigDecimal.valueOf(level);
        }

        @Override
        public int compareTo(BigDecimal other) {
            return value().compareTo(other);
        }

        @Override
        public boolean isPercentage() {
            return false;
        }
    }
}
