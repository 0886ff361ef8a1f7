package vn.monitoring.bench.country;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A period by its key (`2026-09`, `2026-Q3`, `2026-H1`, `2026-9M`, `2026`) and its last day in the calendar.
public record ReportingPeriod(String key, LocalDate lastDay) {

    private static final Pattern KEY = Pattern.compile("(\\d{4})(?:-(?:(0[1-9]|1[0-2])|Q([1-4])|H([12])|(9M)))?");

    /// @throws IllegalArgumentException when the text is no period's key
    public static ReportingPeriod of(String key) {
        Matcher matcher = KEY.matcher(key);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("--periods takes keys such as 2026-09 or 2026-Q3, not " + key);
        }
        return new ReportingPeriod(
                key,
                YearMonth.of(Integer.parseInt(matcher.group(1)), lastMonth(matcher))
                        .atEndOfMonth());
    }

    private static int lastMonth(Matcher matcher) {
        if (matcher.group(2) != null) {
            return Integer.parseInt(matcher.group(2));
        }
        if (matcher.group(3) != null) {
            return Integer.parseInt(matcher.group(3)) * 3;
        }
        if (matcher.group(4) != null) {
            return Integer.parseInt(matcher.group(4)) * 6;
        }
        return matcher.group(5) == null ? 12 : 9;
    }

    /// The last quarter that is over on this day.
    public static ReportingPeriod lastQuarter(LocalDate today) {
        YearMonth last = YearMonth.from(today).minusMonths(3);
        return of("%d-Q%d".formatted(last.getYear(), (last.getMonthValue() - 1) / 3 + 1));
    }

    public static ReportingPeriod month(YearMonth month) {
        return of(month.toString());
    }
}
