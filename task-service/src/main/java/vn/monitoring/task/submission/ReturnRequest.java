package vn.monitoring.task.submission;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Sends a submission back.
@Schema(name = "Return", examples = "{\"reason\":\"Thiếu phụ lục số liệu\"}")
record ReturnRequest(@NotBlank @Size(max = 2000) String reason) {}
