package vn.monitoring.indicator.grading;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Grades an indicator on a date: finds the target that counts, lets the rule for its kind judge the latest
/// verified figure, and adds what the trend says.
public final class Grader {

    private final PathRule path;
    private final MaintainRule maintain;
    private final ReductionRule reduction;
    private final ComparisonRule comparison;
    private final RubricRule rubric;
    private final SilenceRule silence;
    private final Conclusion conclusion;

    public Grader(GradingPolicy policy) {
        this.path = new PathRule(policy);
        this.maintain = new MaintainRule(policy);
        this.reduction = new ReductionRule(policy);
        this.comparison = new ComparisonRule(policy);
        this.rubric = new RubricRule(policy);
        this.silence = new SilenceRule(policy);
        this.conclusion = new Conclusion(policy);
    }

    public Judgement grade(GradingCase about) {
        Milestones milestones = new Milestones(about.targets());
        TargetPoint target = milestones.governing(about.date()).orElse(null);
        Verdict verdict = judge(about, milestones, target);
        return conclusion.draw(target, verdict);
    }

    private Verdict judge(GradingCase about, Milestones milestones, @Nullable TargetPoint target) {
        if (target == null || target.isUnset()) {
            return noTarget(target);
        }
        if (target.standing() == TargetPoint.Standing.IN_DISPUTE) {
            return inDispute(target);
        }
        Verdict silent = silence.judge(about);
        if (silent != null) {
            return silent;
        }
        Observation latest = about.latest();
        if (latest == null || latest.figure() == null) {
            return notApplicable(about.date());
        }
        Situation situation = situation(about, milestones, target, latest.asOf(), latest.figure());
        return switch (target.kind()) {
            case NUMBER, RANGE -> path.judge(situation);
            case MAINTAIN -> maintain.judge(situation);
            case REDUCTION -> reduction.judge(situation);
            case TREND_UP, TREND_DOWN -> comparison.trend(situation);
            case RELATIVE -> comparison.relative(situation);
            case QUALITATIVE -> inWords(situation);
            case NONE, ZERO_NOT_SET -> noTarget(target);
        };
    }

    /// A rubric level is judged on the rubric; a number against the path to the next milestone in numbers.
    private Verdict inWords(Situation situation) {
        if (situation.figure() instanceof Figure.Level level) {
            return rubric.judge(situation, level, workableSince(situation));
        }
        Optional<TargetPoint> numeric = situation.milestones().nextNumeric(situation.date());
        if (numeric.isEmpty() || numeric.get().standing() == TargetPoint.Standing.IN_DISPUTE) {
            return Verdict.grey(
                    GradeStatus.NO_DATA,
                    "Mục tiêu \"%s\" được đánh giá theo mức 0–3, không theo số liệu: chưa đủ dữ liệu."
                            .formatted(situation.target().raw()),
                    "The target \"%s\" is judged by a level of 0–3, not by a figure: not enough data."
                            .formatted(situation.target().raw()));
        }
        return path.judge(situation(
                situation.about(), situation.milestones(), numeric.get(), situation.figureOn(), situation.figure()));
    }

    private static LocalDate workableSince(Situation situation) {
        return situation.milestones().inOrder().stream()
                .map(TargetPoint::due)
                .filter(due -> due.isBefore(situation.target().due()))
                .reduce((_, later) -> later)
                .orElse(situation.about().watchedSince());
    }

    private static Situation situation(
            GradingCase about, Milestones milestones, TargetPoint target, LocalDate figureOn, Figure figure) {
        List<Situation.Point> history = about.observations().stream()
                .<Situation.Point>mapMulti((observation, next) -> {
                    if (observation.figure() != null) {
                        next.accept(new Situation.Point(observation.asOf(), observation.figure()));
                    }
                })
                .toList();
        return new Situation(
                about,
                milestones,
                target,
                direction(target, about),
                figure,
                figureOn,
                history,
                baseline(about, history));
    }

    private static Direction direction(TargetPoint target, GradingCase about) {
        return switch (target.kind()) {
            case TREND_UP -> Direction.HIGHER_IS_BETTER;
            case TREND_DOWN -> Direction.LOWER_IS_BETTER;
            case NUMBER, RANGE, MAINTAIN, REDUCTION, RELATIVE, QUALITATIVE, NONE, ZERO_NOT_SET ->
                target.direction(about.direction());
        };
    }

    private static @Nullable Baseline baseline(GradingCase about, List<Situation.Point> history) {
        if (about.baseline() != null || history.isEmpty()) {
            return about.baseline();
        }
        Situation.Point first = history.getFirst();
        return new Baseline(first.asOf(), first.figure().value(), true);
    }

    private static Verdict noTarget(@Nullable TargetPoint target) {
        return target == null
                ? Verdict.grey(
                        GradeStatus.NO_TARGET,
                        "Kế hoạch không đặt mục tiêu cho chỉ tiêu này.",
                        "The plan sets no target for this indicator.")
                : Verdict.grey(
                        GradeStatus.NO_TARGET,
                        "Kế hoạch không đặt mục tiêu cho mốc %s (\"%s\"): không đánh giá."
                                .formatted(Numbers.day(target.due()), target.raw()),
                        "The plan sets no target for the milestone of %s (\"%s\"): not graded."
                                .formatted(Numbers.day(target.due()), target.raw()));
    }

    private static Verdict inDispute(TargetPoint target) {
        return Verdict.grey(
                GradeStatus.NO_DATA,
                "Mục tiêu \"%s\" (hạn %s) chưa được thống nhất: chưa đánh giá. Hãy xác nhận giá trị đúng."
                        .formatted(target.raw(), Numbers.day(target.due())),
                "The target \"%s\" (due %s) is not settled: not graded. Confirm the right value."
                        .formatted(target.raw(), Numbers.day(target.due())));
    }

    private static Verdict notApplicable(LocalDate date) {
        return Verdict.grey(
                GradeStatus.NO_TARGET,
                "Mẫu số bằng 0 tại ngày %s: chỉ tiêu không áp dụng, không đánh giá.".formatted(Numbers.day(date)),
                "The denominator is 0 on %s: the indicator does not apply and is not graded."
                        .formatted(Numbers.day(date)));
    }
}
