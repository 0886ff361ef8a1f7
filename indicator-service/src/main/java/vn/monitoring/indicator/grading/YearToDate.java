package vn.monitoring.indicator.grading;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Flows are graded cumulated over the year: of shares the sums of numerators and denominators, never a mean of
/// percents;
/// of amounts their sum.
public final class YearToDate {

    private YearToDate() {}

    /// A flow in one period.
    ///
    /// @param year       of the period
    /// @param cumulative already counted from the start of the year, so nothing is added to it
    /// @param figure     absent when the denominator was zero
    public record PeriodFigure(
            int year,
            LocalDate asOf,
            boolean cumulative,
            @Nullable Figure figure) {}

    /// One observation for each period figure. A bare percentage cannot be added up and stands for itself.
    public static List<Observation> cumulate(List<PeriodFigure> figures) {
        List<Observation> observations = new ArrayList<>();
        int year = Integer.MIN_VALUE;
        @Nullable Figure sum = null;
        List<PeriodFigure> inOrder = figures.stream()
                .sorted(Comparator.comparing(PeriodFigure::asOf))
                .toList();
        for (PeriodFigure next : inOrder) {
            if (next.year() != year) {
                year = next.year();
                sum = null;
            }
            sum = next.cumulative() ? next.figure() : add(sum, next.figure());
            observations.add(new Observation(next.asOf(), sum));
        }
        return observations;
    }

    private static @Nullable Figure add(@Nullable Figure sum, @Nullable Figure next) {
        if (sum == null || next == null) {
            return next == null ? sum : next;
        }
        if (sum instanceof Figure.Share(BigDecimal numerator, BigDecimal denominator)
                && next instanceof Figure.Share(BigDecimal moreNumerator, BigDecimal moreDenominator)) {
            return new Figure.Share(numerator.add(moreNumerator), denominator.add(moreDenominator));
        }
        if (sum instanceof Figure.Amount(BigDecimal amount) && next instanceof Figure.Amount(BigDecimal more)) {
            return new Figure.Amount(amount.add(more));
        }
        return next;
    }
}
