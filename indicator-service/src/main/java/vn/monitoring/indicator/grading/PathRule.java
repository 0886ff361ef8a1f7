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
        GradeStatus status = pace.status(situation.figure(), expected, situation.baseline(), situation.direction());
        return new Verdict(
                status,
                situation,
                required,
                situation.target().isStrict(),
                expected,
                onTheWay(situation, path, expected, status));
    }

    /// From the last milestone; from the baseline where none was passed, or where the plan states a later baseline.
    private Path path(Situation situation) {
        TargetPoint target = situation.target();
        BigDecimal end = target.level(situation.direction());
        Baseline baseline = situation.baseline();
        Optional<TargetPoint> last = situation.milestones().lastNumericBefore(situation.date());
        if (last.isPresent()) {
            LocalDate passed = last.get().due();
            boolean rebased =
                    baseline != null && !baseline.assumed() && baseline.date().isAfter(passed);
            if (!rebased) {
                BigDecimal start = last.get().level(situation.direction());
                return new Path(passed, start, target.due(), end, policy.pathShape());
            }
        }
        return baseline == null
                ? new Path(situation.figureOn(), situation.figure().value(), target.due(), end, policy.pathShape())
                : new Path(baseline.date(), baseline.value(), target.due(), end, policy.pathShape());
    }

    private static Explanation met(Situation situation) {
        String asked = Numbers.day(situation.target().due());
        String on = Numbers.day(situation.figureOn());
        return new Explanation(
                "%s ngày %s đáp ứng mục tiêu \"%s\" (hạn %s): đạt."
                        .formatted(situation.shown(), on, situation.target().raw(), asked),
                "%s on %s meets the target \"%s\" (due %s): achieved."
                        .formatted(situation.shown(), on, situation.target().raw(), asked));
    }

    private static Explanation missed(Situation situation) {
        String asked = Numbers.day(situation.target().due());
        String on = Numbers.day(situation.figureOn());
        return new Explanation(
                "%s ngày %s chưa đáp ứng mục tiêu \"%s\" đã đến hạn %s: không đạt."
                        .formatted(situation.shown(), on, situation.target().raw(), asked),
                "%s on %s does not meet the target \"%s\" that was due %s: missed."
                        .formatted(situation.shown(), on, situation.target().raw(), asked));
    }

    private static Explanation onTheWay(Situation situation, Path path, BigDecimal expected, GradeStatus status) {
        BigDecimal gap = situation.direction().gap(Pace.shown(situation.figure()), expected);
        boolean enough = status == GradeStatus.ON_TRACK;
        return new Explanation(
                "%s ngày %s; lộ trình đến ngày %s là %s (từ %s ngày %s đến %s ngày %s), %s %s: %s."
                        .formatted(
                                situation.shown(),
                                Numbers.day(situation.figureOn()),
                                Numbers.day(situation.date()),
                                situation.pathLevel(expected),
                                situation.level(path.start()),
                                Numbers.day(path.from()),
                                situation.level(path.end()),
                                Numbers.day(path.to()),
                                enough ? "vượt" : "còn kém",
                                situation.distanceVi(gap.abs()),
                                status.vi()),
                "%s on %s; the path asks for %s by %s (from %s on %s to %s on %s), %s by %s: %s."
                        .formatted(
                                situation.shown(),
                                Numbers.day(situation.figureOn()),
                                situation.pathLevel(expected),
                                Numbers.day(situation.date()),
                                situation.level(path.start()),
                                Numbers.day(path.from()),
                                situation.level(path.end()),
                                Numbers.day(path.to()),
                                enough ? "ahead" : "short",
                                situation.distanceEn(gap.abs()),
                                status.en()));
    }
}
