package vn.monitoring.report.period;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReportPeriodTest {

    @ParameterizedTest
    @CsvSource({
        "2026-09,MONTH",
        "2026-Q3,QUARTER",
        "2026-H1,HALF_YEAR",
        "2026-9M,NINE_MONTHS",
        "2026,YEAR",
        "2026-X03,AD_HOC",
        "2026-X1204,AD_HOC"
    })
    void readsItsKey(String key, ReportFrequency frequency) {
        ReportPeriod period = ReportPeriod.of(key);

        assertThat(period.frequency()).isEqualTo(frequency);
        assertThat(period.key()).isEqualTo(key);
        assertThat(period.isAdHoc()).isEqualTo(frequency.regular().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-X3", "2026-X", "X2026-03", "2026-X0000003", "2026-Q5", "", "quý III"})
    void refusesAnythingElse(String key) {
        assertThat(ReportPeriod.find(key)).isEmpty();
        assertThatThrownBy(() -> ReportPeriod.of(key)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void numbersCalls() {
        assertThat(ReportPeriod.adHoc(2026, 3).key()).isEqualTo("2026-X03");
        assertThat(ReportPeriod.adHoc(2026, 999_999).key()).hasSize(ReportPeriod.KEY_LENGTH);
        assertThat(ReportPeriod.adHoc(2026, 12).numberOfCall()).isEqualTo(12);
        assertThat(ReportPeriod.adHoc(2026, 12).year()).isEqualTo(2026);
        assertThatThrownBy(() -> ReportPeriod.of("2026-Q3").numberOfCall()).isInstanceOf(IllegalStateException.class);
    }
}
