package vn.monitoring.task.decision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.monitoring.task.task.DecisionDocument;

/// A decision that held, resumed or ended a task.
///
/// @param number from 1 within its task
/// @param effectiveOn the day from which it holds
/// @param successorId the task that takes the place of one that was superseded
@Schema(name = "TaskDecision")
record Decision(
        UUID taskId,
        int number,
        Kind kind,
        LocalDate effectiveOn,
        DecisionDocument document,
        @Nullable String reason,
        @Nullable UUID successorId,
        Instant recordedAt,
        String by) {

    enum Kind {
        PAUSE,
        RESUME,
        CANCEL,
        SUPERSEDE
    }
}
