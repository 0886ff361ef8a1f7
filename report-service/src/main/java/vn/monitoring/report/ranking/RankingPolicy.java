package vn.monitoring.report.ranking;

import java.util.EnumMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// The settings of a ranking and of the evaluation sheet that rests on it; a whole copy is stored with each result.
///
/// @param weights in percent, one for each component, 100 together
/// @param minDueTasks with fewer due tasks a commune is not ranked
/// @param minCoveragePercent with a smaller share of indicators that have data a commune is not ranked
/// @param slightlyBehindPercent what an indicator that is slightly behind counts, in percent of one on track
/// @param excellentFrom total of the sheet, 0 to 100, from which it is "hoàn thành xuất sắc"
/// @param goodFrom … "hoàn thành tốt"
/// @param completedFrom … "hoàn thành"; below it "không hoàn thành"
/// @param mostBonus most bonus points of a sheet, all together
/// @param mostPenalty most penalty points of a sheet, all together
@Schema(name = "RankingPolicySettings")
public record RankingPolicy(
        Map<Component, Integer> weights,
        int minDueTasks,
        int minCoveragePercent,
        int slightlyBehindPercent,
        int excellentFrom,
        int goodFrom,
        int completedFrom,
        int mostBonus,
        int mostPenalty) {

    /// Version 1, after domain.md; the thresholds of the sheet are those usual for yearly evaluations.
    static final RankingPolicy STANDARD = new RankingPolicy(
            Map.of(
                    Component.TASKS_ON_TIME, 35,
                    Component.INDICATORS, 35,
                    Component.MONTHLY_UPDATE, 15,
                    Component.DATA_QUALITY, 10,
                    Component.FEEDBACK, 5),
            5,
            80,
            50,
            90,
            70,
            50,
            5,
            10);

    public RankingPolicy {
        Map<Component, Integer> given = weights;
        weights = new EnumMap<>(Component.class);
        weights.putAll(given);
    }

    int weight(Component component) {
        return weights.getOrDefault(component, 0);
    }

    boolean isConsistent() {
        return weights.size() == Component.values().length
                && weights.values().stream().allMatch(weight -> weight >= 0)
                && weights.values().stream().mapToInt(Integer::intValue).sum() == 100
                && excellentFrom > goodFrom
                && goodFrom > completedFrom;
    }
}
