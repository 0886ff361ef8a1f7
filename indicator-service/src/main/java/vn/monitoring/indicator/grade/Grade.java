package vn.monitoring.indicator.grade;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.monitoring.indicator.grading.Explanation;
import vn.monitoring.indicator.grading.GradeStatus;
import vn.monitoring.indicator.grading.Shortfall;
import vn.monitoring.indicator.target.Comparator;
import vn.monitoring.indicator.target.TargetKind;

/// What an indicator's figures were worth on a date, as stored: with its inputs, the version of the policy and the
/// reasons.
///
/// @param policyVersion the policy it was made by; a later one by which it says the same leaves it as it is
/// @param version       counts how often the grade of that date was changed
record Grade(
        UUID id,
        UUID indicatorId,
        LocalDate asOf,
        GradeStatus status,
        Overlays overlays,
        @Nullable UUID measurementId,
        @Nullable String period,
        @Nullable BigDecimal numerator,
        @Nullable BigDecimal denominator,
        @Nullable BigDecimal value,
        @Nullable BigDecimal expected,
        @Nullable BigDecimal gap,
        @Nullable BigDecimal progress,
        @Nullable BigDecimal shortfall,
        Shortfall.@Nullable Measure shortfallMeasure,
        @Nullable BigDecimal projection,
        @Nullable Target target,
        Inputs inputs,
        Explanation explanation,
        int policyVersion,
        Instant gradedAt,
        long version) {

    /// What the trend and the certainty add to the status.
    record Overlays(boolean regressing, boolean atRisk, boolean provisional) {}

    /// The target that counted.
    record Target(
            UUID id,
            int year,
            LocalDate dueDate,
            String raw,
            TargetKind kind,
            @Nullable Comparator comparator,
            @Nullable BigDecimal low,
            @Nullable BigDecimal high) {}

    /// What else the grade was computed from.
    ///
    /// @param baselineAssumed the first verified figure stood in for a baseline
    /// @param figures         how many verified figures were known
    record Inputs(
            String direction,
            @Nullable String unit,
            boolean cumulatedOverTheYear,
            @Nullable LocalDate baselineDate,
            @Nullable BigDecimal baselineValue,
            boolean baselineAssumed,
            int periodMonths,
            int figures) {}

    /// Nothing that anybody could notice differs: the two are the same grade, whenever and by whichever policy they
    /// were made.
    boolean saysTheSameAs(Grade other) {
        return status == other.status
                && overlays.equals(other.overlays)
                && Objects.equals(measurementId, other.measurementId)
                && same(numerator, other.numerator)
                && same(denominator, other.denominator)
                && same(value, other.value)
                && same(expected, other.expected)
                && same(shortfall, other.shortfall)
                && same(projection, other.projection)
                && sameTarget(target, other.target)
                && explanation.equals(other.explanation);
    }

    /// As [#saysTheSameAs], but for what moves with every day: the path, the projection and the words about them.
    boolean standsWhere(Grade other) {
        return status == other.status
                && overlays.equals(other.overlays)
                && Objects.equals(measurementId, other.measurementId)
                && sameTarget(target, other.target);
    }

    /// This grade in the place of a stored one.
    Grade inPlaceOf(Grade stored) {
        return new Grade(
                stored.id,
                indicatorId,
                asOf,
                status,
                overlays,
                measurementId,
                period,
                numerator,
                denominator,
                value,
                expected,
                gap,
                progress,
                shortfall,
                shortfallMeasure,
                projection,
                target,
                inputs,
                explanation,
                policyVersion,
                gradedAt,
                stored.version + 1);
    }

    private static boolean sameTarget(@Nullable Target one, @Nullable Target other) {
        if (one == null || other == null) {
            return one == other;
        }
        return one.id.equals(other.id)
                && one.raw.equals(other.raw)
                && one.dueDate.equals(other.dueDate)
                && same(one.low, other.low)
                && same(one.high, other.high);
    }

    private static boolean same(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        return one == null || other == null ? one == other : one.compareTo(other) == 0;
    }
}
