package vn.monitoring.report.report;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Why a report is sent back.
@Schema(name = "ReportReturnRequest")
public record ReturnRequest(
        @NotBlank @Size(max = 4_000) @Schema(examples = "Số liệu chỉ tiêu 13 chưa khớp với phụ lục.")
        String reason) {}
