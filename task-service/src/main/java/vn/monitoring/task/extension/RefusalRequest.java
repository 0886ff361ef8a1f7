package vn.monitoring.task.extension;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.monitoring.task.task.DecisionDocument;

/// Refuses a later due day.
@Schema(name = "ExtensionRefusal", examples = "{\"reason\":\"Không có lý do khách quan\"}")
record RefusalRequest(
        @NotBlank @Size(max = 2000) String reason,
        @Valid @Nullable DecisionDocument document) {}
