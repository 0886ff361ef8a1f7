package vn.monitoring.report.period;

import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A period by its key: `2026-09`, `2026-Q3`, `2026-H1`, `2026-9M` or `2026`; `ordinal` counts from 1 within the year.
public record Period(Frequency frequency, int year, int ordinal) {

    private static final Pattern KEY = Pattern.compile("(\\d{4})(?:-(?:(0[1-9]|1[0-2])|Q([1-4])|H([12])|(9M)))?");

    public Period {
        if (ordinal < 1 || ordinal > frequency.perYear()) {
            throw new IllegalArgumentException("No period " + ordinal + " of " + frequency + " in a year");
        }
    }

    /// The period that a key names, or empty when the text is no period key.
    public static Optional<Period> find(String key) {
        Matcher matcher = KEY.matcher(key);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int year = Integer.parseInt(matcher.group(1));
        if (matcher.group(2) != null) {
            return Optional.of(new Period(Frequency.MONTH, year, Integer.parseInt(matcher.group(2))));
        }
        if (matcher.group(3) != null) {
            return Optional.of(new Period(Frequency.QUARTER, year, Integer.parseInt(matcher.group(3))));
        }
        if (matcher.group(4) != null) {
            return Optional.of(new Period(Frequency.HALF, year, Integer.parseInt(matcher.group(4))));
        }
        return Optional.of(new Period(matcher.group(5) == null ? Frequency.YEAR : Frequency.NINE_MONTHS, year, 1));
    }

    public String key() {
        return switch (frequency) {
            case MONTH -> "%04d-%02d".formatted(year, ordinal);
            case QUARTER -> "%04d-Q%d".formatted(year, ordinal);
            case HALF -> "%04d-H%d".formatted(year, ordinal);
            case NINE_MONTHS -> "%04d-9M".formatted(year);
            case YEAR -> "%04d".formatted(year);
        };
    }

    public YearMonth firstMonth() {
        return frequency.firstMonth(year, ordinal);
    }

    public YearMonth lastMonth() {
        return frequency.lastMonth(year, ordinal);
    }
}
