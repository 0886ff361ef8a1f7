package vn.monitoring.report.ranking;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What was counted of one commune: whole numbers only, frozen with the ranking. All that follows is computed from
/// them and the policy.
///
/// @param unitType communes are ranked with those of the same type
@Schema(name = "RankingCounts")
public record UnitCounts(
        String unitCode,
        String unitName,
        String unitType,
        Tasks tasks,
        Indicators indicators,
        Updates updates,
        Quality quality,
        Feedback feedback) {

    @Schema(name = "RankingTaskCounts")
    public record Tasks(long due, long onTime) {}

    /// @param onTrack achieved or on track
    /// @param behind behind, missed, or a status of a later policy
    @Schema(name = "RankingIndicatorCounts")
    public record Indicators(long onTrack, long slightlyBehind, long behind, long noData, long notDue, long noTarget) {

        long graded() {
            return onTrack + slightlyBehind + behind;
        }

        /// Those that should have data.
        long expected() {
            return graded() + noData;
        }
    }

    /// Summed over the months of the period.
    @Schema(name = "RankingUpdateCounts")
    public record Updates(long expected, long valid) {}

    /// @param good firm, counted and current at once
    /// @param firm verified, not provisional
    /// @param counted with numerator and denominator, or no share
    /// @param current of a period that ends in the ranked one
    @Schema(name = "RankingQualityCounts")
    public record Quality(long figures, long good, long firm, long counted, long current) {}

    @Schema(name = "RankingFeedbackCounts")
    public record Feedback(long due, long onTime) {}
}
