package vn.monitoring.report.ranking;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A new version of a unit's policy, by decision.
@Schema(name = "RankingPolicyRequest", examples = """
            {"unitCode":"31","decisionDocument":"Quyết định số 12/QĐ-UBND ngày 05/01/2027",\
            "settings":{"weights":{"TASKS_ON_TIME":35,"INDICATORS":35,"MONTHLY_UPDATE":15,\
            "DATA_QUALITY":10,"FEEDBACK":5},"minDueTasks":5,"minCoveragePercent":80,\
            "slightlyBehindPercent":50,"excellentFrom":90,"goodFrom":70,"completedFrom":50,"mostBonus":5,\
            "mostPenalty":5}}""")
public record PolicyRequest(
        @NotBlank @Size(max = 40) @Schema(examples = "31") String unitCode,

        @NotBlank @Size(max = 300) @Schema(examples = "Quyết định số 12/QĐ-UBND ngày 05/01/2027")
        String decisionDocument,

        @NotNull @Valid Settings settings) {

    @Schema(name = "RankingPolicyRequestSettings")
    public record Settings(
            @Schema(description = "in percent, one for each component, 100 together") @NotNull
            Map<Component, @Min(0) @Max(100) Integer> weights,

            @Min(0) @Max(1_000) int minDueTasks,
            @Min(0) @Max(100) int minCoveragePercent,
            @Min(0) @Max(100) int slightlyBehindPercent,
            @Min(0) @Max(100) int excellentFrom,
            @Min(0) @Max(100) int goodFrom,
            @Min(0) @Max(100) int completedFrom,
            @Min(0) @Max(100) int mostBonus,
            @Min(0) @Max(100) int mostPenalty) {

        RankingPolicy policy() {
            return new RankingPolicy(
                    weights,
                    minDueTasks,
                    minCoveragePercent,
                    slightlyBehindPercent,
                    excellentFrom,
                    goodFrom,
                    completedFrom,
                    mostBonus,
                    mostPenalty);
        }
    }
}
