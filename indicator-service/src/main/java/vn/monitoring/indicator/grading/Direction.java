package vn.monitoring.indicator.grading;

import java.math.BigDecimal;

/// Which way is better; the sign s of the rules (+1 higher, −1 lower).
public enum Direction {
    HIGHER_IS_BETTER,
    LOWER_IS_BETTER;

    /// The figure is at the level or on its better side. Exact.
    boolean reaches(Figure figure, BigDecimal level) {
        return switch (this) {
            case HIGHER_IS_BETTER -> figure.compareTo(level) >= 0;
            case LOWER_IS_BETTER -> figure.compareTo(level) <= 0;
        };
    }

    /// The figure is on the better side of the level, not merely at it. Exact.
    boolean passes(Figure figure, BigDecimal level) {
        return switch (this) {
            case HIGHER_IS_BETTER -> figure.compareTo(level) > 0;
            case LOWER_IS_BETTER -> figure.compareTo(level) < 0;
        };
    }

    /// s·(value − level): negative when the value falls short.
    BigDecimal gap(BigDecimal value, BigDecimal level) {
        return switch (this) {
            case HIGHER_IS_BETTER -> value.subtract(level);
            case LOWER_IS_BETTER -> level.subtract(value);
        };
    }

    /// The level moved towards the worse side by a tolerance ≥ 0.
    BigDecimal relax(BigDecimal level, BigDecimal tolerance) {
        return switch (this) {
            case HIGHER_IS_BETTER -> level.subtract(tolerance);
            case LOWER_IS_BETTER -> level.add(tolerance);
        };
    }

    /// The easier of two levels.
    BigDecimal easier(BigDecimal one, BigDecimal other) {
        return switch (this) {
            case HIGHER_IS_BETTER -> one.min(other);
            case LOWER_IS_BETTER -> one.max(other);
        };
    }
}
