package vn.monitoring.indicator.grading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.monitoring.indicator.target.TargetKind;

/// For every kind of target: one more in the numerator never makes the status worse nor the shortfall larger.
class NeverImprovesWhenTheFigureFallsTest {

    private static final List<GradeStatus> WORST_FIRST = List.of(
            GradeStatus.MISSED,
            GradeStatus.BEHIND,
            GradeStatus.SLIGHTLY_BEHIND,
            GradeStatus.ON_TRACK,
            GradeStatus.ACHIEVED);

    static Stream<Supplier<Case>> plans() {
        return Stream.of(
                () -> Case.indicator().number("=", "100", "2026-12-31"),
                () -> Case.indicator().number(">=", "66.6", "2026-09-30"),
                () -> Case.indicator().number(">", "33.3", "2030-12-31").baseline("12", "2025-01-01"),
                () -> Case.indicator()
                        .number("=", "70", "2025-12-31")
                        .number("=", "85", "2030-12-31")
                        .baseline("62", "2024-12-31"),
                () -> Case.indicator().number("=", "100", "2025-12-31").number("=", "45", "2027-12-31"),
                () -> Case.indicator().range("40", "60", "2027-12-31").baseline("55", "2025-12-31"),
                () -> Case.indicator().number("~", "40", "2027-12-31").baseline("10", "2025-12-31"),
                () -> Case.indicator().target(TargetKind.MAINTAIN, "95", "2026-12-31"),
                () -> Case.indicator()
                        .target(TargetKind.REDUCTION, "50", "2027-12-31")
                        .baseline("0", "2025-12-31"),
                () -> Case.indicator()
                        .target(TargetKind.TREND_UP, null, "2027-12-31")
                        .baseline("50", "2025-12-31"));
    }

    @ParameterizedTest
    @MethodSource("plans")
    void isMonotoneInTheNumerator(Supplier<Case> plan) {
        for (int denominator : new int[] {1, 7, 88, 1000}) {
            int before = -1;
            for (int numerator = 0; numerator <= denominator; numerator++) {
                Judgement grade = plan.get()
                        .figure(numerator + "/" + denominator, "2026-09-30")
                        .on("2026-09-30");
                int now = WORST_FIRST.indexOf(grade.status());
                assertThat(now)
                        .as("%d/%d %s", numerator, denominator, grade.status())
                        .isGreaterThanOrEqualTo(Math.max(before, 0));
                assertThat(grade.shortfall() == null)
                        .as("%d/%d %s %s", numerator, denominator, grade.status(), grade.shortfall())
                        .isEqualTo(grade.status() == GradeStatus.ACHIEVED);
                before = now;
            }
        }
    }

    @ParameterizedTest
    @MethodSource("plans")
    void neverGivesMoreForLessOfABarePercentage(Supplier<Case> plan) {
        int before = -1;
        for (int tenths = 0; tenths <= 1000; tenths++) {
            String percent = tenths / 10 + "." + tenths % 10;
            int now = WORST_FIRST.indexOf(
                    plan.get().figure(percent, "2026-09-30").on("2026-09-30").status());
            assertThat(now).as(percent).isGreaterThanOrEqualTo(Math.max(before, 0));
            before = now;
        }
    }
}
