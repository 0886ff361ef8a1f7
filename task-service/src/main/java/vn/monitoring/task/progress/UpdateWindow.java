package vn.monitoring.task.progress;

import java.time.LocalDate;
import java.time.YearMonth;

/// The days within which the updates of a month are to come in (source: plan of Thạch Khôi, monthly update rule).
///
/// Days beyond the end of a short month mean its last day. A last day before the first one lies in the following
/// month: 25 to 5 is the 25th to the 5th of the next.
///
/// @param firstDay day of the month, 1 to 31
/// @param lastDay day of the month, 1 to 31
public record UpdateWindow(int firstDay, int lastDay) {

    public UpdateWindow {
        if (firstDay < 1 || firstDay > 31 || lastDay < 1 || lastDay > 31) {
            throw new IllegalArgumentException("no days of a month: " + firstDay + " to " + lastDay);
        }
    }

    public LocalDate opens(YearMonth month) {
        return day(month, firstDay);
    }

    public LocalDate closes(YearMonth month) {
        return day(lastDay < firstDay ? month.plusMonths(1) : month, lastDay);
    }

    /// Whether the window of the month is open on the day, both ends included.
    public boolean holds(YearMonth month, LocalDate day) {
        return !day.isBefore(opens(month)) && !day.isAfter(closes(month));
    }

    private static LocalDate day(YearMonth month, int day) {
        return month.atDay(Math.min(day, month.lengthOfMonth()));
    }
}
