package vn.monitoring.indicator.grading;

import java.math.BigDecimal;

/// A level that is judged anew in every period, without a path: a level to maintain, last year's level, the
/// province's.
///
/// Reached: achieved. Not reached on the due date: missed. Before it, slightly behind while not more than two
/// points (for counts, and for shares of few things: one) short, else behind.
final class PeriodicLevel {

    private final GradingPolicy policy;
    private final FewThings fewThings;

    PeriodicLevel(GradingPolicy policy) {
        this.policy = policy;
        this.fewThings = new FewThings(policy);
    }

    /// @param strict the level itself is not enough
    Verdict judge(Situation situation, BigDecimal level, boolean strict, Explanation standard) {
        GradeStatus status = status(situation, level, strict);
        String on = Numbers.day(situation.figureOn());
        Explanation why = new Explanation(
                "%s ngày %s so với %s: %s.".formatted(situation.shown(Numbers.VI), on, standard.vi(), status.vi()),
                "%s on %s against %s: %s.".formatted(situation.shown(Numbers.EN), on, standard.en(), status.en()));
        return new Verdict(status, situation, level, strict, level, why);
    }

    private GradeStatus status(Situation situation, BigDecimal level, boolean strict) {
        Direction direction = situation.direction();
        Figure figure = situation.figure();
        if (strict ? direction.passes(figure, level) : direction.reaches(figure, level)) {
            return GradeStatus.ACHIEVED;
        }
        if (situation.isDue()) {
            return GradeStatus.MISSED;
        }
        BigDecimal tolerance = figure.isPercentage() ? policy.slightlyBehindPoints() : policy.slightlyBehindCount();
        return direction.reaches(figure, direction.relax(level, tolerance)) || fewThings.areShortOfOne(situation, level)
                ? GradeStatus.SLIGHTLY_BEHIND
                : GradeStatus.BEHIND;
    }
}
