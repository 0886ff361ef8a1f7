package vn.monitoring.report.period;

import java.time.LocalDate;
import java.time.YearMonth;

/// A day of the month in the period's last month (`monthsAfter` 0) or some months after it; a day that a short month
/// lacks is its last one.
public record DueDay(int day, int monthsAfter) {

    public static final int MOST_MONTHS_AFTER = 6;

    public DueDay {
        if (day < 1 || day > 31 || monthsAfter < 0 || monthsAfter > MOST_MONTHS_AFTER) {
            throw new IllegalArgumentException("A due day is 1 to 31, in the month of the cut-off or up to six later");
        }
    }

    LocalDate in(YearMonth lastMonth) {
        YearMonth month = lastMonth.plusMonths(monthsAfter);
        return month.atDay(Math.min(day, month.lengthOfMonth()));
    }
}
