package vn.monitoring.report.obligation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.monitoring.report.period.ReportPeriod;

/// Which period to open.
@Schema(name = "PeriodRequest")
public record PeriodRequest(
        @NotBlank @Size(max = ReportPeriod.KEY_LENGTH) @Schema(examples = "2026-Q3")
        String period) {}
