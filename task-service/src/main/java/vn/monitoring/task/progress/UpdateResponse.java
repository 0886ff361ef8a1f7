package vn.monitoring.task.progress;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A stored report of progress.
///
/// @param receivedAt when it came in, whatever day it speaks of
@Schema(name = "ProgressUpdate")
record UpdateResponse(
        UUID id,
        UUID taskId,
        LocalDate asOf,
        @Nullable Integer percent,
        String status,
        String result,
        String difficulty,
        String nextStep,
        Instant receivedAt,
        String by) {}
