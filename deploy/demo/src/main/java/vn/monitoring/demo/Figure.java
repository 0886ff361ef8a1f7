package vn.monitoring.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A figure that the story wants to be reported: counts, or a value alone.
record Figure(
        String period,
        LocalDate asOf,
        @Nullable BigDecimal numerator,
        @Nullable BigDecimal denominator,
        @Nullable BigDecimal value,
        Fate fate) {

    /// What becomes of a figure after it was submitted.
    enum Fate {
        VERIFIED,
        /// Submitted with a slip, returned, revised, verified.
        CORRECTED,
        /// Still waits for the standing body.
        PENDING
    }

    /// The same figure as a tired reporter types it: a tenth of what was counted.
    Figure withSlip() {
        return new Figure(period, asOf, tenth(numerator), denominator, denominator == null ? tenth(value) : null, fate);
    }

    Figure as(Fate other) {
        return new Figure(period, asOf, numerator, denominator, value, other);
    }

    private static @Nullable BigDecimal tenth(@Nullable BigDecimal number) {
        return number == null ? null : number.movePointLeft(1).setScale(0, java.math.RoundingMode.DOWN);
    }
}
