package vn.monitoring.report.period;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodTest {

    @ParameterizedTest
    @CsvSource({
        "2026-01,MONTH,2026-01,2026-01",
        "2026-12,MONTH,2026-12,2026-12",
        "2026-Q1,QUARTER,2026-01,2026-03",
        "2026-Q4,QUARTER,2026-10,2026-12",
        "2026-H1,HALF,2026-01,2026-06",
        "2026-H2,HALF,2026-07,2026-12",
        "2026-9M,NINE_MONTHS,2026-01,2026-09",
        "2026,YEAR,2026-01,2026-12",
    })
    void readsAndWritesItsKey(String key, Frequency frequency, String firstMonth, String lastMonth) {
        Period period = Period.find(key).orElseThrow();

        assertThat(period.frequency()).isEqualTo(frequency);
        assertThat(period.key()).isEqualTo(key);
        assertThat(period.firstMonth()).hasToString(firstMonth);
        assertThat(period.lastMonth()).hasToString(lastMonth);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "26",
                "2026-",
                "2026-0",
                "2026-13",
                "2026-00",
                "2026-Q5",
                "2026-H3",
                "2026-6M",
                "2026-q1",
                " 2026",
                "Quý I/2026"
            })
    void refusesWhatIsNoKey(String text) {
        assertThat(Period.find(text)).isEmpty();
    }

    @Test
    void refusesAnOrdinalThatTheYearLacks() {
        assertThatThrownBy(() -> new Period(Frequency.QUARTER, 2026, 5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Period(Frequency.MONTH, 2026, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
