package vn.monitoring.report.period;

import java.time.LocalDate;
import java.time.YearMonth;
import vn.monitoring.kit.calendar.Period;
import vn.monitoring.kit.calendar.WorkCalendar;

/// When the report of a period is due, per level of its sender.
///
/// A province sends by the 25th of the period's last month and at least one working day lies between the cut-off and
/// the due date (Decree 09/2019/NĐ-CP,
/// article 13); the days of the lower levels are settings. A due date on a day off moves to the next working day (Civil
/// Code 2015, article 148.5) unless the
/// regime says otherwise. `minimumWorkingDays` counts whole working days after the cut-off date and before the due
/// date.
public record DueRule(
        DueDay province, DueDay commune, DueDay agency, int minimumWorkingDays, boolean movesToWorkingDay) {

    public static final int MOST_WORKING_DAYS = 30;

    /// What a regime on the decree's periods gets when it sets nothing.
    public static final DueRule DECREE = new DueRule(new DueDay(25, 0), new DueDay(20, 0), new DueDay(18, 0), 1, true);

    /// What a regime on calendar periods gets when it sets nothing: the figures are cut off on the last day, so the
    /// report follows in the next month.
    public static final DueRule CALENDAR = new DueRule(new DueDay(10, 1), new DueDay(5, 1), new DueDay(3, 1), 1, true);

    public DueRule {
        if (minimumWorkingDays < 1 || minimumWorkingDays > MOST_WORKING_DAYS) {
            throw new IllegalArgumentException("One to " + MOST_WORKING_DAYS + " working days lie before the due date");
        }
    }

    public static DueRule standard(CutOffRule.Basis basis) {
        return switch (basis) {
            case DECREE -> DECREE;
            case CALENDAR -> CALENDAR;
        };
    }

    public DueDay dayOf(SenderLevel level) {
        return switch (level) {
            case PROVINCE -> province;
            case COMMUNE -> commune;
            case AGENCY -> agency;
        };
    }

    /// The last day on which the report is on time.
    public LocalDate dueOn(Period period, CutOffRule cutOffRule, SenderLevel level, WorkCalendar workCalendar) {
        LocalDate cutOff = cutOffRule.windowOf(period).cutOff();
        LocalDate due = settle(dayOf(level).in(YearMonth.from(period.lastDay())), workCalendar);
        while (workCalendar.workingDaysBetween(cutOff, due) < minimumWorkingDays) {
            due = settle(due.isAfter(cutOff) ? due.plusDays(1) : cutOff.plusDays(1), workCalendar);
        }
        return due;
    }

    private LocalDate settle(LocalDate day, WorkCalendar workCalendar) {
        return movesToWorkingDay ? workCalendar.onOrAfter(day) : day;
    }
}
