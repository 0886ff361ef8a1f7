package vn.monitoring.indicator.grade;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.monitoring.indicator.grading.Baseline;
import vn.monitoring.indicator.grading.Direction;
import vn.monitoring.indicator.grading.Figure;
import vn.monitoring.indicator.grading.GradingCase;
import vn.monitoring.indicator.grading.Observation;
import vn.monitoring.indicator.grading.PathPoint;
import vn.monitoring.indicator.grading.TargetPoint;
import vn.monitoring.indicator.grading.YearToDate;
import vn.monitoring.kit.calendar.Period;

/// Everything about one indicator that its grades depend on, as it is stored now.
///
/// @param measureUnit     unit of measurement as printed in the plan
/// @param countedThing    what the numerator counts, from the catalogue
/// @param flow            the catalogue says that figures are amounts of a period: they are cumulated over the year
/// @param flowCumulative  such figures come cumulated already unless a figure says otherwise
/// @param catalogueMonths how often the catalogue expects a figure; null without a link to it
/// @param watchedSince    first day on which figures were expected
/// @param path            points of the path that were entered by hand, by date
/// @param provinceSums    the province's own sums, where a target is relative to them
record IndicatorFacts(
        UUID indicatorId,
        UUID planId,
        String unitCode,
        String responsibleUnitCode,
        @Nullable String number,
        String name,
        @Nullable String group,
        @Nullable String measureUnit,
        @Nullable String countedThing,
        Direction direction,
        boolean flow,
        boolean flowCumulative,
        @Nullable Integer catalogueMonths,
        LocalDate watchedSince,
        @Nullable Baseline baseline,
        List<PathPoint> path,
        List<ProvinceFigures.Sum> provinceSums,
        long version,
        List<DatedTarget> targets,
        List<VerifiedFigure> figures) {

    private static final int QUARTER = 3;

    /// A target with the days on which it was the valid one.
    ///
    /// @param until first day on which it no longer is, null while it is
    record DatedTarget(
            UUID id,
            TargetPoint target,
            LocalDate from,
            @Nullable LocalDate until) {

        boolean isValidOn(LocalDate day) {
            return !from.isAfter(day) && (until == null || day.isBefore(until));
        }
    }

    /// The figure of a measurement that was verified last.
    ///
    /// @param documented            a source was named
    /// @param confirmedByOtherUnit  the verifier belongs to another unit than the submitter
    record VerifiedFigure(
            UUID measurementId,
            Period period,
            LocalDate asOf,
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator,
            @Nullable BigDecimal value,
            @Nullable Boolean cumulative,
            boolean documented,
            boolean confirmedByOtherUnit) {

        static final Comparator<VerifiedFigure> BY_DATE =
                Comparator.comparing(VerifiedFigure::asOf).thenComparing(VerifiedFigure::period);
    }

    /// The same with the figure in place of the one of its period.
    IndicatorFacts with(VerifiedFigure figure) {
        List<VerifiedFigure> others = figures.stream()
                .filter(other -> !other.period().equals(figure.period()))
                .toList();
        return new IndicatorFacts(
                indicatorId,
                planId,
                unitCode,
                responsibleUnitCode,
                number,
                name,
                group,
                measureUnit,
                countedThing,
                direction,
                flow,
                flowCumulative,
                catalogueMonths,
                watchedSince,
                baseline,
                path,
                provinceSums,
                version,
                targets,
                Stream.concat(others.stream(), Stream.of(figure))
                        .sorted(VerifiedFigure.BY_DATE)
                        .toList());
    }

    /// The case as it stood on a day: its targets of that day and the figures known for it.
    GradingCase on(LocalDate day) {
        List<TargetPoint> valid = targets.stream()
                .filter(target -> target.isValidOn(day))
                .map(DatedTarget::target)
                .toList();
        return new GradingCase(
                day,
                direction,
                measureUnit,
                countedThing,
                valid,
                observations(),
                flow,
                baseline,
                path,
                provinceValue(day),
                watchedSince,
                periodMonths());
    }

    /// Changes whenever one of the province's sums does.
    long provinceVersion() {
        return provinceSums.stream().mapToLong(ProvinceFigures.Sum::version).sum();
    }

    /// The province's ratio of sums, of counts its mean per unit, for the period of the figure that counts on the day;
    /// of a flow over the year up to that period. Null while the province has no figure of that period.
    private @Nullable BigDecimal provinceValue(LocalDate day) {
        VerifiedFigure latest = figures.stream()
                .filter(figure -> !figure.asOf().isAfter(day))
                .reduce((_, later) -> later)
                .orElse(null);
        if (latest == null || provinceSums.isEmpty()) {
            return null;
        }
        Period period = latest.period();
        if (!flow) {
            return provinceSums.stream()
                    .filter(sum -> sum.period().equals(period))
                    .findFirst()
                    .map(IndicatorFacts::perUnit)
                    .map(Figure::value)
                    .orElse(null);
        }
        List<Observation> cumulated = YearToDate.cumulate(provinceSums.stream()
                .map(sum -> new YearToDate.PeriodFigure(
                        flowCumulative
                                ? sum.period().firstDay().withDayOfYear(1)
                                : sum.period().firstDay(),
                        sum.period().lastDay(),
                        perUnit(sum)))
                .toList());
        boolean known = provinceSums.stream().anyMatch(sum -> sum.period().equals(period));
        return cumulated.stream()
                .filter(observation -> known && observation.asOf().equals(period.lastDay()))
                .map(Observation::figure)
                .filter(Objects::nonNull)
                .reduce((_, later) -> later)
                .map(Figure::value)
                .orElse(null);
    }

    private static @Nullable Figure perUnit(ProvinceFigures.Sum sum) {
        BigDecimal denominator = sum.denominator();
        if (denominator != null) {
            return denominator.signum() == 0 ? null : new Figure.Share(sum.numerator(), denominator);
        }
        return sum.units() == 0
                ? null
                : new Figure.Amount(sum.numerator().divide(BigDecimal.valueOf(sum.units()), 6, RoundingMode.HALF_UP));
    }

    private List<Observation> observations() {
        if (!flow) {
            return figures.stream()
                    .map(figure -> new Observation(figure.asOf(), figure(figure)))
                    .toList();
        }
        return YearToDate.cumulate(figures.stream()
                .map(figure -> new YearToDate.PeriodFigure(countedFrom(figure), figure.asOf(), figure(figure)))
                .toList());
    }

    private LocalDate countedFrom(VerifiedFigure figure) {
        boolean cumulative = figure.cumulative() == null ? flowCumulative : figure.cumulative();
        LocalDate first = figure.period().firstDay();
        return cumulative ? first.withDayOfYear(1) : first;
    }

    private @Nullable Figure figure(VerifiedFigure figure) {
        BigDecimal numerator = figure.numerator();
        BigDecimal denominator = figure.denominator();
        if (numerator != null && denominator != null) {
            return denominator.signum() == 0 ? null : new Figure.Share(numerator, denominator);
        }
        BigDecimal value = figure.value();
        if (value == null) {
            return null;
        }
        if (isPercentage()) {
            return new Figure.Percent(value);
        }
        return isInWords() && isLevel(value)
                ? new Figure.Level(value.intValueExact(), figure.documented(), figure.confirmedByOtherUnit())
                : new Figure.Amount(value);
    }

    private boolean isPercentage() {
        return measureUnit != null && measureUnit.strip().startsWith("%");
    }

    /// No target of the indicator has a number.
    private boolean isInWords() {
        return targets.stream().map(target -> target.target().kind()).allMatch(kind -> switch (kind) {
            case QUALITATIVE, NONE, ZERO_NOT_SET -> true;
            case NUMBER, RANGE, MAINTAIN, REDUCTION, TREND_UP, TREND_DOWN, RELATIVE -> false;
        });
    }

    private static boolean isLevel(BigDecimal value) {
        return value.stripTrailingZeros().scale() <= 0
                && value.signum() >= 0
                && value.compareTo(BigDecimal.valueOf(3)) <= 0;
    }

    /// As the figures come; as the catalogue says while there are none; else a quarter.
    private int periodMonths() {
        if (!figures.isEmpty()) {
            return figures.getLast().period().frequency().months();
        }
        return catalogueMonths == null ? QUARTER : catalogueMonths;
    }
}
