package vn.monitoring.bench.country;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GeneratedFigureTest {

    private static final ReportingPeriod PERIOD = ReportingPeriod.of("2026-Q3");

    @Test
    void isTheSameForTheSameSeedAndPlace() {
        assertThat(figure("10675", 0)).isEqualTo(figure("10675", 0));
        assertThat(figure("10675", 0)).isNotEqualTo(figure("10750", 0));
    }

    @Test
    void hasTheColumnsOfTheBatch() {
        GeneratedFigure figure = figure("10675", 0);
        assertThat(figure.csv())
                .isEqualTo("10675,XH.VNEID,2026-Q3,%d,%d,,2026-09-30,Báo cáo kỳ 2026-Q3,%n"
                        .formatted(figure.numerator(), figure.denominator()));
        assertThat(GeneratedFigure.CSV_HEADER.split(",", -1))
                .hasSameSizeAs(figure.csv().split(",", -1));
    }

    @Test
    void namesItsIndicatorWhereAsked() {
        UUID id = UUID.fromString("6f0c0a52-0f6f-4d0e-9a3a-0d6b3f3c7f11");
        assertThat(figure("10675", 0).csv(id))
                .isEqualTo(figure("10675", 0).csv().stripTrailing() + id + "\n");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void hasAnotherValueAsAVariant(int variant) {
        assertThat(figure("10675", variant).numerator())
                .isNotEqualTo(figure("10675", 0).numerator());
    }

    @Test
    void isAShareThatCanBe() {
        for (int code = 40_000; code < 41_000; code++) {
            GeneratedFigure figure = figure(Integer.toString(code), 3);
            assertThat(figure.numerator()).isBetween(1, figure.denominator());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2026-09, 2026-09-30",
        "2024-02, 2024-02-29",
        "2026-Q3, 2026-09-30",
        "2026-H1, 2026-06-30",
        "2026-9M, 2026-09-30",
        "2026, 2026-12-31"
    })
    void isAsOfTheLastDayOfItsPeriod(String key, LocalDate day) {
        assertThat(ReportingPeriod.of(key).lastDay()).isEqualTo(day);
    }

    @ParameterizedTest
    @CsvSource({"2026-11-22, 2026-Q3", "2026-10-01, 2026-Q3", "2026-09-30, 2026-Q2", "2026-01-15, 2025-Q4"})
    void knowsTheLastQuarterThatIsOver(LocalDate today, String key) {
        assertThat(ReportingPeriod.lastQuarter(today).key()).isEqualTo(key);
    }

    private static GeneratedFigure figure(String unit, int variant) {
        return GeneratedFigure.of(57, unit, "XH.VNEID", PERIOD, variant);
    }
}
