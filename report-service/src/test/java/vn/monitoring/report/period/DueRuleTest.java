package vn.monitoring.report.period;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vn.monitoring.kit.calendar.Period;
import vn.monitoring.kit.calendar.Period.Frequency;
import vn.monitoring.kit.calendar.WorkCalendar;

class DueRuleTest {

    private static final WorkCalendar WEEKENDS_ONLY = WorkCalendar.withoutSettings();

    @ParameterizedTest
    @CsvSource({
        // a province: the 25th, or the next working day
        "2026-Q3,PROVINCE,2026-09-25", // Friday
        "2026-Q4,PROVINCE,2026-12-25",
        "2026-10,PROVINCE,2026-10-26", // the 25th is a Sunday
        "2027-09,PROVINCE,2027-09-27", // the 25th is a Saturday
        "2027-H1,PROVINCE,2027-06-25",
        "2028-02,PROVINCE,2028-02-25", // leap year
        "2027,PROVINCE,2027-12-27", // the 25th is a Saturday
        // a commune and an agency send earlier
        "2026-Q3,COMMUNE,2026-09-21", // the 20th is a Sunday
        "2026-Q3,AGENCY,2026-09-18",
        "2026-9M,COMMUNE,2026-09-21",
        "2027-01,COMMUNE,2027-01-20",
    })
    void isDueOnTheDayOfTheLevel(String key, SenderLevel level, LocalDate dueOn) {
        assertThat(DueRule.DECREE.dueOn(period(key), CutOffRule.DECREE, level, WEEKENDS_ONLY))
                .isEqualTo(dueOn);
    }

    @ParameterizedTest
    @CsvSource({
        "2026,PROVINCE,2027-01-11", // the 10th is a Sunday; the year changes
        "2026-12,COMMUNE,2027-01-05",
        "2028-02,AGENCY,2028-03-03", // leap year
        "2027-01,AGENCY,2027-02-03",
        "2027-Q3,AGENCY,2027-10-04", // the 3rd is a Sunday
    })
    void isDueInTheNextMonthForCalendarPeriods(String key, SenderLevel level, LocalDate dueOn) {
        assertThat(DueRule.CALENDAR.dueOn(period(key), CutOffRule.CALENDAR, level, WEEKENDS_ONLY))
                .isEqualTo(dueOn);
    }

    @ParameterizedTest
    @CsvSource({
        // cut-off Monday 14/9/2026: Tuesday lies between, so Wednesday is the earliest
        "2026-09,15,1,2026-09-16",
        "2026-09,16,1,2026-09-16",
        "2026-09,15,3,2026-09-18",
        // a due day before the cut-off moves behind it
        "2026-09,10,1,2026-09-16",
        // cut-off Friday 14/8/2026: Saturday and Sunday do not count
        "2026-08,17,1,2026-08-18",
        "2026-08,18,1,2026-08-18",
        // cut-off Saturday 14/11/2026
        "2026-11,15,1,2026-11-17",
        // cut-off Sunday 14/2/2027
        "2027-02,15,1,2027-02-16",
    })
    void leavesWorkingDaysBetweenCutOffAndDue(String key, int day, int minimum, LocalDate dueOn) {
        assertThat(rule(day, 0, minimum, true)
                        .dueOn(period(key), CutOffRule.DECREE, SenderLevel.COMMUNE, WEEKENDS_ONLY))
                .isEqualTo(dueOn);
    }

    @Test
    void staysOnAWeekendWhenTheRegimeSaysSo() {
        assertThat(rule(25, 0, 1, false)
                        .dueOn(period("2026-10"), CutOffRule.DECREE, SenderLevel.COMMUNE, WEEKENDS_ONLY))
                .isEqualTo("2026-10-25");
    }

    @Test
    void countsHolidaysAndWorkedWeekendsOfTheSetting() {
        // the lunar new year of 2026 and a Saturday worked in its stead
        WorkCalendar workCalendar = new WorkCalendar(
                Set.of(
                        LocalDate.parse("2026-02-16"),
                        LocalDate.parse("2026-02-17"),
                        LocalDate.parse("2026-02-18"),
                        LocalDate.parse("2026-02-19"),
                        LocalDate.parse("2026-02-20")),
                Set.of(LocalDate.parse("2026-02-28")));

        assertThat(DueRule.DECREE.dueOn(period("2026-02"), CutOffRule.DECREE, SenderLevel.AGENCY, workCalendar))
                .as("18/2 is off until Monday 23/2; between the 14th and the 23rd nobody works")
                .isEqualTo("2026-02-24");
        assertThat(rule(28, 0, 1, true).dueOn(period("2026-02"), CutOffRule.DECREE, SenderLevel.AGENCY, workCalendar))
                .isEqualTo("2026-02-28");
    }

    @ParameterizedTest
    @CsvSource({"2027-02,2027-02-28", "2028-02,2028-02-29", "2027-04,2027-04-30"})
    void takesTheLastDayOfAShortMonth(String key, LocalDate dueOn) {
        assertThat(rule(31, 0, 1, false).dueOn(period(key), CutOffRule.DECREE, SenderLevel.COMMUNE, WEEKENDS_ONLY))
                .isEqualTo(dueOn);
    }

    @ParameterizedTest
    @EnumSource(Frequency.class)
    void isAlwaysAWorkingDayAfterTheCutOffOverTwoYears(Frequency frequency) {
        for (int year = 2027; year <= 2028; year++) {
            for (int ordinal = 1; ordinal <= perYear(frequency); ordinal++) {
                Period period = new Period(year, frequency, ordinal);
                for (SenderLevel level : SenderLevel.values()) {
                    for (CutOffRule cutOffRule : Set.of(CutOffRule.DECREE, CutOffRule.CALENDAR)) {
                        DueRule rule = DueRule.standard(cutOffRule.basis());
                        LocalDate cutOff = cutOffRule.windowOf(period).cutOff();
                        LocalDate dueOn = rule.dueOn(period, cutOffRule, level, WEEKENDS_ONLY);
                        assertThat(WEEKENDS_ONLY.isWorkingDay(dueOn))
                                .as("%s %s", period.key(), level)
                                .isTrue();
                        assertThat(WEEKENDS_ONLY.workingDaysBetween(cutOff, dueOn))
                                .as("%s %s", period.key(), level)
                                .isPositive();
                    }
                }
            }
        }
    }

    @Test
    void refusesARuleWithoutAWorkingDay() {
        assertThatThrownBy(() -> rule(25, 0, 0, true)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new DueDay(0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new DueDay(32, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new DueDay(1, -1)).isInstanceOf(IllegalArgumentException.class);
    }

    private static DueRule rule(int day, int monthsAfter, int minimumWorkingDays, boolean movesToWorkingDay) {
        DueDay dueDay = new DueDay(day, monthsAfter);
        return new DueRule(dueDay, dueDay, dueDay, minimumWorkingDays, movesToWorkingDay);
    }

    private static int perYear(Frequency frequency) {
        return frequency == Frequency.NINE_MONTHS ? 1 : 12 / frequency.months();
    }

    private static Period period(String key) {
        return Period.find(key).orElseThrow();
    }
}
