package vn.monitoring.task.updaterate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.monitoring.task.progress.MonthlyRule;

/// A share of tasks with a valid update within the window.
///
/// @param valid the numerator
/// @param expected the denominator: the tasks open in the month
/// @param insufficient those of the rest whose update lacked something
/// @param late those with none
/// @param percent to two decimals; null when nothing was expected
/// @param reached whether it is 90 % or more, judged in whole numbers; null when nothing was expected
@Schema(name = "UpdateRate")
record UpdateRate(
        long valid,
        long expected,
        long insufficient,
        long late,
        @Nullable BigDecimal percent,
        @Nullable Boolean reached) {

    static final UpdateRate NONE = of(0, 0, 0);

    static UpdateRate of(long valid, long expected, long insufficient) {
        if (expected == 0) {
            return new UpdateRate(0, 0, 0, 0, null, null);
        }
        BigDecimal percent =
                BigDecimal.valueOf(valid * 100).divide(BigDecimal.valueOf(expected), 2, RoundingMode.HALF_UP);
        return new UpdateRate(
                valid,
                expected,
                insufficient,
                expected - valid - insufficient,
                percent,
                MonthlyRule.reached(valid, expected));
    }

    UpdateRate plus(UpdateRate other) {
        return of(valid + other.valid, expected + other.expected, insufficient + other.insufficient);
    }
}
