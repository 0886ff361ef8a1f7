package vn.monitoring.task.warning;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What an evaluation of all tasks found and did.
///
/// @param caughtUpFrom the last day that had been evaluated before; the days after it were caught up
/// @param tasks how many were looked at
/// @param months how many months of tasks were concluded
@Schema(name = "WarningEvaluation")
record EvaluationResult(
        LocalDate day,
        @Nullable LocalDate caughtUpFrom,
        long tasks,
        long opened,
        long escalated,
        long revised,
        long closed,
        long months,
        long milliseconds) {}
