package vn.monitoring.report.consolidation;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// The facts of many reports as one.
///
/// @param reported senders whose report was accepted
/// @param expected senders that owe one
/// @param missing units whose report was not accepted when this was made
@Schema(name = "ConsolidatedFacts")
public record Merged(
        int reported,
        int expected,
        List<MissingSender> missing,
        List<MergedIndicator> indicators,
        List<MergedTasks> tasks) {

    /// A sender whose report is not in the sums.
    ///
    /// @param status of what it owes: OPEN, DRAFTED, SUBMITTED, RETURNED, CORRECTING
    @Schema(name = "ConsolidationMissingSender")
    public record MissingSender(String unitCode, String unitName, String status) {}
}
