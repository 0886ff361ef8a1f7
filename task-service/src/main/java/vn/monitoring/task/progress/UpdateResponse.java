package vn.monitoring.task.progress;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A stored report of progress.
///
/// @param validity only a valid update moves the task and counts for its month
/// @param missing what an incomplete one lacks, by the names of the request's fields; `deliverable` is the evidence
/// that a
///     claim of 100 % needs
/// @param receivedAt when it came in, whatever day it speaks of
@Schema(name = "ProgressUpdate")
record UpdateResponse(
        UUID id,
        UUID taskId,
        @Nullable LocalDate asOf,
        @Nullable Integer percent,
        @Nullable String status,
        @Nullable String result,
        @Nullable String difficulty,
        @Nullable String nextStep,
        Validity validity,
        List<String> missing,
        Instant receivedAt,
        String by) {

    /// Whether the update has all that the monthly rule asks for.
    enum Validity {
        VALID,
        INCOMPLETE;

        static Validity of(List<String> missing) {
            return missing.isEmpty() ? VALID : INCOMPLETE;
        }
    }
}
