package vn.monitoring.report.period;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import vn.monitoring.kit.calendar.Period;
import vn.monitoring.kit.calendar.WorkCalendar;
import vn.monitoring.report.period.CutOffRule.Basis;

/// Every period of two years, one of them a leap year, with the lunar new year and the other days off in between.
class TwoYearsTest {

    private static final WorkCalendar WORK_CALENDAR = new WorkCalendar(
            days(
                    // the lunar new years
                    "2027-02-05 2027-02-08 2027-02-09 2027-02-10 2028-01-25 2028-01-26 2028-01-27 2028-01-28 2028-01-31",
                    // the Hung Kings
                    "2027-04-16 2028-04-04",
                    // the second day of National Day, and days for holidays on a weekend
                    "2027-05-03 2027-09-03 2028-01-03 2028-09-01"),
            days("2028-01-22"));

    @ParameterizedTest
    @CsvFileSource(resources = "/golden/periods-2027-2028.csv", numLinesToSkip = 1)
    void hasItsDays(
            Basis basis,
            String period,
            LocalDate from,
            LocalDate cutOff,
            LocalDate provinceDue,
            LocalDate communeDue,
            LocalDate agencyDue) {
        CutOffRule rule = basis == Basis.DECREE ? CutOffRule.DECREE : CutOffRule.CALENDAR;
        Period regular = Period.of(period);

        assertThat(rule.windowOf(regular)).isEqualTo(new Window(from, cutOff));
        assertThat(dueOn(rule, regular, SenderLevel.PROVINCE)).isEqualTo(provinceDue);
        assertThat(dueOn(rule, regular, SenderLevel.COMMUNE)).isEqualTo(communeDue);
        assertThat(dueOn(rule, regular, SenderLevel.AGENCY)).isEqualTo(agencyDue);
    }

    private static LocalDate dueOn(CutOffRule rule, Period period, SenderLevel level) {
        return DueRule.standard(rule.basis()).dueOn(period, rule, level, WORK_CALENDAR);
    }

    private static Set<LocalDate> days(String... lines) {
        return Stream.of(lines)
                .flatMap(line -> Stream.of(line.split(" ", -1)))
                .map(LocalDate::parse)
                .collect(Collectors.toSet());
    }
}
