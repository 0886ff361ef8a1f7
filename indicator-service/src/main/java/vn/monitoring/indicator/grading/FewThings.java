package vn.monitoring.indicator.grading;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// Shares of few things ("cảnh báo mẫu số nhỏ"): where one thing alone moves the share by ten points, a single missing
/// one is never "behind", and the grade says that the denominator is small.
///
/// Only while something is still under way: a milestone that is due is met or missed by exact arithmetic.
final class FewThings {

    /// Shares are shown to six decimals; less than that is no difference.
    private static final BigDecimal ROUNDING = new BigDecimal("0.00001");

    private final GradingPolicy policy;

    FewThings(GradingPolicy policy) {
        this.policy = policy;
    }

    /// The counts, where there are few of them. The cut of a quantity is no share of things.
    private Figure.@Nullable Share few(Situation situation) {
        return situation.figure() instanceof Figure.Share share
                        && situation.target().kind() != vn.monitoring.indicator.target.TargetKind.REDUCTION
                        && share.denominator().compareTo(BigDecimal.valueOf(policy.smallDenominator())) < 0
                ? share
                : null;
    }

    /// With one thing more (where lower is better: one less) the figure would be at the level.
    boolean areShortOfOne(Situation situation, BigDecimal level) {
        Figure.Share share = few(situation);
        if (share == null) {
            return false;
        }
        BigDecimal withOne = situation.direction() == Direction.HIGHER_IS_BETTER
                ? share.numerator().add(policy.slightlyBehindCount())
                : share.numerator().subtract(policy.slightlyBehindCount());
        return situation
                .direction()
                .reaches(
                        new Figure.Share(withOne, share.denominator()),
                        situation.direction().relax(level, ROUNDING));
    }

    /// What is to be said of them; null where they are not few.
    @Nullable
    Explanation remark(Situation situation) {
        Figure.Share share = few(situation);
        return share == null
                ? null
                : new Explanation(
                        "Mẫu số nhỏ (" + Numbers.VI.plain(share.denominator())
                                + "): khi chưa đến hạn, thiếu một trường hợp chưa bị coi là chậm.",
                        "Small denominator (" + Numbers.EN.plain(share.denominator())
                                + "): before the due date a single missing one is not yet behind.");
    }
}
