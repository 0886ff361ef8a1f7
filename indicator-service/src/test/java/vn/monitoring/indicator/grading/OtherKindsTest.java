package vn.monitoring.indicator.grading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.monitoring.indicator.target.TargetKind;

/// Reduction, trend, relative, words, and what is not graded.
class OtherKindsTest {

    @ParameterizedTest
    @CsvSource({"5x, ACHIEVED, 0", "7.5x, ON_TRACK, 25", "7.6x, SLIGHTLY_BEHIND, 24", "9x, BEHIND, 10"})
    void heldAgainstTheBaselineAReductionIsAPathFromZero(String days, GradeStatus status, String ignoredCut) {
        Judgement grade = Case.indicator()
                .unit("ngày")
                .baseline("10", "2025-12-31")
                .target(TargetKind.REDUCTION, "50", "2027-12-31")
                .figure(days, "2026-12-31")
                .on("2026-12-31");

        assertThat(grade.expected()).isEqualByComparingTo("25.00");
        assertThat(grade.status()).isEqualTo(status);
    }

    @Test
    void aReductionOfAQuantityNeedsAStatedBaseline() {
        Judgement grade = Case.indicator()
                .unit("ngày")
                .target(TargetKind.REDUCTION, "50", "2027-12-31")
                .figure("10x", "2026-03-31")
                .figure("6x", "2026-06-30")
                .on("2026-06-30");

        assertThat(grade.status()).isEqualTo(GradeStatus.NO_DATA);
        assertThat(grade.explanation().vi()).contains("Hãy bổ sung kỳ gốc");
    }

    @Test
    void aShareOfTimeSavedIsTheReductionItself() {
        Judgement grade = Case.indicator()
                .target(TargetKind.REDUCTION, "50", "2026-12-31")
                .figure("500/1000", "2026-12-31")
                .on("2026-12-31");

        assertThat(grade.status()).isEqualTo(GradeStatus.ACHIEVED);
    }

    @ParameterizedTest
    @CsvSource({"61, ACHIEVED", "60, SLIGHTLY_BEHIND", "58, SLIGHTLY_BEHIND", "57.9, BEHIND"})
    void aTrendIsHeldAgainstTheSameTimeLastYear(String figure, GradeStatus status) {
        Judgement grade = Case.indicator()
                .target(TargetKind.TREND_UP, null, "2030-12-31")
                .figure("60", "2025-09-30")
                .figure("90", "2026-03-31")
                .figure(figure, "2026-09-30")
                .on("2026-09-30");

        assertThat(grade.status()).isEqualTo(status);
    }

    @Test
    void aTrendFallsBackToTheBaselineAndWaitsForAnyReference() {
        Case trend = Case.indicator().target(TargetKind.TREND_DOWN, null, "2030-12-31");

        assertThat(trend.figure("60", "2026-03-31").on("2026-03-31").status()).isEqualTo(GradeStatus.NO_DATA);
        assertThat(trend.figure("55", "2026-06-30").on("2026-06-30").status()).isEqualTo(GradeStatus.ACHIEVED);
    }

    @ParameterizedTest
    @CsvSource({"66, ACHIEVED", "65.9, SLIGHTLY_BEHIND", "63, BEHIND"})
    void aTrendWithAFigureAsksForThatMuch(String figure, GradeStatus status) {
        Judgement grade = Case.indicator()
                .target(TargetKind.TREND_UP, "10", "2030-12-31")
                .baseline("60", "2025-12-31")
                .figure(figure, "2026-06-30")
                .on("2026-06-30");

        assertThat(grade.status()).isEqualTo(status);
    }

    @Test
    void relativeTargetsNeedTheProvincesFigure() {
        Case relative =
                Case.indicator().target(TargetKind.RELATIVE, null, "2030-12-31").figure("60", "2026-06-30");

        assertThat(relative.on("2026-06-30").status()).isEqualTo(GradeStatus.NO_DATA);
        assertThat(relative.province("59.9").on("2026-06-30").status()).isEqualTo(GradeStatus.ACHIEVED);
        assertThat(relative.province("60").on("2026-06-30").status()).isEqualTo(GradeStatus.SLIGHTLY_BEHIND);
    }

    @ParameterizedTest
    @CsvSource({
        // elapsed half of 2025-12-31..2027-12-31: 1.5 expected
        "3, true, true, ACHIEVED",
        "2, true, true, ON_TRACK",
        "1, true, true, ON_TRACK",
        "0, false, false, SLIGHTLY_BEHIND",
        "3, false, true, ON_TRACK",
        "2, true, false, ON_TRACK",
    })
    void wordsAreJudgedOnTheRubric(int level, boolean document, boolean otherUnit, GradeStatus status) {
        Judgement grade = Case.indicator()
                .target(TargetKind.QUALITATIVE, null, "2025-12-31")
                .target(TargetKind.QUALITATIVE, null, "2027-12-31")
                .level(level, document, otherUnit, "2026-12-31")
                .on("2026-12-31");

        assertThat(grade.status()).isEqualTo(status);
        assertThat(grade.expected()).isEqualByComparingTo("1.50");
    }

