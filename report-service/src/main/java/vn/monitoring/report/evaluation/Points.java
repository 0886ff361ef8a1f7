package vn.monitoring.report.evaluation;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Points added or taken off, with the reason.
///
/// @param points of 100
@Schema(name = "EvaluationPoints")
public record Points(
        @NotNull Kind kind,
        @Min(1) @Max(100) int points,

        @NotBlank @Size(max = 1_000) @Schema(examples = "Mô hình tổ công nghệ số cộng đồng được nhân rộng")
        String reason) {

    @Schema(name = "EvaluationPointsKind")
    public enum Kind {
        BONUS,
        PENALTY
    }
}
