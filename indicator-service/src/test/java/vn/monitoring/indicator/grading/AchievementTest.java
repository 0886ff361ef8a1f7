package vn.monitoring.indicator.grading;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AchievementTest {

    @ParameterizedTest
    @CsvSource({
        ">=, 75, 3/4, true",
        ">=, 75, 2999999999999/4000000000000, false",
        ">=, 33.34, 1/3, false",
        ">=, 33.33, 1/3, true",
        ">=, 1.5, 1.5, true",
        ">=, 1.5, 1.49, false",
        ">, 3.5, 7/200, false",
        ">, 3.5, 71/2000, true",
        "=, 100, 88/88, true",
        "=, 100, 87/88, false",
        "=, 80, 93, true",
        "~, 40, 38, true",
        "~, 40, 37.99, false",
        "~, 40, 45, true",
        ">=, 2, 2x, true",
        ">=, 2, 1x, false",
        "=, 1, 2x, true",
    })
    void higherIsBetter(String comparator, String low, String figure, boolean met) {
        Judgement grade = Case.indicator()
                .number(comparator, low, "2030-12-31")
                .figure(figure, "2030-12-31")
                .on("2030-12-31");

        assertThat(grade.status()).isEqualTo(met ? GradeStatus.ACHIEVED : GradeStatus.MISSED);
    }

    @ParameterizedTest
    @CsvSource({
        "<=, 10, 10, true",
        "<=, 10, 10.01, false",
        "<, 10, 10, false",
        "=, 10, 9, true",
        "=, 10, 11, false",
        "~, 40, 42, true",
        "~, 40, 42.01, false",
    })
    void lowerIsBetter(String comparator, String low, String figure, boolean met) {
        Judgement grade = Case.indicator()
                .lowerIsBetter()
                .number(comparator, low, "2030-12-31")
                .figure(figure, "2030-12-31")
                .on("2030-12-31");

        assertThat(grade.status()).isEqualTo(met ? GradeStatus.ACHIEVED : GradeStatus.MISSED);
    }

    @ParameterizedTest
    @CsvSource({
        ">=, 80, 363/500, 37, THINGS",
        ">=, 33.4, 333/1000, 1, THINGS",
        "=, 100, 87/88, 1, THINGS",
        ">, 50, 50/100, 1, THINGS",
        ">=, 50, 12.5/100, 37.5, THINGS",
        ">=, 80, 72.5, 7.5, POINTS",
        ">=, 2, 0x, 2, OWN_UNIT",
        ">, 2, 2x, 1, OWN_UNIT",
        ">=, 2.5, 1.2x, 1.3, OWN_UNIT",
    })
    void saysWhatIsMissing(
            String comparator, String low, String figure, BigDecimal missing, Shortfall.Measure measure) {
        Judgement grade = Case.indicator()
                .number(comparator, low, "2030-12-31")
                .figure(figure, "2030-12-31")
                .on("2030-12-31");

        assertThat(grade.shortfall()).isEqualTo(new Shortfall(missing, measure));
    }

    @ParameterizedTest
    @CsvSource({"75/100, 5", "70/100, ", "71/100, 1"})
    void saysWhatIsTooMuchWhereLowerIsBetter(String figure, BigDecimal tooMuch) {
        Shortfall shortfall = Case.indicator()
                .lowerIsBetter()
                .number("<=", "70", "2030-12-31")
                .figure(figure, "2030-12-31")
                .on("2030-12-31")
                .shortfall();

        if (tooMuch == null) {
            assertThat(shortfall).isNull();
        } else {
            assertThat(shortfall).isEqualTo(new Shortfall(tooMuch, Shortfall.Measure.THINGS));
        }
    }
}
