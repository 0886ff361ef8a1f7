package vn.monitoring.report.evaluation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.monitoring.report.ranking.Component;

/// A sheet of a commune and year.
@Schema(name = "EvaluationSheetRequest")
public record SheetRequest(
        @NotBlank @Size(max = 40) @Schema(examples = "10675")
        String unitCode,

        @Min(2025) @Max(2100) @Schema(examples = "2026") int year) {

    /// @param texts for each component, in the commune's own words
    @Schema(name = "EvaluationSelfAssessment", examples = """
            \
            {"texts":{"TASKS_ON_TIME":"Hoàn thành 18/20 nhiệm vụ đúng hạn; 02 nhiệm vụ chậm do chờ hướng dẫn của sở",\
            "INDICATORS":"Đạt 12/15 chỉ tiêu của kế hoạch"}}""")
    public record SelfAssessment(@NotNull Map<Component, @NotBlank @Size(max = 4_000) String> texts) {}

    @Schema(name = "EvaluationAssessment", examples = """
            {"text":"Thống nhất với kết quả tự đánh giá của đơn vị","points":[{"kind":"BONUS","points":2,\
            "reason":"Mô hình tổ công nghệ số cộng đồng được nhân rộng"}]}""")
    public record Assessment(
            @NotBlank @Size(max = 8_000) String text,
            @NotNull @Size(max = 20) List<@Valid Points> points) {}
}
