package vn.monitoring.report.report;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Why a step is taken.
@Schema(name = "ReportReasonRequest")
public record ReasonRequest(
        @NotBlank @Size(max = 4_000) @Schema(examples = "Số liệu chỉ tiêu 13 chưa khớp với phụ lục.")
        String reason) {}
