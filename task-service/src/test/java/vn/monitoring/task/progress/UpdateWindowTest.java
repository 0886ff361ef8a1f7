package vn.monitoring.task.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UpdateWindowTest {

    @ParameterizedTest(name = "{0}–{1} of {2}: {3} to {4}")
    @CsvSource({
        "1, 31, 2026-04, 2026-04-01, 2026-04-30",
        "1, 31, 2026-12, 2026-12-01, 2026-12-31",
        "20, 31, 2026-02, 2026-02-20, 2026-02-28",
        "20, 31, 2028-02, 2028-02-20, 2028-02-29",
        "30, 31, 2026-02, 2026-02-28, 2026-02-28",
        "20, 25, 2026-06, 2026-06-20, 2026-06-25",
        "25, 5, 2026-06, 2026-06-25, 2026-07-05",
        "25, 5, 2026-12, 2026-12-25, 2027-01-05",
        "31, 30, 2027-01, 2027-01-31, 2027-02-28"
    })
    void opensAndClosesByTheCalendar(int first, int last, YearMonth month, LocalDate opens, LocalDate closes) {
        UpdateWindow window = new UpdateWindow(first, last);

        assertThat(window.opens(month)).isEqualTo(opens);
        assertThat(window.closes(month)).isEqualTo(closes);
        assertThat(window.holds(month, opens)).isTrue();
        assertThat(window.holds(month, closes)).isTrue();
        assertThat(window.holds(month, opens.minusDays(1))).isFalse();
        assertThat(window.holds(month, closes.plusDays(1))).isFalse();
    }

    @ParameterizedTest(name = "{0}–{1} on {2}: closed {3}, belongs to {4}")
    @CsvSource({
        "1, 31, 2026-05-01, 2026-04, 2026-05",
        "1, 31, 2026-05-02, , 2026-05",
        "1, 31, 2027-01-01, 2026-12, 2027-01",
        "1, 31, 2028-02-29, , 2028-02",
        "1, 31, 2028-03-01, 2028-02, 2028-03",
        "20, 25, 2026-06-26, 2026-06, 2026-06",
        "25, 5, 2026-07-06, 2026-06, 2026-07",
        "25, 5, 2026-07-05, , 2026-06",
        "25, 5, 2027-01-06, 2026-12, 2027-01",
        "25, 5, 2027-01-01, , 2026-12"
    })
    void knowsTheMonthOfADay(int first, int last, LocalDate day, @Nullable YearMonth closed, YearMonth month) {
        WindowSeries windows = new WindowSeries(new UpdateWindow(first, last), Map.of());

        assertThat(windows.closedBefore(day).orElse(null)).isEqualTo(closed);
        assertThat(windows.monthOf(day)).isEqualTo(month);
    }

    @Test
    void closesEachMonthOnceWhenTheWindowChanges() {
        WindowSeries windows = new WindowSeries(
                new UpdateWindow(25, 5),
                Map.of(
                        YearMonth.of(2026, 6), new UpdateWindow(1, 31),
                        YearMonth.of(2026, 9), new UpdateWindow(20, 25)));

        assertThat(LocalDate.of(2026, 1, 1)
                        .datesUntil(LocalDate.of(2027, 1, 1))
                        .flatMap(day -> windows.closedBefore(day).stream()))
                .doesNotHaveDuplicates()
                .hasSize(13)
                .contains(YearMonth.of(2026, 5), YearMonth.of(2026, 6), YearMonth.of(2026, 9));
    }
}
