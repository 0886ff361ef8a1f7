package vn.monitoring.report.period;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vn.monitoring.kit.calendar.Period;
import vn.monitoring.kit.calendar.Period.Frequency;

class CutOffRuleTest {

    @ParameterizedTest
    @CsvSource({
        // the year changes inside the period
        "2027-01,2026-12-15,2027-01-14",
        "2027-Q1,2026-12-15,2027-03-14",
        "2027-H1,2026-12-15,2027-06-14",
        "2027-9M,2026-12-15,2027-09-14",
        "2027,2026-12-15,2027-12-14",
        // leap year
        "2028-02,2028-01-15,2028-02-14",
        "2028-03,2028-02-15,2028-03-14",
        "2028-Q1,2027-12-15,2028-03-14",
        // the others
        "2027-12,2027-11-15,2027-12-14",
        "2027-Q2,2027-03-15,2027-06-14",
        "2027-Q3,2027-06-15,2027-09-14",
        "2027-Q4,2027-09-15,2027-12-14",
        "2027-H2,2027-06-15,2027-12-14",
        "2028-H2,2028-06-15,2028-12-14",
        "2028,2027-12-15,2028-12-14",
    })
    void followsTheDecree(String key, LocalDate from, LocalDate cutOff) {
        assertThat(CutOffRule.DECREE.windowOf(period(key))).isEqualTo(new Window(from, cutOff));
    }

    @ParameterizedTest
    @CsvSource({
        "2027-01,2027-01-01,2027-01-31",
        "2027-02,2027-02-01,2027-02-28",
        "2028-02,2028-02-01,2028-02-29",
        "2028-Q1,2028-01-01,2028-03-31",
        "2027-Q2,2027-04-01,2027-06-30",
        "2027-Q4,2027-10-01,2027-12-31",
        "2027-H1,2027-01-01,2027-06-30",
        "2027-H2,2027-07-01,2027-12-31",
        "2028-9M,2028-01-01,2028-09-30",
        "2028,2028-01-01,2028-12-31",
    })
    void followsTheCalendar(String key, LocalDate from, LocalDate cutOff) {
        assertThat(CutOffRule.CALENDAR.windowOf(period(key))).isEqualTo(new Window(from, cutOff));
    }

    @ParameterizedTest
    @CsvSource({
        "20,2027-Q1,2026-12-21,2027-03-20",
        "27,2028-02,2028-01-28,2028-02-27",
        "1,2027-01,2026-12-02,2027-01-01"
    })
    void followsADayOfTheRegime(int cutOffDay, String key, LocalDate from, LocalDate cutOff) {
        CutOffRule rule = new CutOffRule(CutOffRule.Basis.DECREE, cutOffDay);

        assertThat(rule.windowOf(period(key))).isEqualTo(new Window(from, cutOff));
    }

    @ParameterizedTest
    @CsvSource({"0", "28", "31", "-1"})
    void refusesADayThatSomeMonthLacks(int cutOffDay) {
        assertThatThrownBy(() -> new CutOffRule(CutOffRule.Basis.DECREE, cutOffDay))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @EnumSource(
            value = Frequency.class,
            names = {"MONTH", "QUARTER", "HALF_YEAR", "YEAR"})
    void leavesNeitherGapNorOverlapOverTwoYears(Frequency frequency) {
        for (CutOffRule rule :
                List.of(CutOffRule.DECREE, CutOffRule.CALENDAR, new CutOffRule(CutOffRule.Basis.DECREE, 27))) {
            List<Window> windows = new ArrayList<>();
            for (int year = 2027; year <= 2028; year++) {
                for (int ordinal = 1; ordinal <= perYear(frequency); ordinal++) {
                    windows.add(rule.windowOf(new Period(year, frequency, ordinal)));
                }
            }
            for (int index = 1; index < windows.size(); index++) {
                assertThat(windows.get(index).from())
                        .isEqualTo(windows.get(index - 1).cutOff().plusDays(1));
            }
        }
    }

    @Test
    void closesAtMidnightInVietnamAfterTheCutOffDate() {
        assertThat(CutOffRule.DECREE.windowOf(period("2026-Q3")).closedAt()).hasToString("2026-09-14T17:00:00Z");
        assertThat(CutOffRule.CALENDAR.windowOf(period("2026")).closedAt()).hasToString("2026-12-31T17:00:00Z");
    }

    @ParameterizedTest
    @CsvSource({
        "MONTH,2026-11-14,2027-02-14,2026-12 2027-01 2027-02",
        "MONTH,2026-11-13,2026-11-14,2026-11",
        "MONTH,2026-11-14,2026-11-14,''",
        "QUARTER,2026-12-13,2027-06-13,2026-Q4 2027-Q1",
        "HALF_YEAR,2026-01-01,2027-12-31,2026-H1 2026-H2 2027-H1 2027-H2",
        "NINE_MONTHS,2026-09-13,2027-09-14,2026-9M 2027-9M",
        "YEAR,2026-12-14,2027-12-14,2027",
    })
    void namesThePeriodsToOpenAfterADowntime(Frequency frequency, LocalDate after, LocalDate until, String keys) {
        List<String> expected = keys.isEmpty() ? List.of() : List.of(keys.split(" "));

        assertThat(CutOffRule.DECREE.cutOffWithin(frequency, after, until))
                .extracting(Period::key)
                .containsExactlyElementsOf(expected);
    }

    private static int perYear(Frequency frequency) {
        return frequency == Frequency.NINE_MONTHS ? 1 : 12 / frequency.months();
    }

    private static Period period(String key) {
        return Period.find(key).orElseThrow();
    }
}
