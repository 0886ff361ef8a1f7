package vn.monitoring.demo;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A figure as the platform holds it.
///
/// @param status SUBMITTED, VERIFIED or RETURNED
/// @param revision 1 for the figure as it was first submitted
record Measurement(
        String id,
        String indicatorId,
        String unitCode,
        String period,
        @Nullable BigDecimal numerator,
        @Nullable BigDecimal denominator,
        @Nullable BigDecimal value,
        LocalDate asOf,
        String status,
        Instant submittedAt,
        int revision,
        long version) {

    String etag() {
        return "\"" + version + "\"";
    }
}
