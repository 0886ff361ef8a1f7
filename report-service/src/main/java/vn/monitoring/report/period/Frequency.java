package vn.monitoring.report.period;

import java.time.YearMonth;

/// How often a report is sent; each constant knows the months that its periods span.
public enum Frequency {
    MONTH(1, 12),
    QUARTER(3, 4),
    HALF(6, 2),
    NINE_MONTHS(9, 1),
    YEAR(12, 1);

    private final int months;
    private final int perYear;

    Frequency(int months, int perYear) {
        this.months = months;
        this.perYear = perYear;
    }

    /// How many periods of this kind one year has.
    public int perYear() {
        return perYear;
    }

    YearMonth firstMonth(int year, int ordinal) {
        return YearMonth.of(year, (ordinal - 1) * months + 1);
    }

    YearMonth lastMonth(int year, int ordinal) {
        return firstMonth(year, ordinal).plusMonths(months - 1L);
    }
}
