package vn.monitoring.indicator.sdmx;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.monitoring.kit.calendar.Period;

/// A stretch of time as SDMX writes it: `2026`, `2026-S1`, `2026-Q3`, `2026-M09`; in a request also
/// `2026-A1`, `2026-09` and `2026-09-30`.
record TimePeriod(LocalDate firstDay, LocalDate lastDay) {

    private static final Pattern REPORTING = Pattern.compile("(\\d{4})-(A1|S[12]|Q[1-4]|M(?:0[1-9]|1[0-2]))");
    private static final Pattern YEAR_OR_MONTH = Pattern.compile("\\d{4}(-(0[1-9]|1[0-2]))?");

    /// How a period is written. Nine months are a time range, since SDMX has no reporting period of
    /// that length.
    static String write(Period period) {
        return switch (period.frequency()) {
            case MONTH -> "%d-M%02d".formatted(period.year(), period.number());
            case QUARTER -> period.year() + "-Q" + period.number();
            case HALF_YEAR -> period.year() + "-S" + period.number();
            case NINE_MONTHS -> period.firstDay() + "/P9M";
            case YEAR -> Integer.toString(period.year());
        };
    }

    /// Reads a period of a request; empty for anything else.
    static Optional<TimePeriod> find(String text) {
        Matcher reporting = REPORTING.matcher(text);
        if (reporting.matches()) {
            return Optional.of(ofReporting(Integer.parseInt(reporting.group(1)), reporting.group(2)));
        }
        if (YEAR_OR_MONTH.matcher(text).matches()) {
            YearMonth month = text.length() == 4 ? YearMonth.of(Integer.parseInt(text), 12) : YearMonth.parse(text);
            LocalDate first = text.length() == 4 ? month.withMonth(1).atDay(1) : month.atDay(1);
            return Optional.of(new TimePeriod(first, month.atEndOfMonth()));
        }
        try {
            LocalDate day = LocalDate.parse(text);
            return Optional.of(new TimePeriod(day, day));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static TimePeriod ofReporting(int year, String part) {
        int number = Integer.parseInt(part.substring(1));
        int months = switch (part.charAt(0)) {
            case 'A' -> 12;
            case 'S' -> 6;
            case 'Q' -> 3;
            default -> 1;
        };
        YearMonth last = YearMonth.of(year, number * months);
        return new TimePeriod(last.minusMonths(months - 1L).atDay(1), last.atEndOfMonth());
    }
}
