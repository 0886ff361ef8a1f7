package vn.monitoring.indicator.grading;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Regressing, at risk, and flows cumulated over the year.
class TrendOverlaysTest {

    @ParameterizedTest
    @CsvSource({"69, false", "68.99, true", "71, false"})
    void regressesWhenWorseByMoreThanOnePoint(String figure, boolean regressing) {
        Judgement grade = Case.indicator()
                .number("=", "90", "2030-12-31")
                .figure("70", "2026-03-31")
                .figure(figure, "2026-06-30")
                .on("2026-06-30");

        assertThat(grade.regressing()).isEqualTo(regressing);
    }

    @Test
    void aFlowDoesNotRegressWhenItsYearStartsAnew() {
        Case flow = Case.indicator()
                .unit("Nhiệm vụ")
                .number(">=", "10", "2030-12-31")
                .figure("8x", "2025-12-31")
                .figure("2x", "2026-03-31");

        assertThat(flow.on("2026-03-31").regressing()).isTrue();
        assertThat(flow.flow().on("2026-03-31").regressing()).isFalse();
    }

    @Test
    void isAtRiskWhenTheProjectionMisses() {
        Case slow = Case.indicator()
                .number("=", "90", "2026-12-31")
                .figure("60", "2026-01-01")
                .figure("62", "2026-03-02")
                .figure("64", "2026-05-01");

        Judgement grade = slow.on("2026-05-01");

        assertThat(grade.projection()).isEqualByComparingTo("72.13");
        assertThat(grade.atRisk()).isTrue();
        assertThat(grade.explanation().vi()).contains("đến 31/12/2026 dự kiến 72,13%, có nguy cơ không đạt");
    }

    @Test
    void needsThreeFiguresWithinTwoYears() {
        Case two = Case.indicator()
                .number("=", "90", "2026-12-31")
                .figure("10", "2024-04-30")
                .figure("62", "2026-03-02")
                .figure("64", "2026-05-01");

        assertThat(two.on("2026-05-01").projection()).isNull();
        assertThat(two.on("2026-05-01").atRisk()).isFalse();
    }

    @Test
    void oneOddFigureDoesNotBendTheProjectionAndSharesStayWithin100() {
        Case odd = Case.indicator()
                .number("=", "100", "2026-12-31")
                .figure("60", "2026-01-01")
                .figure("61", "2026-01-31")
                .figure("5", "2026-03-02")
                .figure("63", "2026-04-01")
                .figure("64", "2026-05-01");
        Case steep = Case.indicator()
                .number("=", "100", "2026-12-31")
                .figure("30", "2026-01-01")
                .figure("60", "2026-03-02")
                .figure("90", "2026-05-01");

        assertThat(odd.on("2026-05-01").projection()).isBetween(new BigDecimal("71"), new BigDecimal("73"));
        assertThat(steep.on("2026-05-01").projection()).isEqualByComparingTo("100");
        assertThat(steep.on("2026-05-01").atRisk()).isFalse();
    }

    @Test
    void addsNumeratorsAndDenominatorsNeverPercents() {
        List<Observation> observations = YearToDate.cumulate(List.of(
                flow("2026-02-01", "2026-02-28", "300/1000"),
                flow("2026-01-01", "2026-01-31", "9/10"),
                flow("2026-03-01", "2026-03-31", "-"),
                flow("2027-01-01", "2027-01-31", "5/10")));

        assertThat(observations)
                .containsExactly(
                        new Observation(LocalDate.parse("2026-01-31"), Case.figure("9/10")),
                        new Observation(LocalDate.parse("2026-02-28"), Case.figure("309/1010")),
                        new Observation(LocalDate.parse("2026-03-31"), Case.figure("309/1010")),
                        new Observation(LocalDate.parse("2027-01-31"), Case.figure("5/10")));
        assertThat(observations.get(1).figure()).extracting(Figure::value).isEqualTo(new BigDecimal("30.594059"));
    }

    @Test
    void countsNothingTwice() {
        List<Observation> observations = YearToDate.cumulate(List.of(
                flow("2026-01-01", "2026-01-31", "3x"),
                flow("2026-02-01", "2026-02-28", "4x"),
                flow("2026-01-01", "2026-03-31", "9x"),
                flow("2026-04-01", "2026-04-30", "2x"),
                flow("2026-04-01", "2026-06-30", "5x")));

        assertThat(observations)
                .extracting(Observation::figure)
                .containsExactly(
                        Case.figure("3x"),
                        Case.figure("7x"),
                        Case.figure("9x"),
                        Case.figure("11x"),
                        Case.figure("14x"));
    }

    private static YearToDate.PeriodFigure flow(String from, String asOf, String figure) {
        return new YearToDate.PeriodFigure(LocalDate.parse(from), LocalDate.parse(asOf), Case.figure(figure));
    }
}
