package vn.monitoring.indicator.grading;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Flows are graded cumulated over the year: of shares the sums of numerators and denominators, never a mean of
/// percents; of amounts their sum.
public final class YearToDate {

    private YearToDate() {}

    /// A flow in one period.
    ///
    /// @param from   first day that is counted; the first of January where the figure is counted from there on
    ///        already
    /// @param figure absent when the denominator was zero
    public record PeriodFigure(
            LocalDate from, LocalDate asOf, @Nullable Figure figure) {}

    /// One observation for each period figure: itself and what was counted before it in its year. A figure that
    /// covers earlier ones (a quarter after its months) takes their place. A bare percentage cannot be added up
    /// and stands for itself.
    public static List<Observation> cumulate(List<PeriodFigure> figures) {
        List<Observation> observations = new ArrayList<>();
        List<PeriodFigure> parts = new ArrayList<>();
        List<PeriodFigure> inOrder = figures.stream()
                .sorted(Comparator.comparing(PeriodFigure::asOf)
                        .thenComparing(PeriodFigure::from, Comparator.reverseOrder()))
                .toList();
        for (PeriodFigure next : inOrder) {
            parts.removeIf(part -> part.from().getYear() != next.from().getYear()
                    || !part.from().isBefore(next.from()));
            parts.add(next);
            observations.add(new Observation(next.asOf(), sum(parts)));
        }
        return observations;
    }

    private static @Nullable Figure sum(List<PeriodFigure> parts) {
        @Nullable Figure sum = null;
        for (PeriodFigure part : parts) {
            sum = add(sum, part.figure());
        }
        return sum;
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
