package vn.monitoring.indicator.grading;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A target in words, on a rubric: 0 nothing yet, 1 begun, 2 in use, 3 fully done.
///
/// Level 3 is expected on the due date, and evenly rising until then: 3 · elapsed. Half a level short is still on
/// track, one and a half short slightly behind. A level of 2 or more needs a document and another unit that
/// confirms it; without both it counts as 1.
final class RubricRule {

    private static final int DONE = 3;
    private static final int UNPROVEN = 1;

    private final GradingPolicy policy;

    RubricRule(GradingPolicy policy) {
        this.policy = policy;
    }

    /// @param start from when the target could be worked on: the milestone before it, or the first watched day
    Verdict judge(Situation situation, Figure.Level claimed, LocalDate start) {
        int level = proven(claimed);
        BigDecimal expected = expected(start, situation.target().due(), situation.date());
        GradeStatus status = status(level, expected, situation.isDue());
        Situation judged =
                with(situation, new Figure.Level(level, claimed.documented(), claimed.confirmedByOtherUnit()));
        Explanation why = new Explanation(
                "Mức %d/3 ngày %s; mức cần có đến ngày %s là %s (\"%s\", hạn %s): %s."
                        .formatted(
                                level,
                                Numbers.day(situation.figureOn()),
                                Numbers.day(situation.date()),
                                Numbers.VI.fixed(expected),
                                situation.target().raw(),
                                Numbers.day(situation.target().due()),
                                status.vi()),
                "Level %d/3 on %s; expected by %s: %s (\"%s\", due %s): %s."
                        .formatted(
                                level,
                                Numbers.day(situation.figureOn()),
                                Numbers.day(situation.date()),
                                Numbers.EN.fixed(expected),
                                situation.target().raw(),
                                Numbers.day(situation.target().due()),
                                status.en()));
        Explanation unproven = unproven(claimed);
        return new Verdict(
                status, judged, BigDecimal.valueOf(DONE), false, expected, unproven == null ? why : why.then(unproven));
    }

    private static int proven(Figure.Level claimed) {
        boolean proof = claimed.documented() && claimed.confirmedByOtherUnit();
        return claimed.level() > UNPROVEN && !proof ? UNPROVEN : claimed.level();
    }

    private static BigDecimal expected(LocalDate start, LocalDate due, LocalDate date) {
        return Path.between(start, BigDecimal.ZERO, due, BigDecimal.valueOf(DONE), GradingPolicy.PathShape.LINEAR)
                .expectedOn(date);
    }

    private GradeStatus status(int level, BigDecimal expected, boolean due) {
        if (level == DONE) {
            return GradeStatus.ACHIEVED;
        }
        if (due) {
            return GradeStatus.MISSED;
        }
        BigDecimal gap = BigDecimal.valueOf(level).subtract(expected);
        if (gap.compareTo(policy.rubricAmber().negate()) >= 0) {
            return GradeStatus.ON_TRACK;
        }
        return gap.compareTo(policy.rubricRed().negate()) >= 0 ? GradeStatus.SLIGHTLY_BEHIND : GradeStatus.BEHIND;
    }

    private static @Nullable Explanation unproven(Figure.Level claimed) {
        return proven(claimed) == claimed.level()
                ? null
                : new Explanation(
                        "Mức báo cáo là %d/3 nhưng chưa có đủ văn bản minh chứng và xác nhận của đơn vị khác; hãy bổ sung."
                                .formatted(claimed.level()),
                        "Level %d/3 was reported, but a document and the confirmation of another unit are not both there; add them."
                                .formatted(claimed.level()));
    }

    private static Situation with(Situation situation, Figure.Level level) {
        return new Situation(
                situation.about(),
                situation.milestones(),
                situation.target(),
                situation.direction(),
                level,
                situation.figureOn(),
                situation.history(),
                situation.baseline());
    }
}
