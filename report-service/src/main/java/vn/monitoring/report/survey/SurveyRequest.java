package vn.monitoring.report.survey;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.calendar.Period;

/// A survey of a unit's service in a period, on the scale 1 to 5.
///
/// @param field the service or field: `mot-cua`
/// @param satisfiedFrom the least score that counts as satisfied; null for 4
@Schema(name = "SurveyRequest", examples = """
            {"unitCode":"10675","field":"mot-cua","period":"2026-Q4",\
            "question":"Bạn hài lòng thế nào với việc giải quyết hồ sơ?","satisfiedFrom":4}""")
public record SurveyRequest(
        @NotBlank @Size(max = 40) @Schema(examples = "10675")
        String unitCode,

        @NotBlank @Pattern(regexp = "[a-z0-9-]{1,40}") @Schema(examples = "mot-cua")
        String field,

        @NotNull @Schema(implementation = String.class, examples = "2026-Q4")
        Period period,

        @NotBlank @Size(max = 300) @Schema(examples = "Bạn hài lòng thế nào với việc giải quyết hồ sơ?")
        String question,

        @Nullable @Min(2) @Max(5) Integer satisfiedFrom) {

    static final int SATISFIED_FROM = 4;

    /// An answer.
    ///
    /// @param nonce made by the client once for each cast; the same one is counted once
    @Schema(name = "SurveyAnswer", examples = """
            {"nonce":"6f1c1b2e-8a4d-4f0e-9a6b-2d7c5e3f1a90","score":5}""")
    public record Answer(
            @NotNull UUID nonce, @Min(1) @Max(5) int score) {}
}
