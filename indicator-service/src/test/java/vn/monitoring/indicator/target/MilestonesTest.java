package vn.monitoring.indicator.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MilestonesTest {

    private final TargetParser parser = new TargetParser();

    @Test
    void flagsALaterMilestoneThatAsksForLess() {
        List<Target> targets = Milestones.inOrder(targets("%", 2030, "100%", 2035, "95%"), Direction.HIGHER);

        assertThat(targets).extracting(Target::flags).containsExactly(Set.of(), Set.of(TargetFlag.NON_MONOTONIC));
    }

    @Test
    void flagsMoreWhereLowerIsBetter() {
        List<Target> targets = Milestones.inOrder(targets("Vụ", 2030, "5", 2035, "6"), Direction.LOWER);

        assertThat(targets.getLast().flags()).containsExactly(TargetFlag.NON_MONOTONIC);
    }

    @Test
    void flagsTheSameFigureTwiceUnlessItIsTheWhole() {
        assertThat(Milestones.inOrder(targets("%", 2026, "≥ 90%", 2030, "≥ 90%"), Direction.HIGHER))
                .extracting(Target::flags)
                .containsExactly(Set.of(), Set.of(TargetFlag.FLAT_TARGET));
        assertThat(Milestones.inOrder(targets("%", 2026, "100%", 2030, "100%"), Direction.HIGHER))
                .extracting(Target::flags)
                .containsExactly(Set.of(), Set.of());
    }

    @Test
    void stepsOverMilestonesWithoutAFigure() {
        List<Target> targets =
                Milestones.inOrder(targets("Công trình", 2035, "1", 2026, "3", 2027, "0", 2030, "-"), Direction.HIGHER);

        assertThat(targets).extracting(Target::year).containsExactly(2026, 2027, 2030, 2035);
        assertThat(targets.getLast().flags()).containsExactly(TargetFlag.NON_MONOTONIC);
    }

    private List<Target> targets(String unit, Object... yearsAndTexts) {
        List<Target> targets = new ArrayList<>();
        for (int i = 0; i < yearsAndTexts.length; i += 2) {
            targets.addAll(
                    parser.parse((String) yearsAndTexts[i + 1], TargetContext.of(unit, (Integer) yearsAndTexts[i])));
        }
        return targets;
    }
}
