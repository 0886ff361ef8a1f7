package vn.monitoring.task.submission;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Hands a task over.
@Schema(name = "SubmissionRequest", examples = "{\"submittedOn\":\"2026-06-28\",\"note\":\"Đã hoàn thành\"}")
record SubmissionRequest(
        @Schema(description = "Not after today") @NotNull LocalDate submittedOn,
        @Size(max = 2000) @Nullable String note) {}
