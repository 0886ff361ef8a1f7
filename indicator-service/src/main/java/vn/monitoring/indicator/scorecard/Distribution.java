package vn.monitoring.indicator.scorecard;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.monitoring.indicator.grading.GradeStatus;

/// Indicators counted by status. Colours are never averaged: the counts and the worst status are shown.
///
/// @param total    all indicators
/// @param statuses how many have each status; all eight are present
/// @param worst    the worst status among the judged ones; null when none is judged
/// @param coverage judged indicators of those that ought to be judged: NO_DATA counts against it; what is not due, or
///        has no target, is not expected
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

    /// The columns that [#read] takes, of grades `g`; rows without a grade are not counted.
    static final String COLUMNS = Arrays.stream(GradeStatus.values())
                    .map(status -> "count(*) filter (where g.status = '" + status + "') as \"" + status + "\"")
                    .collect(Collectors.joining(", "))
            + ", count(*) filter (where g.regressing) as regressing, count(*) filter (where g.at_risk) as at_risk,"
            + " count(*) filter (where g.provisional) as provisional";

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

    /// Reads a row with [#COLUMNS].
    static Distribution read(ResultSet row) throws SQLException {
        Map<GradeStatus, Integer> statuses = new EnumMap<>(GradeStatus.class);
        int total = 0;
        int judged = 0;
        int silent = 0;
        for (GradeStatus status : GradeStatus.values()) {
            int count = row.getInt(status.name());
            statuses.put(status, count);
            total += count;
            judged += status.isJudged() ? count : 0;
            silent += status == GradeStatus.NO_DATA ? count : 0;
        }
        return new Distribution(
                total,
                statuses,
                row.getInt("regressing"),
                row.getInt("at_risk"),
                row.getInt("provisional"),
                WORST_FIRST.stream()
                        .filter(status -> statuses.getOrDefault(status, 0) > 0)
                        .findFirst()
                        .orElse(null),
                Ratio.of(judged, judged + silent));
    }
}
