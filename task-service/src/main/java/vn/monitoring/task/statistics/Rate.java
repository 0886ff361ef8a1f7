package vn.monitoring.task.statistics;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A share with both its numbers.
///
/// @param percent to one decimal; null of nothing
@Schema(name = "Rate")
record Rate(long numerator, long denominator, @Nullable BigDecimal percent) {

    static Rate of(long numerator, long denominator) {
        BigDecimal percent = denominator == 0
                ? null
                : BigDecimal.valueOf(numerator * 100).divide(BigDecimal.valueOf(denominator), 1, RoundingMode.HALF_UP);
        return new Rate(numerator, denominator, percent);
    }
}
