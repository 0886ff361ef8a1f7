package vn.monitoring.indicator.grade;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.monitoring.indicator.grading.Baseline;
import vn.monitoring.indicator.grading.Direction;
import vn.monitoring.indicator.grading.Figure;
import vn.monitoring.indicator.grading.GradingCase;
import vn.monitoring.indicator.grading.Observation;
import vn.monitoring.indicator.grading.PathPoint;
import vn.monitoring.indicator.grading.TargetPoint;

/// Everything that a grade was computed from, as it is stored with the grade: with the policy of its version the
/// rules find the same grade again.
///
/// @param targets   valid on the day
/// @param figures   verified and not later than the day, by date; flows cumulated over the year
/// @param path      points of the path that were entered by hand
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "GradeBasis")
record Basis(
        LocalDate date,
        Direction direction,
        @Nullable String unit,
        @Nullable String countedThing,
        List<TargetPoint> targets,
        List<Seen> figures,
        boolean flow,
        @Nullable Baseline baseline,
        List<PathPoint> path,
        @Nullable BigDecimal provinceValue,
        LocalDate watchedSince,
        int periodMonths) {

    /// A figure in one of its forms: counts, a bare percentage, an amount, or a level of the rubric with its proofs.
    /// None of them when the denominator was zero.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "GradeBasisFigure")
    record Seen(
            LocalDate asOf,
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator,
            @Nullable BigDecimal percent,
            @Nullable BigDecimal amount,
            @Nullable Integer level,
            @Nullable Boolean documented,
            @Nullable Boolean confirmedByOtherUnit) {

        static Seen of(Observation observation) {
            LocalDate on = observation.asOf();
            return switch (observation.figure()) {
                case null -> new Seen(on, null, null, null, null, null, null, null);
                case Figure.Share share ->
                    new Seen(on, share.numerator(), share.denominator(), null, null, null, null, null);
                case Figure.Percent percent -> new Seen(on, null, null, percent.value(), null, null, null, null);
                case Figure.Amount amount -> new Seen(on, null, null, null, amount.value(), null, null, null);
                case Figure.Level level ->
                    new Seen(
                            on,
                            null,
                            null,
                            null,
                            null,
                            level.level(),
                            level.documented(),
                            level.confirmedByOtherUnit());
            };
        }

        Observation observation() {
            if (numerator != null && denominator != null) {
                return new Observation(asOf, new Figure.Share(numerator, denominator));
            }
            if (percent != null) {
                return new Observation(asOf, new Figure.Percent(percent));
            }
            if (amount != null) {
                return new Observation(asOf, new Figure.Amount(amount));
            }
            return new Observation(
                    asOf,
                    level == null
                            ? null
                            : new Figure.Level(
                                    level, Boolean.TRUE.equals(documented), Boolean.TRUE.equals(confirmedByOtherUnit)));
        }
    }

    static Basis of(GradingCase about) {
        return new Basis(
                about.date(),
                about.direction(),
                about.unit(),
                about.countedThing(),
                about.targets(),
                about.observations().stream().map(Seen::of).toList(),
                about.flow(),
                about.baseline(),
                about.pathPoints(),
                about.provinceValue(),
                about.watchedSince(),
                about.periodMonths());
    }

    /// The case as the rules take it.
    GradingCase toCase() {
        return new GradingCase(
                date,
                direction,
                unit,
                countedThing,
                targets,
                figures.stream().map(Seen::observation).toList(),
                flow,
                baseline,
                path,
                provinceValue,
                watchedSince,
                periodMonths);
    }
}
