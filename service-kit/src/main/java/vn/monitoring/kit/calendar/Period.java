package vn.monitoring.kit.calendar;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A named stretch of a calendar year: `2026-09`, `2026-Q3`, `2026-H1`, `2026-9M` (its first nine months) or `2026`.
///
/// Its first and last day are those of the calendar; the stretch that a report covers under Decree 09/2019/NĐ-CP is the
/// reporting service's matter.
public record Period(int year, Frequency frequency, int number) implements Comparable<Period> {

    private static final Pattern KEY = Pattern.compile("(\\d{4})(?:-(?:(0[1-9]|1[0-2])|Q([1-4])|H([12])|(9M)))?");

    /// How long a period lasts.
    public enum Frequency {
        MONTH(1),
        QUARTER(3),
        HALF_YEAR(6),
        NINE_MONTHS(9),
        YEAR(12);

        private final int months;

        Frequency(int months) {
            this.months = months;
        }

        public int months() {
            return months;
        }
    }

    public Period {
        int most = switch (frequency) {
            case MONTH -> 12;
            case QUARTER -> 4;
            case HALF_YEAR -> 2;
            case NINE_MONTHS, YEAR -> 1;
        };
        if (number < 1 || number > most) {
            throw new IllegalArgumentException("no " + frequency + " number " + number);
        }
    }

    /// Reads a key; empty for anything else.
    public static Optional<Period> find(String key) {
        Matcher matcher = KEY.matcher(key);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int year = Integer.parseInt(matcher.group(1));
        if (matcher.group(2) != null) {
            return Optional.of(new Period(year, Frequency.MONTH, Integer.parseInt(matcher.group(2))));
        }
        if (matcher.group(3) != null) {
            return Optional.of(new Period(year, Frequency.QUARTER, Integer.parseInt(matcher.group(3))));
        }
        if (matcher.group(4) != null) {
            return Optional.of(new Period(year, Frequency.HALF_YEAR, Integer.parseInt(matcher.group(4))));
        }
        return Optional.of(new Period(year, matcher.group(5) == null ? Frequency.YEAR : Frequency.NINE_MONTHS, 1));
    }

    /// As [#find].
    /// @throws IllegalArgumentException when the text is no period key
    @JsonCreator
    public static Period of(String key) {
        return find(key).orElseThrow(() -> new IllegalArgumentException("not a period: " + key));
    }

    /// As [#of]; by this name a parameter of a request becomes a period.
    public static Period fromString(String key) {
        return of(key);
    }

    /// The period of this frequency in which the day falls (nine months: of its year, also in the last quarter).
    public static Period containing(LocalDate day, Frequency frequency) {
        int number = switch (frequency) {
            case MONTH, QUARTER, HALF_YEAR -> (day.getMonthValue() - 1) / frequency.months() + 1;
            case NINE_MONTHS, YEAR -> 1;
        };
        return new Period(day.getYear(), frequency, number);
    }

    @JsonValue
    public String key() {
        return switch (frequency) {
            case MONTH -> "%d-%02d".formatted(year, number);
            case QUARTER -> year + "-Q" + number;
            case HALF_YEAR -> year + "-H" + number;
            case NINE_MONTHS -> year + "-9M";
            case YEAR -> Integer.toString(year);
        };
    }

    public LocalDate firstDay() {
        return LocalDate.of(year, (number - 1) * frequency.months() + 1, 1);
    }

    public LocalDate lastDay() {
        return YearMonth.of(year, number * frequency.months()).atEndOfMonth();
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(firstDay()) && !day.isAfter(lastDay());
    }

    /// The one before it of the same frequency.
    public Period previous() {
        return switch (frequency) {
            case MONTH, QUARTER, HALF_YEAR -> containing(firstDay().minusDays(1), frequency);
            case NINE_MONTHS, YEAR -> new Period(year - 1, frequency, 1);
        };
    }

    /// The same period one year earlier.
    public Period lastYear() {
        return new Period(year - 1, frequency, number);
    }

    @Override
    public int compareTo(Period other) {
        int byEnd = lastDay().compareTo(other.lastDay());
        return byEnd != 0 ? byEnd : Integer.compare(frequency.months(), other.frequency.months());
    }

    @Override
    public String toString() {
        return key();
    }
}
