package vn.monitoring.indicator.grading;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Where the figures are heading: the median of the slopes between each two of them (Theil–Sen), which one odd figure
/// cannot bend. Needs three figures within two years; shares stay within 0 and 100.
///
/// Source: P. K. Sen, Estimates of the regression coefficient based on Kendall's tau, 1968.
final class Projection {

    private static final MathContext PRECISION = MathContext.DECIMAL64;
    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    private final GradingPolicy policy;

    Projection(GradingPolicy policy) {
        this.policy = policy;
    }

    /// The value expected on a later day, to two decimals; empty while there are too few figures.
    Optional<BigDecimal> on(LocalDate day, List<Situation.Point> history) {
        if (history.isEmpty()) {
            return Optional.empty();
        }
        LocalDate since = history.getLast().asOf().minusMonths(policy.projectionMonths());
        List<Situation.Point> recent =
                history.stream().filter(point -> !point.asOf().isBefore(since)).toList();
        List<BigDecimal> slopes = slopes(recent);
        if (recent.size() < policy.projectionPoints() || slopes.isEmpty()) {
            return Optional.empty();
        }
        BigDecimal slope = median(slopes);
        LocalDate origin = recent.getFirst().asOf();
        List<BigDecimal> levels = recent.stream()
                .map(point -> point.figure().value().subtract(slope.multiply(days(origin, point.asOf()), PRECISION)))
                .toList();
        BigDecimal projected = median(levels).add(slope.multiply(days(origin, day), PRECISION));
        BigDecimal clamped = recent.getLast().figure().isPercentage()
                ? projected.max(BigDecimal.ZERO).min(Figure.HUNDRED)
                : projected;
        return Optional.of(clamped.setScale(2, RoundingMode.HALF_UP));
    }

    /// Change a day between each two figures of different days.
    private static List<BigDecimal> slopes(List<Situation.Point> points) {
        List<BigDecimal> slopes = new ArrayList<>();
        for (int later = 1; later < points.size(); later++) {
            for (int earlier = 0; earlier < later; earlier++) {
                BigDecimal days =
                        days(points.get(earlier).asOf(), points.get(later).asOf());
                if (days.signum() > 0) {
                    BigDecimal rise = points.get(later)
                            .figure()
                            .value()
                            .subtract(points.get(earlier).figure().value());
                    slopes.add(rise.divide(days, PRECISION));
                }
            }
        }
        return slopes;
    }

    private static BigDecimal median(List<BigDecimal> numbers) {
        List<BigDecimal> sorted = numbers.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(middle)
                : sorted.get(middle - 1).add(sorted.get(middle)).divide(TWO, PRECISION);
    }

    private static BigDecimal days(LocalDate from, LocalDate to) {
        return BigDecimal.valueOf(ChronoUnit.DAYS.between(from, to));
    }
}
