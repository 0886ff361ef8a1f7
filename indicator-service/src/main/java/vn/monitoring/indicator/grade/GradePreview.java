package vn.monitoring.indicator.grade;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.monitoring.indicator.grading.Explanation;
import vn.monitoring.indicator.grading.GradeStatus;
import vn.monitoring.indicator.grading.Shortfall;
import vn.monitoring.indicator.measurement.FigureFinding;
import vn.monitoring.indicator.measurement.MeasurementFlag;

/// What a figure would be, and what it would lead to once it is verified. Nothing of it is stored.
///
/// @param value        worked out of numerator and denominator, else as given; null when it does not apply
/// @param findings     why the figure would be refused; there is no grade to be told then
/// @param countedThing what the numerator counts, from the catalogue
/// @param gradeNow     the newest grade; null while there is none
/// @param gradeThen    the newest grade afterwards: of a later figure, if there is one
@Schema(name = "GradePreview")
record GradePreview(
        UUID indicatorId,
        String period,
        @Nullable BigDecimal value,
        List<MeasurementFlag> flags,
        List<FigureFinding> findings,
        @Nullable String countedThing,
        @Nullable Outcome gradeNow,
        @Nullable Outcome gradeThen) {

    /// A grade, of whatever figure; with the words of one that is stored.
    @Schema(name = "PreviewedGrade")
    record Outcome(
            LocalDate asOf,
            GradeStatus status,
            Grade.Overlays overlays,
            @Nullable String period,
            @Nullable BigDecimal value,
            @Nullable BigDecimal expected,
            @Nullable BigDecimal gap,
            @Nullable BigDecimal progress,
            @Nullable BigDecimal shortfall,
            Shortfall.@Nullable Measure shortfallMeasure,
            @Nullable BigDecimal projection,
            Grade.@Nullable Target target,
            Explanation explanation,
            int policyVersion) {

        static @Nullable Outcome of(@Nullable Grade grade) {
            return grade == null
                    ? null
                    : new Outcome(
                            grade.asOf(),
                            grade.status(),
                            grade.overlays(),
                            grade.period(),
                            grade.value(),
                            grade.expected(),
                            grade.gap(),
                            grade.progress(),
                            grade.shortfall(),
                            grade.shortfallMeasure(),
                            grade.projection(),
                            grade.target(),
                            grade.explanation(),
                            grade.policyVersion());
        }
    }
}
