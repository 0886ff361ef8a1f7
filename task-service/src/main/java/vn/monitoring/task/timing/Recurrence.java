package vn.monitoring.task.timing;

import java.time.LocalDate;
import vn.monitoring.kit.calendar.Period;

/// How often something comes back, by the calendar.
public enum Recurrence {
    MONTHLY(1),
    QUARTERLY(3),
    HALF_YEARLY(6),
    YEARLY(12);

    private final int months;

    Recurrence(int months) {
        this.months = months;
    }

    /// The first day of the calendar period that holds the day.
    public LocalDate firstDay(LocalDate day) {
        int month = (day.getMonthValue() - 1) / months * months + 1;
        return LocalDate.of(day.getYear(), month, 1);
    }

    /// The last day of the calendar period that holds the day.
    public LocalDate lastDay(LocalDate day) {
        return firstDay(day).plusMonths(months).minusDays(1);
    }

    /// The calendar period that holds the day.
    public Period period(LocalDate day) {
        return Period.containing(
                day,
                switch (this) {
                    case MONTHLY -> Period.Frequency.MONTH;
                    case QUARTERLY -> Period.Frequency.QUARTER;
                    case HALF_YEARLY -> Period.Frequency.HALF_YEAR;
                    case YEARLY -> Period.Frequency.YEAR;
                });
    }
}
