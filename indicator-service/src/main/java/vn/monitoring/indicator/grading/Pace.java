package vn.monitoring.indicator.grading;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/// How far a figure is behind what is expected today.
///
/// On track: at the expected level or better. Slightly behind: not more than two points short (for counts: one; of few
/// things: one),
/// or at least 80 % of the progress since the baseline that was expected. Behind: everything else. Each of the
/// three is "the figure reaches a level", so that a worse figure can never get a better status.
final class Pace {

    private final GradingPolicy policy;
    private final FewThings fewThings;

    Pace(GradingPolicy policy) {
        this.policy = policy;
        this.fewThings = new FewThings(policy);
    }

    GradeStatus status(Situation situation, BigDecimal expected) {
        Figure figure = situation.figure();
        Direction direction = situation.direction();
        BigDecimal shown = shown(figure);
        if (direction.gap(shown, expected).signum() >= 0) {
            return GradeStatus.ON_TRACK;
        }
        BigDecimal slightlyBehindFrom = slightlyBehindFrom(figure, expected, situation.baseline(), direction);
        if (direction.gap(shown, slightlyBehindFrom).signum() >= 0 || fewThings.areShortOfOne(situation, expected)) {
            return GradeStatus.SLIGHTLY_BEHIND;
        }
        return GradeStatus.BEHIND;
    }

    static BigDecimal shown(Figure figure) {
        return figure.value().setScale(Path.SCALE, RoundingMode.HALF_UP);
    }

    private BigDecimal slightlyBehindFrom(
            Figure figure, BigDecimal expected, @Nullable Baseline baseline, Direction direction) {
        BigDecimal byDistance = direction.relax(
                expected, figure.isPercentage() ? policy.slightlyBehindPoints() : policy.slightlyBehindCount());
        if (baseline == null || direction.gap(expected, baseline.value()).signum() <= 0) {
            return byDistance;
        }
        BigDecimal byProgress =
                baseline.value().add(expected.subtract(baseline.value()).multiply(policy.slightlyBehindProgress()));
        return direction.easier(byDistance, byProgress);
    }

    /// R = s·(y − B) / s·(E − B), to three decimals; absent where no progress was expected yet.
    static @Nullable BigDecimal progress(
            Figure figure, BigDecimal expected, @Nullable Baseline baseline, Direction direction) {
        if (baseline == null) {
            return null;
        }
        BigDecimal expectedProgress = direction.gap(expected, baseline.value());
        if (expectedProgress.signum() <= 0) {
            return null;
        }
        return direction.gap(figure.value(), baseline.value()).divide(expectedProgress, 3, RoundingMode.HALF_UP);
    }
}
