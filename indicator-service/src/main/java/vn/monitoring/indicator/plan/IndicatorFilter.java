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
        @Nullable Outcome outcome,
        @Nullable Link link) {

    /// How an indicator stands to the catalogue: as [vn.monitoring.indicator.catalogue.CanonicalMatch] says, or
    /// NONE when nothing was alike and nobody has looked.
    enum Link {
        EXACT,
        NEAR,
        CONFIRMED,
        ABSENT,
        NONE
    }

    /// All indicators of a plan, or of any as far as the other two narrow it.
    IndicatorFilter(
            @Nullable UUID planId,
            @Nullable String unitCode,
            @Nullable String canonicalCode,
            @Nullable Outcome outcome) {
        this(planId, unitCode, canonicalCode, outcome, null);
    }
}
