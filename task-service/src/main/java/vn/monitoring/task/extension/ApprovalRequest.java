package vn.monitoring.task.extension;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.monitoring.task.task.DecisionDocument;

/// Grants a later due day.
@Schema(
        name = "ExtensionApproval",
        examples = "{\"document\":{\"number\":\"15/QĐ-UBND\",\"issuedOn\":\"2026-06-02\"},\"dueOn\":\"2026-07-31\"}")
record ApprovalRequest(
        @NotNull @Valid DecisionDocument document,

        @Schema(description = "The day asked for when left out") @Nullable
        LocalDate dueOn,

        @Size(max = 2000) @Nullable String note) {}
