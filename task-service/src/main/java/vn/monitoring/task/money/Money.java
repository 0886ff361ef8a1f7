package vn.monitoring.task.money;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Allocated and disbursed, in đồng.
///
/// @param rate disbursed in percent of allocated, to one decimal; null where nothing is allocated
@Schema(name = "Money")
record Money(
        BigDecimal allocated,
        BigDecimal disbursed,
        @Nullable BigDecimal rate) {

    static final Money NONE = of(BigDecimal.ZERO, BigDecimal.ZERO);

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    static Money of(BigDecimal allocated, BigDecimal disbursed) {
        return new Money(allocated, disbursed, rate(allocated, disbursed));
    }

    Money plus(Money other) {
        return of(allocated.add(other.allocated), disbursed.add(other.disbursed));
    }

    boolean overspent() {
        return disbursed.compareTo(allocated) > 0;
    }

    static @Nullable BigDecimal rate(BigDecimal allocated, BigDecimal disbursed) {
        if (allocated.signum() == 0) {
            return null;
        }
        return disbursed.multiply(HUNDRED).divide(allocated, 1, RoundingMode.HALF_UP);
    }
}
