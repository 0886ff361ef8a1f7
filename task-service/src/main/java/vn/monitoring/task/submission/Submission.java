package vn.monitoring.task.submission;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// One handing over of a task.
///
/// @param number from 1 within its task
/// @param submittedOn the day that counts as the completion when it is accepted
/// @param receivedAt when it came in, whatever day it names
/// @param outcome null while it waits for its review
@Schema(name = "Submission")
record Submission(
        UUID taskId,
        int number,
        LocalDate submittedOn,
        Instant receivedAt,
        @Nullable String note,
        String by,
        @Nullable Outcome outcome,
        @Nullable Instant decidedAt,
        @Nullable String decidedBy,
        @Nullable String reason) {

    enum Outcome {
        ACCEPTED,
        RETURNED
    }
}
