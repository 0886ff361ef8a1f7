package vn.monitoring.indicator.grading;

import java.math.BigDecimal;

/// "Duy trì … 95%": the level is to be held in every period; nothing is interpolated.
final class MaintainRule {

    private final Achievement achievement;
    private final PeriodicLevel periodic;

    MaintainRule(GradingPolicy policy) {
        this.achievement = new Achievement(policy);
        this.periodic = new PeriodicLevel(policy);
    }

    Verdict judge(Situation situation) {
        BigDecimal level = achievement.required(situation.target(), situation.direction());
        Explanation standard = new Explanation(
                "mức phải duy trì %s (\"%s\")"
                        .formatted(
                                situation.level(Numbers.VI, level),
                                situation.target().raw()),
                "the level to maintain of %s (\"%s\")"
                        .formatted(
                                situation.level(Numbers.EN, level),
                                situation.target().raw()));
        return periodic.judge(situation, level, situation.target().isStrict(), standard);
    }
}
