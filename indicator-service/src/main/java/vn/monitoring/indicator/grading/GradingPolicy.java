package vn.monitoring.indicator.grading;

import java.math.BigDecimal;

/// The numbers that grading turns on. Versioned: the version is stored with every grade, so that a grade can be
/// recomputed and two grades compared.
///
/// @param pathShape             how the path runs between two milestones
/// @param slightlyBehindProgress share of the expected progress that still counts as slightly behind
/// @param slightlyBehindPoints  percentage points short of the path that still count as slightly behind
/// @param slightlyBehindCount   units short of the path that still count as slightly behind, for counts
/// @param aboutTolerance        relative tolerance of "khoảng"
/// @param regressionPoints      worsening since the last figure from which an indicator is marked regressing
/// @param projectionPoints      figures needed before a trend is projected
/// @param projectionMonths      how far back these figures may lie
/// @param silentPeriods         periods without a verified figure after which there is not enough data
/// @param rubricAmber           rubric levels below the expected one from which a target in words is slightly behind
/// @param rubricRed             the same for behind
/// @param smallDenominator      shares of fewer things than this are judged with a tolerance of one thing
public record GradingPolicy(
        int version,
        PathShape pathShape,
        BigDecimal slightlyBehindProgress,
        BigDecimal slightlyBehindPoints,
        BigDecimal slightlyBehindCount,
        BigDecimal aboutTolerance,
        BigDecimal regressionPoints,
        int projectionPoints,
        int projectionMonths,
        int silentPeriods,
        BigDecimal rubricAmber,
        BigDecimal rubricRed,
        int smallDenominator) {

    /// LINEAR rises evenly by days; STEP asks for nothing more until the milestone is due.
    public enum PathShape {
        LINEAR,
        STEP
    }

    /// The first version, with the values the plans' monitoring started with.
    public static final GradingPolicy FIRST = new GradingPolicy(
            1,
            PathShape.LINEAR,
            new BigDecimal("0.8"),
            new BigDecimal("2"),
            new BigDecimal("1"),
            new BigDecimal("0.05"),
            new BigDecimal("1"),
            3,
            24,
            2,
            new BigDecimal("0.5"),
            new BigDecimal("1.5"),
            10);
}
