package vn.monitoring.task.statistics;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.monitoring.task.task.TaskStatus;
import vn.monitoring.task.timeliness.Timeliness;

/// Counts over the tasks in scope as of a day: `total` is the sum of each of the two maps.
///
/// @param parents tasks that only sum up their parts and so are not counted
/// @param needsDecision rows that are no task yet and so are not counted
@Schema(name = "TaskStatistics")
record TaskStatistics(
        @Nullable String unit,
        @Nullable UUID planId,
        LocalDate asOf,
        long total,
        Map<TaskStatus, Long> byStatus,
        Map<Timeliness, Long> byTimeliness,
        long parents,
        long needsDecision) {}
