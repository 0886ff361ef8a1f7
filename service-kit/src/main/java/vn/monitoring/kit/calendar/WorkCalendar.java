package vn.monitoring.kit.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Set;

/// Working days of public offices: Monday to Friday, without public holidays.
///
/// The holidays with a fixed solar date (Labour Code 2019, article 112) are built in; the lunar ones, the second
/// day of National Day and days swapped by the Government change every year and are settings: `daysOff`, and
/// `workedWeekends` for Saturdays and Sundays worked instead.
public record WorkCalendar(Set<LocalDate> daysOff, Set<LocalDate> workedWeekends) {

    private static final Set<MonthDay> FIXED_HOLIDAYS =
            Set.of(MonthDay.of(1, 1), MonthDay.of(4, 30), MonthDay.of(5, 1), MonthDay.of(9, 2));

    public WorkCalendar {
        daysOff = Set.copyOf(daysOff);
        workedWeekends = Set.copyOf(workedWeekends);
    }

    public static WorkCalendar withoutSettings() {
        return new WorkCalendar(Set.of(), Set.of());
    }

    public boolean isWorkingDay(LocalDate day) {
        if (daysOff.contains(day) || FIXED_HOLIDAYS.contains(MonthDay.from(day))) {
            return false;
        }
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return !weekend || workedWeekends.contains(day);
    }

    /// The day itself when it is worked, else the next one that is.
    public LocalDate onOrAfter(LocalDate day) {
        LocalDate candidate = day;
        while (!isWorkingDay(candidate)) {
            candidate = candidate.plusDays(1);
        }
        return candidate;
    }

    /// Working days that lie wholly between two days, both excluded.
    public int workingDaysBetween(LocalDate after, LocalDate before) {
        return Math.toIntExact(after.plusDays(1)
                .datesUntil(max(after.plusDays(1), before))
                .filter(this::isWorkingDay)
                .count());
    }

    private static LocalDate max(LocalDate left, LocalDate right) {
        return left.isAfter(right) ? left : right;
    }
}
