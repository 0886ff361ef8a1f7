package vn.monitoring.kit.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.monitoring.kit.calendar.Period.Frequency;

class PeriodTest {

    @ParameterizedTest
    @CsvSource({
        "2026-09, MONTH, 2026-09-01, 2026-09-30, 2026-08, 2025-09",
        "2026-01, MONTH, 2026-01-01, 2026-01-31, 2025-12, 2025-01",
        "2028-02, MONTH, 2028-02-01, 2028-02-29, 2028-01, 2027-02",
        "2026-Q3, QUARTER, 2026-07-01, 2026-09-30, 2026-Q2, 2025-Q3",
        "2026-Q1, QUARTER, 2026-01-01, 2026-03-31, 2025-Q4, 2025-Q1",
        "2026-H2, HALF_YEAR, 2026-07-01, 2026-12-31, 2026-H1, 2025-H2",
        "2026-9M, NINE_MONTHS, 2026-01-01, 2026-09-30, 2025-9M, 2025-9M",
        "2026, YEAR, 2026-01-01, 2026-12-31, 2025, 2025",
    })
    void readsKeysAndKnowsItsDays(
            String key, Frequency frequency, LocalDate first, LocalDate last, String previous, String lastYear) {
        Period period = Period.of(key);

        assertThat(period.key()).isEqualTo(key);
        assertThat(period.frequency()).isEqualTo(frequency);
        assertThat(period.firstDay()).isEqualTo(first);
        assertThat(period.lastDay()).isEqualTo(last);
        assertThat(period.previous()).isEqualTo(Period.of(previous));
        assertThat(period.lastYear()).isEqualTo(Period.of(lastYear));
        assertThat(period.contains(first)).isTrue();
        assertThat(period.contains(last.plusDays(1))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2026-13", "2026-00", "2026-Q5", "2026-H3", "2026-6M", "26-Q1", "2026-q1", "2026-Q1 "})
    void refusesOtherTexts(String key) {
        assertThat(Period.find(key)).isEmpty();
        assertThatThrownBy(() -> Period.of(key)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-22, MONTH, 2026-11",
        "2026-11-22, QUARTER, 2026-Q4",
        "2026-06-30, HALF_YEAR, 2026-H1",
        "2026-07-01, HALF_YEAR, 2026-H2",
        "2026-12-31, YEAR, 2026"
    })
    void findsThePeriodOfADay(LocalDate day, Frequency frequency, String key) {
        assertThat(Period.containing(day, frequency).key()).isEqualTo(key);
    }

    @Test
    void ordersByEndThenByLength() {
        assertThat(Period.of("2026-Q3")).isLessThan(Period.of("2026-9M")).isGreaterThan(Period.of("2026-09"));
        assertThat(Period.of("2026-Q3")).isLessThan(Period.of("2026-10"));
    }
}
