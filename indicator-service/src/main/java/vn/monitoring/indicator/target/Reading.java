package vn.monitoring.indicator.target;

import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the words and figures of one target say, without its date.
record Reading(
        TargetKind kind,
        @Nullable Comparator comparator,
        @Nullable BigDecimal low,
        @Nullable BigDecimal high,
        @Nullable String unit,
        boolean soft,
        @Nullable String condition,
        Set<TargetFlag> flags) {}
