package vn.monitoring.report.evaluation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.monitoring.report.ranking.RankingPolicy;
import vn.monitoring.report.ranking.Ratio;

/// What a sheet adds up to: the ranking's score of 100, bonus less penalty, held between 0 and 100; classified by the
/// thresholds of the policy, exactly.
final class SheetRule {

    private static final Ratio FULL = Ratio.of(100, 1);

    private final RankingPolicy policy;

    SheetRule(RankingPolicy policy) {
        this.policy = policy;
    }

    /// Whether bonus and penalty stay within what the policy allows.
    boolean allows(List<Points> points) {
        return sum(points, Points.Kind.BONUS) <= policy.mostBonus()
                && sum(points, Points.Kind.PENALTY) <= policy.mostPenalty();
    }

    /// @param score 0 to 1
    Ratio total(Ratio score, List<Points> points) {
        Ratio total = score.times(100).plus(Ratio.of(net(points), 1));
        return total.compareTo(Ratio.ZERO) < 0 ? Ratio.ZERO : total.min(FULL);
    }

    /// @param score null when nothing could be counted
    /// @param ranked whether the commune has a rank; without one it is not classified
    @Nullable
    Classification classify(@Nullable Ratio score, List<Points> points, boolean ranked) {
        if (score == null || !ranked) {
            return null;
        }
        Ratio total = total(score, points);
        if (reaches(total, policy.excellentFrom())) {
            return Classification.EXCELLENT;
        }
        if (reaches(total, policy.goodFrom())) {
            return Classification.GOOD;
        }
        return reaches(total, policy.completedFrom()) ? Classification.COMPLETED : Classification.NOT_COMPLETED;
    }

    static int net(List<Points> points) {
        return sum(points, Points.Kind.BONUS) - sum(points, Points.Kind.PENALTY);
    }

    private static boolean reaches(Ratio total, int threshold) {
        return total.compareTo(Ratio.of(threshold, 1)) >= 0;
    }

    private static int sum(List<Points> points, Points.Kind kind) {
        return points.stream()
                .filter(given -> given.kind() == kind)
                .mapToInt(Points::points)
                .sum();
    }
}
