package vn.monitoring.report.ranking;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.monitoring.report.ranking.Score.Part;
import vn.monitoring.report.ranking.Score.Reason;

/// Scores and ranks communes from what was counted (domain.md, "Ranking"): exact fractions throughout.
///
/// A component that has nothing to count is left out and the others keep their proportions: a commune without feedback
/// neither gains nor loses by it.
final class RankingRule {

    private final RankingPolicy policy;

    RankingRule(RankingPolicy policy) {
        this.policy = policy;
    }

    /// By type of the commune; in it the ranked by rank and then code, after them those that have no rank by code.
    List<Score> rank(Collection<UnitCounts> communes) {
        Map<String, List<Score>> byType = new TreeMap<>();
        for (UnitCounts counts : communes) {
            byType.computeIfAbsent(counts.unitType(), type -> new ArrayList<>()).add(score(counts));
        }
        return byType.values().stream()
                .flatMap(scores -> places(scores).stream())
                .toList();
    }

    Score score(UnitCounts counts) {
        UnitCounts.Indicators indicators = counts.indicators();
        Ratio coverage = indicators.expected() == 0 ? null : Ratio.of(indicators.graded(), indicators.expected());
        List<Part> parts = List.of(
                part(
                        Component.TASKS_ON_TIME,
                        counts.tasks().onTime(),
                        counts.tasks().due()),
                indicators(indicators, coverage),
                part(
                        Component.MONTHLY_UPDATE,
                        counts.updates().valid(),
                        counts.updates().expected()),
                part(
                        Component.DATA_QUALITY,
                        counts.quality().good(),
                        counts.quality().figures()),
                part(
                        Component.FEEDBACK,
                        counts.feedback().onTime(),
                        counts.feedback().due()));
        return new Score(counts, parts, total(parts), coverage, reasons(counts, coverage), null);
    }

    private Part part(Component component, long numerator, long denominator) {
        return new Part(
                component,
                policy.weight(component),
                Ratio.of(numerator, 1),
                denominator,
                denominator == 0 ? null : Ratio.of(numerator, denominator),
                false);
    }

    private Part indicators(UnitCounts.Indicators counts, @Nullable Ratio coverage) {
        Ratio points = Ratio.of(counts.onTrack(), 1)
                .plus(Ratio.of(counts.slightlyBehind() * policy.slightlyBehindPercent(), 100));
        if (counts.graded() == 0 || coverage == null) {
            return new Part(Component.INDICATORS, policy.weight(Component.INDICATORS), points, 0, null, false);
        }
        Ratio share = points.over(counts.graded());
        Ratio result = share.min(coverage);
        return new Part(
                Component.INDICATORS,
                policy.weight(Component.INDICATORS),
                points,
                counts.graded(),
                result,
                result.compareTo(share) < 0);
    }

    private static @Nullable Ratio total(List<Part> parts) {
        Ratio sum = Ratio.ZERO;
        long weights = 0;
        for (Part part : parts) {
            Ratio result = part.result();
            if (result != null) {
                sum = sum.plus(result.times(part.weight()));
                weights += part.weight();
            }
        }
        return weights == 0 ? null : sum.over(weights);
    }

    private List<Reason> reasons(UnitCounts counts, @Nullable Ratio coverage) {
        List<Reason> reasons = new ArrayList<>(2);
        if (counts.tasks().due() < policy.minDueTasks() || counts.tasks().due() == 0) {
            reasons.add(Reason.TOO_FEW_DUE_TASKS);
        }
        if (coverage == null || coverage.compareTo(Ratio.of(policy.minCoveragePercent(), 100)) < 0) {
            reasons.add(Reason.COVERAGE_TOO_LOW);
        }
        return reasons;
    }

    /// Equal totals share a place, and the next one counts those before it: 1, 2, 2, 4.
    private static List<Score> places(List<Score> scores) {
        List<Score> ranked = scores.stream()
                .filter(score -> score.reasons().isEmpty() && score.total() != null)
                .sorted(Comparator.comparing(RankingRule::totalOf, Comparator.reverseOrder())
                        .thenComparing(score -> score.counts().unitCode()))
                .toList();
        List<Score> placed = new ArrayList<>(scores.size());
        for (int index = 0; index < ranked.size(); index++) {
            Score score = ranked.get(index);
            boolean tied = index > 0 && totalOf(ranked.get(index - 1)).equals(totalOf(score));
            Integer before = tied ? placed.get(index - 1).rank() : null;
            placed.add(score.ranked(before == null ? index + 1 : before));
        }
        scores.stream()
                .filter(score -> !score.reasons().isEmpty() || score.total() == null)
                .sorted(Comparator.comparing(score -> score.counts().unitCode()))
                .forEach(placed::add);
        return placed;
    }

    private static Ratio totalOf(Score score) {
        Ratio total = score.total();
        return total == null ? Ratio.ZERO : total;
    }
}
