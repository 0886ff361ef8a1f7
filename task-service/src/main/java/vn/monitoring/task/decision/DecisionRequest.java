package vn.monitoring.task.decision;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.monitoring.task.task.DecisionDocument;

/// Decides that a task pauses, goes on, or ends.
@Schema(
        name = "TaskDecisionRequest",
        examples = "{\"document\":{\"number\":\"21/QĐ-UBND\",\"issuedOn\":\"2026-06-02\"},\"reason\":\"Chờ kinh phí\"}")
record DecisionRequest(
        @NotNull @Valid DecisionDocument document,

        @Schema(description = "Today when left out; not after today") @Nullable
        LocalDate effectiveOn,

        @Size(max = 2000) @Nullable String reason,

        @Schema(description = "For a supersession: the task that takes its place") @Nullable
        UUID successorId,

        @Schema(description = "For a resumption: a later due day that makes up for the pause") @Nullable
        LocalDate dueOn) {}
