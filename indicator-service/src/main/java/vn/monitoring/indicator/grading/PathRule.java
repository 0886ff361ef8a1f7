package vn.monitoring.indicator.grading;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/// A number or a range to reach by a milestone.
///
/// Met: achieved. The due date is there and it is not met: missed. Before that the figure is held against the
/// path from the last milestone, or the baseline, to this one.
final class PathRule {

    private final GradingPolicy policy;
    private final Achievement achievement;
    private final Pace pace;

    PathRule(GradingPolicy policy) {
        this.policy = policy;
        this.achievement = new Achievement(policy);
        this.pace = new Pace(policy);
    }

    Verdict judge(Situation situation) {
        BigDecimal required = achievement.required(situation.target(), situation.direction());
        Path path = path(situation);
        BigDecimal expected = path.expectedOn(situation.date());
        if (achievement.isMet(situation.figure(), situation.target(), situation.direction())) {
            return new Verdict(
                    GradeStatus.ACHIEVED,
                    situation,
                    required,
                    situation.target().isStrict(),
                    expected,
                    met(situation));
        }
        if (situation.isDue()) {
            return new Verdict(
                    GradeStatus.MISSED,
                    situation,
                    required,
                    situation.target().isStrict(),
                    expected,
                    missed(situation));
        }
        GradeStatus status = pace.status(situation, expected);
        return new Verdict(
                status,
                situation,
                required,
                situation.target().isStrict(),
                expected,
                onTheWay(situation, path, expected, status));
    }

    /// From the last milestone; from the baseline where none was passed, or where the plan states a later baseline.
    /// Points that were entered by hand lie between.
    private Path path(Situation situation) {
        PathPoint start = start(situation);
        TargetPoint target = situation.target();
        return Path.between(
                        start.date(),
                        start.value(),
                        target.due(),
                        target.level(situation.direction()),
                        policy.pathShape())
                .through(situation.about().pathPoints());
    }

    private static PathPoint start(Situation situation) {
        Baseline baseline = situation.baseline();
        Optional<TargetPoint> last = situation.milestones().lastNumericBefore(situation.date());
        if (last.isPresent()) {
            LocalDate passed = last.get().due();
            boolean rebased =
                    baseline != null && !baseline.assumed() && baseline.date().isAfter(passed);
            if (!rebased) {
                return new PathPoint(passed, last.get().level(situation.direction()));
            }
        }
        return baseline == null
                ? new PathPoint(situation.figureOn(), situation.figure().value())
                : new PathPoint(baseline.date(), baseline.value());
    }

    private static Explanation met(Situation situation) {
        String asked = Numbers.day(situation.target().due());
        String on = Numbers.day(situation.figureOn());
        String raw = situation.target().raw();
        return new Explanation(
                situation.shown(Numbers.VI) + " ngày " + on + " đáp ứng mục tiêu \"" + raw + "\" (hạn " + asked
                        + "): đạt.",
                situation.shown(Numbers.EN) + " on " + on + " meets the target \"" + raw + "\" (due " + asked
                        + "): achieved.");
    }

    private static Explanation missed(Situation situation) {
        String asked = Numbers.day(situation.target().due());
        String on = Numbers.day(situation.figureOn());
        String raw = situation.target().raw();
        return new Explanation(
                situation.shown(Numbers.VI) + " ngày " + on + " chưa đáp ứng mục tiêu \"" + raw + "\" đã đến hạn "
                        + asked + ": không đạt.",
                situation.shown(Numbers.EN) + " on " + on + " does not meet the target \"" + raw + "\" that was due "
                        + asked + ": missed.");
    }

    private static Explanation onTheWay(Situation situation, Path path, BigDecimal expected, GradeStatus status) {
        BigDecimal gap = situation
                .direction()
                .gap(Pace.shown(situation.figure()), expected)
                .abs();
        boolean enough = status == GradeStatus.ON_TRACK;
        String on = Numbers.day(situation.figureOn());
        String today = Numbers.day(situation.date());
        String from = Numbers.day(path.start().date());
        String to = Numbers.day(path.end().date());
        return new Explanation(
                situation.shown(Numbers.VI) + " ngày " + on + "; lộ trình " + (path.isByHand() ? "đã nhập " : "")
                        + "đến ngày " + today + " là " + situation.pathLevel(Numbers.VI, expected) + " (từ "
                        + situation.level(Numbers.VI, path.start().value()) + " ngày " + from + " đến "
                        + situation.level(Numbers.VI, path.end().value()) + " ngày " + to + "), "
                        + (enough ? "vượt " : "còn kém ") + situation.distance(Numbers.VI, gap) + ": " + status.vi()
                        + ".",
                situation.shown(Numbers.EN) + " on " + on + "; the path " + (path.isByHand() ? "as stated " : "")
                        + "asks for " + situation.pathLevel(Numbers.EN, expected) + " by " + today + " (from "
                        + situation.level(Numbers.EN, path.start().value()) + " on " + from + " to "
                        + situation.level(Numbers.EN, path.end().value()) + " on " + to + "), "
                        + (enough ? "ahead by " : "short by ") + situation.distance(Numbers.EN, gap) + ": "
                        + status.en() + ".");
    }
}
