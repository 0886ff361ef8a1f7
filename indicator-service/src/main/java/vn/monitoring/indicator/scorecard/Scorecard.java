package vn.monitoring.indicator.scorecard;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// How a unit and everything below it stands on a date.
///
/// @param reportingUnits  units that answer for a judged indicator, of those that answer for one that ought to be
///        judged
/// @param groups          by the groups of the plans, in alphabetical order
/// @param canonicalGroups by the groups of the catalogue (HT, NL, CQ …): what stands before the dot of a code
@Schema(name = "Scorecard")
record Scorecard(
        String unitCode,
        String unitName,
        LocalDate asOf,
        Distribution overall,
        Distribution.Ratio reportingUnits,
        List<Group> groups,
        List<Group> canonicalGroups) {

    /// @param group null for indicators outside of any group, or without a link to the catalogue
    @Schema(name = "ScorecardGroup")
    record Group(@Nullable String group, Distribution distribution) {}

    /// How one unit below stands with everything below it.
    @Schema(name = "ScorecardChild")
    record Child(String unitCode, String unitName, String type, Distribution distribution) {}

    /// How a unit stood on a number of days, oldest first.
    @Schema(name = "ScorecardTrend")
    record Trend(String unitCode, String unitName, List<Point> points) {}

    @Schema(name = "ScorecardTrendPoint")
    record Point(LocalDate asOf, Distribution distribution) {}
}
