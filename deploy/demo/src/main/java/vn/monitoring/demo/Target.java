package vn.monitoring.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A milestone of an indicator, as read by the importer.
record Target(
        @Nullable Integer year,
        @Nullable LocalDate dueDate,
        @Nullable String raw,
        String kind,
        @Nullable BigDecimal low,
        @Nullable BigDecimal high,
        @Nullable List<String> flags,
        boolean provisional) {

    /// The value to reach, or null for a milestone in words or without a target.
    @Nullable
    BigDecimal level() {
        return isNumeric() ? low : null;
    }

    boolean isNumeric() {
        return low != null && (kind.equals("NUMBER") || kind.equals("RANGE"));
    }
}
