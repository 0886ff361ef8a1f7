package vn.monitoring.indicator.grade;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.monitoring.indicator.grading.Explanation;
import vn.monitoring.indicator.grading.GradeStatus;
import vn.monitoring.indicator.grading.Shortfall;

/// A grade with the indicator it belongs to: as it is shown and as its event tells it. Its business time is `asOf`.
///
/// @param expected      what the path asked for on the date
/// @param gap           figure minus expected, negative when short
/// @param shortfall     what is missing until the target is met
/// @param policyVersion the policy it was made by; a later one by which it says the same leaves it as it is
@Schema(name = "Grade")
record GradeState(
        UUID id,
        UUID indicatorId,
        UUID planId,
        String unitCode,
        String responsibleUnitCode,
        @Nullable String indicatorNumber,
        String indicatorName,
        @Nullable String group,
        @Nullable String measureUnit,
        LocalDate asOf,
        GradeStatus status,
        Grade.Overlays overlays,
        @Nullable BigDecimal value,
        @Nullable BigDecimal numerator,
        @Nullable BigDecimal denominator,
        @Nullable BigDecimal expected,
        @Nullable BigDecimal gap,
        @Nullable BigDecimal progress,
        @Nullable BigDecimal shortfall,
        Shortfall.@Nullable Measure shortfallMeasure,
        @Nullable BigDecimal projection,
        Grade.@Nullable Target target,
        Grade.Inputs inputs,
        Explanation explanation,
        int policyVersion,
        @Nullable UUID measurementId,
        @Nullable String period,
        Instant gradedAt,
        long version) {

    /// The indicator's part of it.
    record Subject(
            UUID planId,
            String unitCode,
            String responsibleUnitCode,
            @Nullable String number,
            String name,
            @Nullable String group,
            @Nullable String measureUnit) {

        static Subject of(IndicatorFacts facts) {
            return new Subject(
                    facts.planId(),
                    facts.unitCode(),
                    facts.responsibleUnitCode(),
                    facts.number(),
                    facts.name(),
                    facts.group(),
                    facts.measureUnit());
        }
    }

    static GradeState of(Subject indicator, Grade grade) {
        return new GradeState(
                grade.id(),
                grade.indicatorId(),
                indicator.planId(),
                indicator.unitCode(),
                indicator.responsibleUnitCode(),
                indicator.number(),
                indicator.name(),
                indicator.group(),
                indicator.measureUnit(),
                grade.asOf(),
                grade.status(),
                grade.overlays(),
                grade.value(),
                grade.numerator(),
                grade.denominator(),
                grade.expected(),
                grade.gap(),
                grade.progress(),
                grade.shortfall(),
                grade.shortfallMeasure(),
                grade.projection(),
                grade.target(),
                grade.inputs(),
                grade.explanation(),
                grade.policyVersion(),
                grade.measurementId(),
                grade.period(),
                grade.gradedAt(),
                grade.version());
    }
}
