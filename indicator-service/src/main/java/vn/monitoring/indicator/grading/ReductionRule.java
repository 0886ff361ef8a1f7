package vn.monitoring.indicator.grading;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// "Giảm ≥ 50% thời gian": how much was cut from the baseline, held against the path from 0 % cut to the target.
///
/// A figure that is a percentage is the cut itself (time saved / original time). A quantity (days, hours) needs
/// the baseline that the plan states; the first verified figure does not stand in, because a cut from an unknown
/// level means nothing.
final class ReductionRule {

    private final PathRule path;

    ReductionRule(GradingPolicy policy) {
        this.path = new PathRule(policy);
    }

    Verdict judge(Situation situation) {
        Baseline stated = situation.baseline();
        if (situation.figure().isPercentage()) {
            return path.judge(asCut(situation, situation.figure(), situation.history(), stated));
        }
        if (stated == null || stated.assumed() || stated.value().signum() <= 0) {
            return Verdict.grey(
                    GradeStatus.NO_DATA,
                    "Mục tiêu \"%s\" cần mức gốc để so sánh nhưng kế hoạch chưa nêu: chưa đủ dữ liệu. Hãy bổ sung kỳ gốc."
                            .formatted(situation.target().raw()),
                    "The target \"%s\" needs a baseline to compare with, which the plan does not state: not enough data. Add the baseline."
                            .formatted(situation.target().raw()));
        }
        List<Situation.Point> cuts = new ArrayList<>();
        for (Situation.Point point : situation.history()) {
            cut(stated, point.figure()).ifPresent(share -> cuts.add(new Situation.Point(point.asOf(), share)));
        }
        Baseline nothingCut = new Baseline(stated.date(), BigDecimal.ZERO, false);
        return cut(stated, situation.figure())
                .map(share -> path.judge(asCut(situation, share, cuts, nothingCut)))
                .orElseThrow(() -> new IllegalStateException("a quantity always has a cut"));
    }

    private static Optional<Figure> cut(Baseline stated, Figure figure) {
        return figure.isPercentage()
                ? Optional.empty()
                : Optional.of(new Figure.Share(stated.value().subtract(figure.value()), stated.value()));
    }

    /// The same situation in percent cut, of which more is better.
    private static Situation asCut(
            Situation situation,
            Figure figure,
            List<Situation.Point> history,
            @org.jspecify.annotations.Nullable Baseline baseline) {
        return new Situation(
                situation.about(),
                situation.milestones(),
                situation.target(),
                Direction.HIGHER_IS_BETTER,
                figure,
                situation.figureOn(),
                history,
                baseline);
    }
}
