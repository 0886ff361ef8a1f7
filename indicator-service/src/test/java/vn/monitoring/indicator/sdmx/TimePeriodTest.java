package vn.monitoring.indicator.sdmx;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.monitoring.kit.calendar.Period;

class TimePeriodTest {

    @ParameterizedTest
    @CsvSource({
        "2026-09, 2026-M09, M",
        "2026-Q3, 2026-Q3, Q",
        "2026-H1, 2026-S1, S",
        "2026-9M, 2026-01-01/P9M, _O",
        "2026, 2026, A"
    })
    void writesPeriodsAsSdmxDoes(String key, String written, String frequency) {
        assertThat(TimePeriod.write(Period.of(key))).isEqualTo(written);
        assertThat(Frequency.of(Period.of(key)).code()).isEqualTo(frequency);
    }

    @ParameterizedTest
    @CsvSource({
        "2026, 2026-01-01, 2026-12-31",
        "2026-A1, 2026-01-01, 2026-12-31",
        "2026-S2, 2026-07-01, 2026-12-31",
        "2026-Q1, 2026-01-01, 2026-03-31",
        "2026-Q4, 2026-10-01, 2026-12-31",
        "2026-M02, 2026-02-01, 2026-02-28",
        "2028-02, 2028-02-01, 2028-02-29",
        "2026-09-30, 2026-09-30, 2026-09-30"
    })
    void readsWhatRequestsSay(String text, LocalDate first, LocalDate last) {
        assertThat(TimePeriod.find(text)).contains(new TimePeriod(first, last));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "26", "2026-Q5", "2026-S3", "2026-M13", "2026-13", "2026-02-30", "2026-H1", "quý III"})
    void readsNothingElse(String text) {
        assertThat(TimePeriod.find(text)).isEmpty();
    }
}
