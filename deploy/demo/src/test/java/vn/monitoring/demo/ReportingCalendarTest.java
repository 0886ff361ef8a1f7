package vn.monitoring.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportingCalendarTest {

    @ParameterizedTest
    @CsvSource({
        "2026-11-22, 2025-12, 2026-11, 2026-Q3, 2026-09-14",
        "2026-11-14, 2025-11, 2026-10, 2026-Q3, 2026-09-14",
        "2026-12-15, 2026-01, 2026-12, 2026-Q4, 2026-12-14",
        "2027-01-02, 2026-01, 2026-12, 2026-Q4, 2026-12-14"
    })
    void endsWithTheLastPeriodThatIsCutOff(
            LocalDate today, String first, String last, String quarter, LocalDate cutOff) {
        assertThat(ReportingCalendar.months(today)).hasSize(12);
        assertThat(ReportingCalendar.months(today).getFirst().period()).isEqualTo(first);
        assertThat(ReportingCalendar.months(today).getLast().period()).isEqualTo(last);
        assertThat(ReportingCalendar.quarters(today)).hasSize(4);
        assertThat(ReportingCalendar.lastQuarter(today)).isEqualTo(new ReportingCalendar.Cut(quarter, cutOff));
    }

    @Test
    void cutsInsideThePeriod() {
        assertThat(ReportingCalendar.months(LocalDate.of(2026, 11, 22)))
                .allSatisfy(cut ->
                        assertThat(cut.period()).isEqualTo(cut.on().toString().substring(0, 7)));
    }
}
