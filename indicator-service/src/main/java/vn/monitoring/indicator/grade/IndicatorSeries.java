package vn.monitoring.indicator.grade;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.monitoring.indicator.grading.Baseline;
import vn.monitoring.indicator.grading.PathPoint;
import vn.monitoring.indicator.target.Comparator;
import vn.monitoring.indicator.target.TargetKind;

/// One indicator over time, ready to be drawn.
///
/// @param baseline   as stated, else the first verified figure (`assumed`)
/// @param milestones the targets valid now, by due date
/// @param expected   what is expected, at the ends of quarters, at milestones, at stated points and today
/// @param measured   submitted and verified figures by date, flows as reported for their period
/// @param projection where the trend leads on the due date of the target that counts; null while there is none
/// @param history    all targets that were ever valid
@Schema(name = "IndicatorSeries")
record IndicatorSeries(
        UUID indicatorId,
        String name,
        @Nullable String measureUnit,
        String direction,
        @Nullable Baseline baseline,
        List<Milestone> milestones,
        List<PathPoint> expected,
        StatedPaths.@Nullable StatedPath stated,
        List<Measured> measured,
        @Nullable PathPoint projection,
        List<PastTarget> history) {

    @Schema(name = "IndicatorMilestone")
    record Milestone(
            UUID targetId,
            LocalDate dueDate,
            String raw,
            TargetKind kind,
            @Nullable Comparator comparator,
            @Nullable BigDecimal low,
            @Nullable BigDecimal high,
            String standing) {}

    /// @param status    SUBMITTED, VERIFIED or RETURNED
    /// @param eventTime when it was submitted or decided last
    @Schema(name = "MeasuredPoint")
    record Measured(
            UUID measurementId,
            String period,
            LocalDate asOf,
            @Nullable BigDecimal value,
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator,
            String status,
            @Nullable String source,
            Instant eventTime) {}

    /// @param validTo first day on which it no longer was, null while it is
    @Schema(name = "PastTarget")
    record PastTarget(
            UUID targetId,
            @Nullable LocalDate dueDate,
            String raw,
            String kind,
            @Nullable BigDecimal low,
            @Nullable BigDecimal high,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            @Nullable String decisionDocument) {}
}
