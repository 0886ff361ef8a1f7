package vn.monitoring.report.ranking;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.calendar.Period;
import vn.monitoring.kit.text.Text;

/// A ranking with its rows: xã with xã, phường with phường, đặc khu apart.
///
/// @param components what is weighed and how it is defined
/// @param changes against the run that it corrects: the communes whose rank or score differ
@Schema(name = "Ranking")
public record RankingResponse(
        Summary summary, RankingPolicy policy, List<Definition> components, List<Row> rows, List<Change> changes) {

    /// @param from first day that counts
    /// @param to last day that counts
    /// @param corrects the run that it replaces, `difference` in words
    /// @param contentHash SHA-256 of the frozen result
    @Schema(name = "RankingSummary")
    public record Summary(
            UUID id,
            String unitCode,

            @Schema(implementation = String.class, examples = "2026-Q3")
            Period period,

            LocalDate from,
            LocalDate to,
            LocalDate asOf,
            RankingStatus status,
            int policyVersion,
            @Nullable UUID corrects,
            @Nullable String difference,
            String contentHash,
            Instant madeAt,
            String madeBy,
            @Nullable Instant publishedAt,
            @Nullable String publishedBy,
            long version) {

        static Summary from(Run run) {
            return new Summary(
                    run.id(),
                    run.unitCode(),
                    run.period(),
                    run.from(),
                    run.to(),
                    run.asOf(),
                    run.status(),
                    run.policyVersion(),
                    run.corrects(),
                    run.difference(),
                    run.contentHash(),
                    run.madeAt(),
                    run.madeBy(),
                    run.publishedAt(),
                    run.publishedBy(),
                    run.version());
        }
    }

    /// @param weight in percent
    @Schema(name = "RankingComponent")
    public record Definition(Component component, int weight, Text title, Text definition) {}

    /// @param rank null when it has none, see `reasons`
    /// @param score in percent, rounded to two decimals; null when nothing could be counted
    /// @param results of each component in percent; absent where there was nothing to count
    @Schema(name = "RankingRow")
    public record Row(
            String unitCode,
            String unitName,
            String unitType,
            @Nullable Integer rank,
            @Nullable BigDecimal score,
            @Nullable BigDecimal coverage,
            long dueTasks,
            Map<Component, BigDecimal> results,
            List<Reason> reasons) {

        static Row from(Score score, RankingPolicy policy) {
            Map<Component, BigDecimal> results = new EnumMap<>(Component.class);
            for (Score.Part part : score.parts()) {
                if (part.result() != null) {
                    results.put(part.component(), part.result().percent());
                }
            }
            return new Row(
                    score.counts().unitCode(),
                    score.counts().unitName(),
                    score.counts().unitType(),
                    score.rank(),
                    shown(score.total()),
                    shown(score.coverage()),
                    score.counts().tasks().due(),
                    results,
                    score.reasons().stream()
                            .map(reason -> Reason.of(reason, score, policy))
                            .toList());
        }
    }

    /// Why a commune has no rank.
    @Schema(name = "RankingReason")
    public record Reason(String code, Text message) {

        static Reason of(Score.Reason reason, Score score, RankingPolicy policy) {
            return new Reason(
                    reason.name(),
                    switch (reason) {
                        case TOO_FEW_DUE_TASKS ->
                            new Text(
                                    "Có %d nhiệm vụ đến hạn trong kỳ, cần ít nhất %d."
                                            .formatted(score.counts().tasks().due(), policy.minDueTasks()),
                                    "%d tasks were due in the period, at least %d are needed."
                                            .formatted(score.counts().tasks().due(), policy.minDueTasks()));
                        case COVERAGE_TOO_LOW ->
                            new Text(
                                    "%d/%d chỉ tiêu có số liệu, cần ít nhất %d%%."
                                            .formatted(
                                                    score.counts().indicators().graded(),
                                                    score.counts().indicators().expected(),
                                                    policy.minCoveragePercent()),
                                    "%d of %d indicators have data, at least %d %% are needed."
                                            .formatted(
                                                    score.counts().indicators().graded(),
                                                    score.counts().indicators().expected(),
                                                    policy.minCoveragePercent()));
                    });
        }
    }

    /// A commune whose rank or score differs from the run that this one corrects.
    @Schema(name = "RankingChange")
    public record Change(
            String unitCode,
            String unitName,
            @Nullable Integer rankBefore,
            @Nullable Integer rankAfter,
            @Nullable BigDecimal scoreBefore,
            @Nullable BigDecimal scoreAfter) {}

    /// One commune's score, opened to what it was counted from.
    ///
    /// @param exactScore as a fraction in lowest terms
    /// @param facts the frozen places of the facts that were counted, in the order in which they came in
    @Schema(name = "RankingUnit")
    public record Opened(
            Row row,
            @Nullable String exactScore,
            List<OpenedPart> parts,
            UnitCounts counts,
            @Schema(name = "RankingFacts") FactPlaces facts) {

        static Opened from(Score score, Frozen frozen, RankingPolicy policy) {
            return new Opened(
                    Row.from(score, policy),
                    score.total() == null ? null : score.total().toString(),
                    score.parts().stream().map(OpenedPart::from).toList(),
                    score.counts(),
                    new FactPlaces(frozen.tasks(), frozen.grades(), frozen.updates(), frozen.feedback()));
        }
    }

    @Schema(name = "RankingFactPlaces")
    public record FactPlaces(List<Long> tasks, List<Long> grades, List<Long> updates, List<UUID> feedback) {}

    /// @param weight in percent
    /// @param numerator points of indicators may have decimals
    /// @param percent what is weighed; null when the denominator is 0 and the component is left out
    /// @param cappedByCoverage whether the coverage of indicators took something off
    @Schema(name = "RankingUnitPart")
    public record OpenedPart(
            Component component,
            Text title,
            int weight,
            BigDecimal numerator,
            long denominator,
            @Nullable BigDecimal percent,
            boolean cappedByCoverage,
            Text definition) {

        static OpenedPart from(Score.Part part) {
            return new OpenedPart(
                    part.component(),
                    part.component().title(),
                    part.weight(),
                    new BigDecimal(part.numerator().numerator())
                            .divide(new BigDecimal(part.numerator().denominator())),
                    part.denominator(),
                    shown(part.result()),
                    part.capped(),
                    part.component().definition());
        }
    }

    /// Whether the frozen counts still give the frozen result.
    @Schema(name = "RankingVerification")
    public record Verification(boolean matches, String storedHash, String computedHash) {}

    static RankingResponse from(Run run, List<Score> scores, List<Change> changes) {
        return new RankingResponse(
                Summary.from(run),
                run.policy(),
                Arrays.stream(Component.values())
                        .map(component -> new Definition(
                                component, run.policy().weight(component), component.title(), component.definition()))
                        .toList(),
                scores.stream().map(score -> Row.from(score, run.policy())).toList(),
                changes);
    }

    static @Nullable BigDecimal shown(@Nullable Ratio ratio) {
        return ratio == null ? null : ratio.percent();
    }
}
