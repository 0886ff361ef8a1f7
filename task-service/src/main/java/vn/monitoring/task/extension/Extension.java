package vn.monitoring.task.extension;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.monitoring.task.task.DecisionDocument;

/// One request for a later due day and what was decided on it.
///
/// @param number from 1 within its task
/// @param dueBefore the last day in time when it was asked for
/// @param outcome null while it waits for its decision
/// @param grantedDueOn the last day in time that was granted; it may differ from the one asked for
@Schema(name = "Extension")
record Extension(
        UUID taskId,
        int number,
        LocalDate requestedOn,
        LocalDate dueBefore,
        LocalDate requestedDueOn,
        String reason,
        Instant receivedAt,
        String by,
        @Nullable Outcome outcome,
        @Nullable LocalDate grantedDueOn,
        @Nullable Instant decidedAt,
        @Nullable String decidedBy,
        @Nullable String decisionReason,
        @Nullable DecisionDocument document) {

    enum Outcome {
        APPROVED,
        REFUSED
    }
}
