package vn.monitoring.indicator.grading;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.monitoring.indicator.target.TargetKind;

/// The worked cases of the domain, each as printed there.
class WorkedCasesTest {

    private static Case rising() {
        return Case.indicator()
                .baseline("62", "2024-12-31")
                .number("=", "70", "2025-12-31")
                .number("=", "85", "2030-12-31");
    }

    @ParameterizedTest
    @CsvSource({"72.1, SLIGHTLY_BEHIND, -0.90", "69.5, BEHIND, -3.50", "73, ON_TRACK, 0.00", "85, ACHIEVED, 12.00"})
    void followsThePathFromTheLastMilestone(String figure, GradeStatus status, BigDecimal gap) {
        Judgement grade = rising().figure(figure, "2026-12-31").on("2026-12-31");

        assertThat(grade.expected()).isEqualByComparingTo("73.00");
        assertThat(grade.status()).isEqualTo(status);
        assertThat(grade.gap()).isEqualByComparingTo(gap);
    }

    @Test
    void showsTheProgressSinceTheBaseline() {
        Judgement grade = rising().figure("69.5", "2026-12-31").on("2026-12-31");

        assertThat(grade.progress()).isEqualByComparingTo("0.682");
        assertThat(grade.baselineAssumed()).isFalse();
    }

    @Test
    void aboveARangeIsExceededNotFailed() {
        Judgement grade = Case.indicator()
                .range("80", "90", "2040-12-31")
                .figure("93", "2039-12-31")
                .on("2039-12-31");

        assertThat(grade.status()).isEqualTo(GradeStatus.ACHIEVED);
    }

    @Test
    void saysWhatIsMissingOfAWhole() {
        Judgement grade = Case.indicator()
                .counting("Cán bộ")
                .number("=", "100", "2026-12-31")
                .figure("87/88", "2026-12-31")
                .on("2026-12-31");

        assertThat(grade.status()).isEqualTo(GradeStatus.MISSED);
        assertThat(grade.shortfall()).isEqualTo(new Shortfall(BigDecimal.ONE, Shortfall.Measure.THINGS));
        assertThat(grade.explanation().vi()).contains("còn thiếu 1 cán bộ.");
    }

    @Test
    void moreThanIsStrict() {
        Case trenBaPhayNam = Case.indicator().baseline("1", "2025-12-31").number(">", "3.5", "2045-12-31");

        assertThat(trenBaPhayNam.figure("3.5", "2045-12-31").on("2045-12-31").status())
                .isEqualTo(GradeStatus.MISSED);
        assertThat(trenBaPhayNam.figure("3.51", "2045-12-31").on("2045-12-31").status())
                .isEqualTo(GradeStatus.ACHIEVED);
    }

    @Test
    void followsAFallingMilestoneDown() {
        Case falling = Case.indicator().number("=", "100", "2030-12-31").number("=", "95", "2035-12-31");

        Judgement grade = falling.figure("94", "2033-06-30").on("2033-06-30");

        assertThat(grade.expected()).isEqualByComparingTo("97.50");
        assertThat(grade.status()).isEqualTo(GradeStatus.BEHIND);
        assertThat(falling.figure("95", "2033-06-30").on("2033-06-30").status()).isEqualTo(GradeStatus.ACHIEVED);
    }

    @ParameterizedTest
    @CsvSource({"95, ACHIEVED", "94.1, SLIGHTLY_BEHIND", "92.5, BEHIND", "949/1000, SLIGHTLY_BEHIND"})
    void judgesALevelToMaintainInEveryPeriod(String figure, GradeStatus status) {
        Judgement grade = Case.indicator()
                .target(TargetKind.MAINTAIN, "95", "2026-12-31")
                .figure(figure, "2026-06-30")
                .on("2026-06-30");

        assertThat(grade.status()).isEqualTo(status);
        assertThat(grade.expected()).isEqualByComparingTo("95");
    }
}
