package vn.monitoring.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IndicatorStoryTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
    void keepsSharesBetweenZeroAndAHundred(int position) {
        IndicatorStory story = IndicatorStory.of(indicator("%", target(2025, 80), target(2030, 100)), position, TODAY);
        assertThat(story.figures()).hasSize(4).allSatisfy(figure -> {
            if (figure.denominator() == null) {
                assertThat(figure.value()).isBetween(BigDecimal.ZERO, BigDecimal.valueOf(100));
            } else {
                assertThat(figure.numerator()).isBetween(BigDecimal.ZERO, figure.denominator());
            }
            assertThat(figure.asOf()).isBeforeOrEqualTo(TODAY);
        });
    }

    @Test
    void leadsEachIndicatorWhereItsCourseSays() {
        double expected = 80 + 20 * (326.0 / 1826);
        assertThat(last(0)).isGreaterThan(expected);
        assertThat(last(2)).isBetween(expected - 2, expected);
        assertThat(last(4)).isLessThan(expected - 4);
        assertThat(last(1)).isEqualTo(100);
    }

    @Test
    void missesWhatIsDueAndNotReached() {
        Indicator passed = indicator("%", target(2025, 75));
        assertThat(IndicatorStory.of(passed, 0, TODAY).course()).isEqualTo(Course.MISSED);
        assertThat(share(IndicatorStory.of(passed, 0, TODAY).figures().getLast()))
                .isLessThan(75);
        assertThat(IndicatorStory.of(passed, 1, TODAY).course()).isEqualTo(Course.ACHIEVED);
        assertThat(share(IndicatorStory.of(passed, 1, TODAY).figures().getLast()))
                .isGreaterThanOrEqualTo(75);
    }

    @Test
    void tellsTheSameStoryAgain() {
        Indicator indicator = indicator("%", target(2026, 90));
        assertThat(IndicatorStory.of(indicator, 3, TODAY)).isEqualTo(IndicatorStory.of(indicator, 3, TODAY));
    }

    @Test
    void countsInWholeNumbers() {
        IndicatorStory story = IndicatorStory.of(indicator("Nhiệm vụ", target(2026, 1), target(2030, 2)), 1, TODAY);
        assertThat(story.figures()).allSatisfy(figure -> {
            assertThat(figure.denominator()).isNull();
            assertThat(figure.value().scale()).isZero();
        });
    }

    private static double last(int position) {
        Indicator indicator = indicator("%", target(2025, 80), target(2030, 100));
        return share(IndicatorStory.of(indicator, position, TODAY).figures().getLast());
    }

    private static double share(Figure figure) {
        return figure.denominator() == null
                ? figure.value().doubleValue()
                : 100 * figure.numerator().doubleValue() / figure.denominator().doubleValue();
    }

    private static Indicator indicator(@Nullable String unit, Target... targets) {
        return new Indicator("i", "p", "10675", "10675.VHXH", "1", "Tỷ lệ", unit, List.of(targets));
    }

    private static Target target(int year, int low) {
        return new Target(
                year,
                LocalDate.of(year, 12, 31),
                ">= " + low,
                "NUMBER",
                BigDecimal.valueOf(low),
                null,
                List.of(),
                false);
    }
}
