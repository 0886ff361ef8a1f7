package vn.monitoring.indicator.grading;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.monitoring.indicator.target.Comparator;
import vn.monitoring.indicator.target.TargetKind;

/// A graded case told in a few words.
final class Case {

    private final List<TargetPoint> targets = new ArrayList<>();
    private final List<Observation> observations = new ArrayList<>();
    private Direction direction = Direction.HIGHER_IS_BETTER;
    private @Nullable String unit = "%";
    private @Nullable String counted;
    private boolean flow;
    private @Nullable Baseline baseline;
    private @Nullable BigDecimal province;
    private LocalDate watchedSince = LocalDate.of(2025, 1, 1);
    private final List<PathPoint> points = new ArrayList<>();
    private GradingPolicy policy = GradingPolicy.FIRST;

    static Case indicator() {
        return new Case();
    }

    Case lowerIsBetter() {
        direction = Direction.LOWER_IS_BETTER;
        return this;
    }

    Case unit(String text) {
        unit = text;
        return this;
    }

    Case counting(String thing) {
        counted = thing;
        return this;
    }

    Case flow() {
        flow = true;
        return this;
    }

    Case watchedSince(String date) {
        watchedSince = LocalDate.parse(date);
        return this;
    }

    Case policy(GradingPolicy other) {
        policy = other;
        return this;
    }

    Case baseline(String value, String date) {
        baseline = new Baseline(LocalDate.parse(date), new BigDecimal(value), false);
        return this;
    }

    /// A point of the path that a person entered.
    Case point(String value, String date) {
        points.add(new PathPoint(LocalDate.parse(date), new BigDecimal(value)));
        return this;
    }

    /// The first policy with a path in steps.
    static GradingPolicy stepwise() {
        GradingPolicy first = GradingPolicy.FIRST;
        return new GradingPolicy(
                2,
                GradingPolicy.PathShape.STEP,
                first.slightlyBehindProgress(),
                first.slightlyBehindPoints(),
                first.slightlyBehindCount(),
                first.aboutTolerance(),
                first.regressionPoints(),
                first.projectionPoints(),
                first.projectionMonths(),
                first.silentPeriods(),
                first.rubricAmber(),
                first.rubricRed(),
                first.smallDenominator());
    }

    Case province(String value) {
        province = new BigDecimal(value);
        return this;
    }

    Case number(String comparator, String low, String due) {
        return target(TargetKind.NUMBER, comparator, low, null, due, TargetPoint.Standing.SETTLED);
    }

    Case range(String low, String high, String due) {
        return target(TargetKind.RANGE, "in", low, high, due, TargetPoint.Standing.SETTLED);
    }

    Case target(TargetKind kind, @Nullable String low, String due) {
        return target(kind, low == null ? null : ">=", low, null, due, TargetPoint.Standing.SETTLED);
    }

    Case target(
            TargetKind kind,
            @Nullable String comparator,
            @Nullable String low,
            @Nullable String high,
            String due,
            TargetPoint.Standing standing) {
        targets.add(new TargetPoint(
                LocalDate.parse(due),
                comparator == null ? kind.name() : comparator + " " + low,
                kind,
                comparator == null ? null : comparator(comparator),
                low == null ? null : new BigDecimal(low),
                high == null ? null : new BigDecimal(high),
                standing));
        return this;
    }

    /// `93` is a percentage, `87/88` a share, `12x` an amount, `-` a denominator of zero.
    Case figure(String figure, String asOf) {
        observations.add(new Observation(LocalDate.parse(asOf), figure(figure)));
        return this;
    }

    Case level(int level, boolean document, boolean otherUnit, String asOf) {
        observations.add(new Observation(LocalDate.parse(asOf), new Figure.Level(level, document, otherUnit)));
        return this;
    }

    static @Nullable Figure figure(String text) {
        if (text.equals("-")) {
            return null;
        }
        if (text.endsWith("x")) {
            return new Figure.Amount(new BigDecimal(text.substring(0, text.length() - 1)));
        }
        String[] parts = text.split("/", -1);
        return parts.length == 1
                ? new Figure.Percent(new BigDecimal(text))
                : new Figure.Share(new BigDecimal(parts[0]), new BigDecimal(parts[1]));
    }

    Judgement on(String date) {
        return new Grader(policy)
                .grade(new GradingCase(
                        LocalDate.parse(date),
                        direction,
                        unit,
                        counted,
                        targets,
                        observations,
                        flow,
                        baseline,
                        points,
                        province,
                        watchedSince,
                        3));
    }

    private static Comparator comparator(String symbol) {
        for (Comparator comparator : Comparator.values()) {
            if (comparator.symbol().equals(symbol)) {
                return comparator;
            }
        }
        throw new IllegalArgumentException(symbol);
    }
}
