package vn.monitoring.indicator.scorecard;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.monitoring.indicator.grading.GradeStatus;

/// Indicators counted by status. Colours are never averaged: the counts and the worst status are shown.
///
/// @param total    all indicators
/// @param statuses how many have each status; all eight are present
/// @param worst    the worst status among the judged ones; null when none is judged
/// @param coverage judged indicators of those that ought to be judged
@Schema(name = "Distribution")
record Distribution(
        int total,
        Map<GradeStatus, Integer> statuses,
        int regressing,
        int atRisk,
        int provisional,
        @Nullable GradeStatus worst,
        Ratio coverage) {

    private static final List<GradeStatus> WORST_FIRST = List.of(
            GradeStatus.MISSED,
            GradeStatus.BEHIND,
            GradeStatus.SLIGHTLY_BEHIND,
            GradeStatus.ON_TRACK,
            GradeStatus.ACHIEVED);

    /// Part of a whole with its counts.
    ///
    /// @param percent to two decimals; null while there is nothing to count
    /// @param enough  at least 80 percent: below it whatever is drawn from the counts is provisional
    @Schema(name = "Ratio")
    record Ratio(int numerator, int denominator, @Nullable BigDecimal percent, boolean enough) {

        static Ratio of(int numerator, int denominator) {
            BigDecimal percent = denominator == 0
                    ? null
                    : BigDecimal.valueOf(numerator * 100L)
                            .divide(BigDecimal.valueOf(denominator), 2, RoundingMode.HALF_UP);
            return new Ratio(numerator, denominator, percent, 5L * numerator >= 4L * denominator);
        }
    }

    /// One indicator's part.
    record Entry(GradeStatus status, boolean regressing, boolean atRisk, boolean provisional) {}

    /// NO_DATA counts against coverage; what is not due, or has no target, is not expected.
    static Distribution of(List<Entry> entries) {
        Map<GradeStatus, Integer> statuses = new EnumMap<>(GradeStatus.class);
        for (GradeStatus status : GradeStatus.values()) {
            statuses.put(status, 0);
        }
        int judged = 0;
        int expected = 0;
        for (Entry entry : entries) {
            statuses.merge(entry.status(), 1, Integer::sum);
            judged += entry.status().isJudged() ? 1 : 0;
            expected += entry.status().isJudged() || entry.status() == GradeStatus.NO_DATA ? 1 : 0;
        }
        return new Distribution(
                entries.size(),
                statuses,
                (int) entries.stream().filter(Entry::regressing).count(),
                (int) entries.stream().filter(Entry::atRisk).count(),
                (int) entries.stream().filter(Entry::provisional).count(),
                WORST_FIRST.stream()
                        .filter(status -> statuses.getOrDefault(status, 0) > 0)
                        .findFirst()
                        .orElse(null),
                Ratio.of(judged, expected));
    }
}
