package vn.monitoring.report.ranking;

import java.util.List;
import java.util.UUID;

/// One commune's counts and the facts that they come from.
///
/// @param tasks the `seq` in `task_fact` of each task that was due
/// @param grades the `seq` in `grade_fact` of each indicator's grade
/// @param updates the `seq` in `update_rate_fact`
/// @param feedback the ids of what was due
record Frozen(UnitCounts counts, List<Long> tasks, List<Long> grades, List<Long> updates, List<UUID> feedback) {

    String unitCode() {
        return counts.unitCode();
    }
}
