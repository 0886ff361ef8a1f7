package vn.monitoring.report.report;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Which obligation to draft a report for.
@Schema(name = "ReportRequest")
public record ReportRequest(@NotNull UUID obligationId) {

    /// A section's new text.
    @Schema(name = "SectionTextRequest")
    public record SectionTextRequest(
            @NotNull @Size(max = 50_000) String text) {}

    /// Why a report is sent back.
    @Schema(name = "ReportReturnRequest")
    public record ReturnRequest(
            @NotBlank @Size(max = 4_000) @Schema(examples = "Số liệu chỉ tiêu 13 chưa khớp với phụ lục.")
            String reason) {}
}
