package vn.monitoring.indicator.grading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.monitoring.indicator.target.TargetKind;

/// Shares of few things: one missing is never "behind", and the grade says that the denominator is small.
class FewThingsTest {

    private static Case halfwayTo100() {
        return Case.indicator().baseline("50", "2025-12-31").number("=", "100", "2027-12-31");
    }

    @ParameterizedTest
    @CsvSource({
        // 75 % are expected: 6 of 8
        "6/8, ON_TRACK",
        "5/8, SLIGHTLY_BEHIND",
        "4/8, BEHIND",
        "8/8, ACHIEVED",
        // 3 of 4
        "2/4, SLIGHTLY_BEHIND",
        "1/4, BEHIND",
        // ten are not few
        "7/10, SLIGHTLY_BEHIND",
        "6/10, BEHIND",
        "5/9, BEHIND",
        "6/9, SLIGHTLY_BEHIND",
    })
    void oneMissingIsOnlySlightlyBehind(String figure, GradeStatus status) {
        assertThat(halfwayTo100().figure(figure, "2026-12-31").on("2026-12-31").status())
                .isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"4/5, SLIGHTLY_BEHIND", "3/5, BEHIND", "95/100, ACHIEVED", "92/100, BEHIND"})
    void soItIsWithALevelToMaintain(String figure, GradeStatus status) {
        Judgement grade = Case.indicator()
                .target(TargetKind.MAINTAIN, "95", "2026-12-31")
                .figure(figure, "2026-06-30")
                .on("2026-06-30");

        assertThat(grade.status()).isEqualTo(status);
    }

    @Test
    void whereLowerIsBetterOneTooManyIsForgiven() {
        Case few = Case.indicator()
                .lowerIsBetter()
                .target(TargetKind.MAINTAIN, "<=", "0", null, "2026-12-31", TargetPoint.Standing.SETTLED);

        assertThat(few.figure("1/6", "2026-06-30").on("2026-06-30").status()).isEqualTo(GradeStatus.SLIGHTLY_BEHIND);
        assertThat(few.figure("2/6", "2026-07-31").on("2026-07-31").status()).isEqualTo(GradeStatus.BEHIND);
    }

    @Test
    void onTheDueDateArithmeticDecides() {
        Judgement grade = halfwayTo100().figure("7/8", "2027-12-31").on("2027-12-31");

        assertThat(grade.status()).isEqualTo(GradeStatus.MISSED);
        assertThat(grade.shortfall()).isEqualTo(new Shortfall(java.math.BigDecimal.ONE, Shortfall.Measure.THINGS));
    }

    @ParameterizedTest
    @CsvSource({"6/8, 5/8, false", "6/8, 4/8, true", "2/3, 1/3, false", "600/1000, 580/1000, true"})
    void oneLessIsNoRegression(String before, String now, boolean regressing) {
        Judgement grade = halfwayTo100()
                .figure(before, "2026-09-30")
                .figure(now, "2026-12-31")
                .on("2026-12-31");

        assertThat(grade.regressing()).isEqualTo(regressing);
    }

    @Test
    void warnsOfASmallDenominatorOnly() {
        assertThat(halfwayTo100()
                        .figure("5/8", "2026-12-31")
                        .on("2026-12-31")
                        .explanation()
                        .vi())
                .contains("Mẫu số nhỏ (8)");
        assertThat(halfwayTo100()
                        .figure("5/8", "2026-12-31")
                        .on("2026-12-31")
                        .explanation()
                        .en())
                .contains("Small denominator (8)");
        assertThat(halfwayTo100()
                        .figure("7/10", "2026-12-31")
                        .on("2026-12-31")
                        .explanation()
                        .vi())
                .doesNotContain("Mẫu số nhỏ");
    }
}
