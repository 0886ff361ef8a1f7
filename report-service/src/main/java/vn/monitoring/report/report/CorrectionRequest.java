package vn.monitoring.report.report;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What the sender wants to correct in its accepted report, and why.
@Schema(name = "ReportCorrectionRequest")
public record CorrectionRequest(
        @NotBlank @Size(max = 2000) @Schema(examples = "Đính chính số hồ sơ trực tuyến theo biên bản rà soát")
        String reason,

        @NotEmpty
        @Size(max = 500)
        @Schema(
                description = "`*` for the whole report, `section:<key>`, `figure:<GRADE|TASK>:<id>`",
                examples = "[\"section:difficulties\"]")
        List<@NotBlank @Size(max = 120) String> parts,

        @Nullable
        @Size(max = 300)
        @Schema(description = "the decision behind it", examples = "Công văn số 45/UBND-VHXH ngày 20/10/2026")
        String document) {}
