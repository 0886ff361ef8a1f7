package vn.monitoring.indicator.scorecard;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// How a unit and everything below it stands on a date.
///
/// @param reportingUnits units that answer for a judged indicator, of those that answer for one that ought to be
///        judged
/// @param groups         by the groups of the plans, in alphabetical order
@Schema(name = "Scorecard")
record Scorecard(
        String unitCode,
        String unitName,
        LocalDate asOf,
        Distribution overall,
        Distribution.Ratio reportingUnits,
        List<Group> groups) {

    /// @param group null for indicators outside of any group
    @Schema(name = "ScorecardGroup")
    record Group(@Nullable String group, Distribution distribution) {}
}
