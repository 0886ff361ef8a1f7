package vn.monitoring.kit.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkCalendarTest {

    private static final WorkCalendar WEEKENDS_ONLY = WorkCalendar.withoutSettings();

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource({
        // working days stay
        "2026-06-30, 2026-06-30",
        "2026-12-31, 2026-12-31",
        // a month's end on a weekend moves into the next month, also in a leap year
        "2026-01-31, 2026-02-02",
        "2026-02-28, 2026-03-02",
        "2028-02-29, 2028-02-29",
        "2032-02-29, 2032-03-01",
        // a year's end on a weekend, and the first of January behind it
        "2022-12-31, 2023-01-02",
        "2027-01-01, 2027-01-04",
        "2028-01-01, 2028-01-03",
        // the holidays with a fixed date
        "2026-04-30, 2026-05-04",
        "2026-05-01, 2026-05-04",
        "2026-09-02, 2026-09-03"
    })
    void findsTheNextWorkingDay(LocalDate day, LocalDate expected) {
        assertThat(WEEKENDS_ONLY.onOrAfter(day)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource({"2026-02-14, 2026-02-14", "2026-02-16, 2026-02-23", "2026-02-20, 2026-02-23", "2026-02-28, 2026-03-02"})
    void followsTheSettings(LocalDate day, LocalDate expected) {
        WorkCalendar lunarNewYear = new WorkCalendar(
                Set.copyOf(LocalDate.of(2026, 2, 16)
                        .datesUntil(LocalDate.of(2026, 2, 21))
                        .toList()),
                Set.of(LocalDate.of(2026, 2, 14)));

        assertThat(lunarNewYear.onOrAfter(day)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} … {1}: {2}")
    @CsvSource({
        "2026-06-12, 2026-06-15, 0",
        "2026-06-12, 2026-06-17, 2",
        "2026-06-12, 2026-06-12, 0",
        "2026-06-17, 2026-06-12, 0"
    })
    void countsWorkingDaysBetween(LocalDate after, LocalDate before, int expected) {
        assertThat(WEEKENDS_ONLY.workingDaysBetween(after, before)).isEqualTo(expected);
    }
}
