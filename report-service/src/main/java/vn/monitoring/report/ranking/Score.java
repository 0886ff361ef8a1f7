package vn.monitoring.report.ranking;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What follows from the counts of one commune.
///
/// @param total the weighted mean of the components that have something to count, 0 to 1; null when none has
/// @param coverage indicators with data of those that should have some; null when none should
/// @param reasons why it has no rank; empty when it has one
/// @param rank among the communes of its type, equal totals sharing one; null when it has none
record Score(
        UnitCounts counts,
        List<Part> parts,
        @Nullable Ratio total,
        @Nullable Ratio coverage,
        List<Reason> reasons,
        @Nullable Integer rank) {

    /// Why a commune is not ranked.
    enum Reason {
        TOO_FEW_DUE_TASKS,
        COVERAGE_TOO_LOW
    }

    /// One component.
    ///
    /// @param numerator a whole number but for indicators that are slightly behind
    /// @param result what is weighed: numerator over denominator, of indicators capped by the coverage; null when
    /// there is nothing to count
    record Part(
            Component component,
            int weight,
            Ratio numerator,
            long denominator,
            @Nullable Ratio result,
            boolean capped) {}

    Score ranked(int place) {
        return new Score(counts, parts, total, coverage, reasons, place);
    }
}