    @ParameterizedTest
    @CsvSource({
        "2027-11-30, 1, BEHIND",
        "2027-11-30, 2, SLIGHTLY_BEHIND",
        "2027-12-31, 2, MISSED",
        "2027-12-31, 3, ACHIEVED"
    })
    void wordsAreDueInTheEnd(String date, int level, GradeStatus status) {
        Judgement grade = Case.indicator()
                .watchedSince("2025-12-31")
                .target(TargetKind.QUALITATIVE, null, "2027-12-31")
                .level(level, true, true, date)
                .on(date);

        assertThat(grade.status()).isEqualTo(status);
    }

    @Test
    void anUnprovenLevelCountsAsBegun() {
        Judgement grade = Case.indicator()
                .target(TargetKind.QUALITATIVE, null, "2026-12-31")
                .level(3, true, false, "2026-11-30")
                .on("2026-11-30");

        assertThat(grade.status()).isEqualTo(GradeStatus.BEHIND);
        assertThat(grade.explanation().vi()).contains("Mức báo cáo là 3/3 nhưng chưa có đủ văn bản minh chứng");
    }

    @ParameterizedTest
    @EnumSource(names = {"NONE", "ZERO_NOT_SET"})
    void whatThePlanLeavesOpenIsNotGraded(TargetKind kind) {
        Case open = Case.indicator()
                .target(kind, null, "2026-12-31")
                .number(">=", "2", "2030-12-31")
                .figure("1x", "2026-06-30");

        assertThat(open.on("2026-06-30").status()).isEqualTo(GradeStatus.NO_TARGET);
        assertThat(open.figure("1x", "2027-03-31").on("2027-03-31").status()).isEqualTo(GradeStatus.SLIGHTLY_BEHIND);
    }

    @Test
    void anIndicatorWithoutTargetsIsNotGraded() {
        assertThat(Case.indicator().figure("5", "2026-06-30").on("2026-06-30").status())
                .isEqualTo(GradeStatus.NO_TARGET);
    }

    @Test
    void aDenominatorOfZeroMeansNotApplicable() {
        Judgement grade = Case.indicator()
                .number("=", "100", "2026-12-31")
                .figure("-", "2026-06-30")
                .on("2026-06-30");

        assertThat(grade.status()).isEqualTo(GradeStatus.NO_TARGET);
        assertThat(grade.explanation().vi()).contains("Mẫu số bằng 0", "không áp dụng");
    }

    @ParameterizedTest
    @CsvSource({
        "2025-06-30, NOT_DUE",
        "2025-07-01, NO_DATA",
    })
    void withoutAnyFigureItIsNotDueForTwoPeriods(String date, GradeStatus status) {
        Judgement grade = Case.indicator()
                .watchedSince("2025-01-01")
                .number("=", "100", "2026-12-31")
                .on(date);

        assertThat(grade.status()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"2025-12-31, ON_TRACK", "2026-01-01, NO_DATA"})
    void afterTwoMissedPeriodsThereIsNotEnoughData(String date, GradeStatus status) {
        Judgement grade = Case.indicator()
                .number("=", "100", "2026-12-31")
                .baseline("50", "2024-12-31")
                .figure("90", "2025-06-30")
                .on(date);

        assertThat(grade.status()).isEqualTo(status);
    }

    @Test
    void aDisputedTargetIsNotGradedUntilSomebodyDecides() {
        Judgement grade = Case.indicator()
                .target(TargetKind.NUMBER, ">=", "50", null, "2025-12-31", TargetPoint.Standing.IN_DISPUTE)
                .figure("60", "2025-09-30")
                .on("2025-09-30");

        assertThat(grade.status()).isEqualTo(GradeStatus.NO_DATA);
        assertThat(grade.provisional()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"95", "90"})
    void aDoubtfulTargetIsGradedProvisionally(String figure) {
        Judgement grade = Case.indicator()
                .target(TargetKind.NUMBER, "=", "95", null, "2026-12-31", TargetPoint.Standing.PROVISIONAL)
                .figure(figure, "2026-12-31")
                .on("2026-12-31");

        assertThat(grade.status().isJudged()).isTrue();
        assertThat(grade.provisional()).isTrue();
    }
}
