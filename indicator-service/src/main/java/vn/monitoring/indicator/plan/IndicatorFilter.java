package vn.monitoring.indicator.plan;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.sheet.Outcome;

/// What a list of indicators is narrowed to; null does not narrow.
///
/// @param unitCode responsible is this unit or one below it
record IndicatorFilter(
        @Nullable UUID planId,
        @Nullable String unitCode,
        @Nullable String canonicalCode,
        @Nullable Outcome outcome) {}
