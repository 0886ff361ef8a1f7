package vn.monitoring.task.statistics;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.calendar.Period;
import vn.monitoring.task.task.TaskStatus;
import vn.monitoring.task.timeliness.Timeliness;

/// Counts over the tasks in scope as of a day: `total` is the sum of each of the two maps.
///
/// @param parents tasks that only sum up their parts and so are not counted
/// @param needsDecision rows that are no task yet and so are not counted
/// @param figures against the deadlines that bind
/// @param byOriginalDeadline the same against the deadlines before any extension
/// @param updateRate of the period's months, else of the month before
/// @param groups only with groupBy
/// @param next the cursor of the following groups, null on the last page
@Schema(name = "TaskStatistics")
record TaskStatistics(
        @Nullable String unit,
        @Nullable UUID planId,
        @Schema(implementation = String.class) @Nullable Period period,
        LocalDate asOf,
        @Nullable Grouping groupBy,
        long total,
        Map<TaskStatus, Long> byStatus,
        Map<Timeliness, Long> byTimeliness,
        long parents,
        long needsDecision,
        TaskFigures figures,
        TaskFigures byOriginalDeadline,
        UpdateRate updateRate,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Group> groups,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String next) {

    /// The counts of one unit, position or group of tasks.
    ///
    /// @param key the unit's code; of positions and groups their name
    @Schema(name = "TaskStatisticsGroup")
    record Group(
            String key,
            String name,
            long total,
            Map<Timeliness, Long> byTimeliness,
            TaskFigures figures,
            TaskFigures byOriginalDeadline,
            Rate updateRate) {}
}
