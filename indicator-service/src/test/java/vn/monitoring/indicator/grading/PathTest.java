package vn.monitoring.indicator.grading;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.monitoring.indicator.target.TargetKind;

class PathTest {

    @ParameterizedTest
    @CsvSource({
        "2025-12-31, 70.00, 70.00",
        "2025-06-01, 70.00, 70.00",
        "2026-12-31, 73.00, 70.00",
        "2028-02-29, 76.49, 70.00",
        "2030-12-30, 84.99, 70.00",
        "2030-12-31, 85.00, 85.00",
        "2031-06-30, 85.00, 85.00",
    })
    void risesEvenlyByDaysOrInOneStep(LocalDate date, BigDecimal linear, BigDecimal step) {
        assertThat(path(GradingPolicy.PathShape.LINEAR).expectedOn(date)).isEqualTo(linear);
        assertThat(path(GradingPolicy.PathShape.STEP).expectedOn(date)).isEqualTo(step);
    }

    @Test
    void startsAtTheFirstVerifiedFigureWithoutABaseline() {
        Judgement grade = Case.indicator()
                .number(">=", "90", "2030-12-31")
                .figure("40/100", "2026-03-31")
                .figure("45/100", "2026-12-31")
                .on("2026-12-31");

        assertThat(grade.baselineAssumed()).isTrue();
        assertThat(grade.expected()).isEqualByComparingTo("47.92");
        assertThat(grade.explanation().vi()).contains("Kế hoạch chưa nêu kỳ gốc", "40% ngày 31/03/2026");
    }

    @Test
    void startsAnewAtALaterStatedBaseline() {
        Judgement grade = Case.indicator()
                .number("=", "70", "2025-12-31")
                .number("=", "90", "2026-12-31")
                .baseline("50", "2026-06-30")
                .figure("60", "2026-09-30")
                .on("2026-09-30");

        assertThat(grade.expected()).isEqualByComparingTo("70.00");
    }

    @Test
    void judgesNumbersUnderATargetInWordsByTheNextMilestoneInNumbers() {
        Judgement grade = Case.indicator()
                .target(TargetKind.QUALITATIVE, null, "2025-12-31")
                .number("=", "100", "2030-12-31")
                .baseline("50", "2025-01-01")
                .figure("60", "2025-12-31")
                .on("2025-12-31");

        assertThat(grade.status()).isEqualTo(GradeStatus.ON_TRACK);
        assertThat(grade.target()).extracting(TargetPoint::due).isEqualTo(LocalDate.of(2030, 12, 31));
    }

    @ParameterizedTest
    @CsvSource({"25, ON_TRACK", "26, SLIGHTLY_BEHIND", "27.01, BEHIND", "20, ACHIEVED"})
    void followsAFallWhereLowerIsBetter(String figure, GradeStatus status) {
        Judgement grade = Case.indicator()
                .lowerIsBetter()
                .baseline("30", "2025-12-31")
                .number("<=", "20", "2027-12-31")
                .figure(figure, "2026-12-31")
                .on("2026-12-31");

        assertThat(grade.expected()).isEqualByComparingTo("25.00");
        assertThat(grade.status()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"4x, ON_TRACK", "3x, SLIGHTLY_BEHIND", "2x, BEHIND", "8x, ACHIEVED"})
    void isLenientByOneForCounts(String figure, GradeStatus status) {
        Judgement grade = Case.indicator()
                .unit("Doanh nghiệp")
                .baseline("0", "2025-12-31")
                .number(">=", "8", "2027-12-31")
                .figure(figure, "2026-12-31")
                .on("2026-12-31");

        assertThat(grade.status()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({
        "2025-12-31, 62.00, 62.00",
        "2026-02-14, 63.00, 62.00",
        "2026-03-31, 64.00, 64.00",
        "2026-06-30, 70.00, 70.00",
        "2026-12-31, 80.00, 80.00",
    })
    void runsThroughThePointsEnteredByHand(String date, BigDecimal linear, BigDecimal step) {
        Case stated = Case.indicator()
                .baseline("62", "2025-12-31")
                .number("=", "80", "2026-12-31")
                .point("63", "2025-12-01")
                .point("64", "2026-03-31")
                .point("70", "2026-06-30")
                .point("99", "2026-12-31")
                .figure("50", date);

        assertThat(stated.on(date).expected()).isEqualByComparingTo(linear);
        assertThat(stated.policy(Case.stepwise()).on(date).expected()).isEqualByComparingTo(step);
    }

    @Test
    void saysThatThePathWasEnteredByHand() {
        Explanation why = Case.indicator()
                .baseline("60", "2025-12-31")
                .number("=", "80", "2026-12-31")
                .point("70", "2026-03-31")
                .figure("69", "2026-03-31")
                .on("2026-03-31")
                .explanation();

        assertThat(why.vi()).contains("lộ trình đã nhập đến ngày 31/03/2026 là 70,00%", "chậm nhẹ");
        assertThat(why.en()).contains("the path as stated asks for 70.00% by 31/03/2026", "slightly behind");
    }

    private static Path path(GradingPolicy.PathShape shape) {
        return Path.between(
                LocalDate.of(2025, 12, 31),
                new BigDecimal("70"),
                LocalDate.of(2030, 12, 31),
                new BigDecimal("85"),
                shape);
    }
}
