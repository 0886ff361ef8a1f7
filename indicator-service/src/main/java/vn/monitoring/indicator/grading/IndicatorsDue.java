package vn.monitoring.indicator.grading;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

/// Fired in a transaction after which the grades of many indicators may differ: they are marked in that transaction
/// and graded soon after its commit, not in it.
///
/// A set-wise statement marks them better itself (`insert into grading_due`) and fires [#marked] to have them graded
/// without waiting for the next look.
///
/// @param changedFrom the earliest day on which something about them may differ now
public record IndicatorsDue(Set<UUID> indicatorIds, LocalDate changedFrom) {

    public IndicatorsDue {
        indicatorIds = Set.copyOf(indicatorIds);
    }

    /// They stand in `grading_due` already.
    public static IndicatorsDue marked() {
        return new IndicatorsDue(Set.of(), LocalDate.EPOCH);
    }
}
