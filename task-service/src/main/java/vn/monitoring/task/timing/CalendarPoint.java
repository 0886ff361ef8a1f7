package vn.monitoring.task.timing;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A day, month, quarter, half-year or year named in a text, with its place there.
///
/// @param first first day of what is named
/// @param last last day of what is named
/// @param from where it begins in the text
/// @param to where it ends in the text
/// @param yearFromPlan true when the text names no year
record CalendarPoint(TimingKind kind, LocalDate first, LocalDate last, int from, int to, boolean yearFromPlan) {

    /// The points of a text in their order.
    ///
    /// @param impossible true when the text also names one that no calendar has ("31/02/2026", "tháng 13/2026")
    record Found(List<CalendarPoint> points, boolean impossible) {}

    private static final String YEAR = "((?:19|20|21)\\d\\d)(?!\\d)";
    private static final String OF_YEAR = "\\s*(?:[/.,-]|của)?\\s*(?:năm\\s*)?";

    /// The alternatives in the order in which they win; groups are read by position in `read`.
    private static final Pattern DATED = Pattern.compile(
            // 1-3 ngày 15 tháng 3 năm 2026
            "ngày\\s*(\\d{1,2})\\s*tháng\\s*(\\d{1,2})" + OF_YEAR + YEAR
                    // 4-6 15/3/2026
                    + "|(?<!\\d)(\\d{1,2})\\s?[/.-]\\s?(\\d{1,2})(?:\\s?[/.-]\\s?|\\s+năm\\s+)" + YEAR
                    // 7-9 6 tháng đầu năm 2026, 9 tháng năm 2026
                    + "|(?<!\\d)(?:0?6\\s*tháng\\s*(đầu|cuối)|0?(9)\\s*tháng(?:\\s*đầu)?)(?:\\s*năm)?\\s*" + YEAR
                    // 10-11 quý II/2026, quý I, II/2026 (the last one counts)
                    + "|quý\\s*(?:(?:[ivx]+|\\d)\\s*(?:,|-|và|đến)\\s*(?:quý\\s*)?)*([ivx]+|\\d)" + OF_YEAR + YEAR
                    // 12-13 tháng 9/2025
                    + "|(?:tháng|(?<![\\p{L}\\d])t)\\s*(\\d{1,2})" + OF_YEAR + YEAR
                    // 14-15 9/2025
                    + "|(?<![\\d/])(\\d{1,2})\\s?[/-]\\s?" + YEAR
                    // 16 2026
                    + "|(?<!\\d)" + YEAR);

    private static final Pattern WITHOUT_YEAR = Pattern.compile(
            "quý\\s*([ivx]+|\\d)(?![\\p{L}\\d])|(?<!\\d)(?<!\\d )tháng\\s*(\\d{1,2})(?!\\d)|(?:cuối|hết|trong)\\s+năm(?:\\s+nay)?(?![\\p{L}\\d])");

    private static final Map<String, Integer> QUARTERS =
            Map.of("i", 1, "ii", 2, "iii", 3, "iv", 4, "1", 1, "2", 2, "3", 3, "4", 4);

    /// Every point of a normalised text; one without a year counts only when there is no other and a plan year is
    /// known.
    static Found allIn(String text, @Nullable Integer planYear) {
        List<Optional<CalendarPoint>> read =
                DATED.matcher(text).results().map(CalendarPoint::read).toList();
        if (read.isEmpty() && planYear != null) {
            read = WITHOUT_YEAR
                    .matcher(text)
                    .results()
                    .map(match -> readInYear(match, planYear))
                    .toList();
        }
        List<CalendarPoint> points = read.stream().flatMap(Optional::stream).toList();
        return new Found(points, points.size() < read.size());
    }

    private static Optional<CalendarPoint> read(MatchResult match) {
        if (match.group(1) != null) {
            return day(match, match.group(1), match.group(2), match.group(3));
        }
        if (match.group(4) != null) {
            return day(match, match.group(4), match.group(5), match.group(6));
        }
        if (match.group(7) != null) {
            YearMonth start =
                    YearMonth.of(number(match.group(9)), match.group(7).equals("đầu") ? 1 : 7);
            return Optional.of(stretch(match, TimingKind.HALF_YEAR, start, 6, false));
        }
        if (match.group(8) != null) {
            return Optional.of(stretch(match, TimingKind.PERIOD, YearMonth.of(number(match.group(9)), 1), 9, false));
        }
        if (match.group(10) != null) {
            return quarter(match, match.group(10), number(match.group(11)), false);
        }
        if (match.group(12) != null) {
            return month(match, number(match.group(12)), number(match.group(13)), false);
        }
        if (match.group(14) != null) {
            return month(match, number(match.group(14)), number(match.group(15)), false);
        }
        return Optional.of(stretch(match, TimingKind.YEAR, YearMonth.of(number(match.group(16)), 1), 12, false));
    }

    private static Optional<CalendarPoint> readInYear(MatchResult match, int year) {
        if (match.group(1) != null) {
            return quarter(match, match.group(1), year, true);
        }
        if (match.group(2) != null) {
            return month(match, number(match.group(2)), year, true);
        }
        return Optional.of(stretch(match, TimingKind.YEAR, YearMonth.of(year, 1), 12, true));
    }

    private static Optional<CalendarPoint> day(MatchResult match, String day, String month, String year) {
        int monthNumber = number(month);
        if (monthNumber < 1 || monthNumber > 12) {
            return Optional.empty();
        }
        YearMonth inMonth = YearMonth.of(number(year), monthNumber);
        if (!inMonth.isValidDay(number(day))) {
            return Optional.empty();
        }
        LocalDate date = inMonth.atDay(number(day));
        return Optional.of(new CalendarPoint(TimingKind.DATE, date, date, match.start(), match.end(), false));
    }

    private static Optional<CalendarPoint> month(MatchResult match, int month, int year, boolean yearFromPlan) {
        if (month < 1 || month > 12) {
            return Optional.empty();
        }
        return Optional.of(stretch(match, TimingKind.MONTH, YearMonth.of(year, month), 1, yearFromPlan));
    }

    private static Optional<CalendarPoint> quarter(MatchResult match, String number, int year, boolean yearFromPlan) {
        Integer quarter = QUARTERS.get(number);
        if (quarter == null) {
            return Optional.empty();
        }
        YearMonth start = YearMonth.of(year, quarter * 3 - 2);
        return Optional.of(stretch(match, TimingKind.QUARTER, start, 3, yearFromPlan));
    }

    private static CalendarPoint stretch(
            MatchResult match, TimingKind kind, YearMonth start, int months, boolean yearFromPlan) {
        LocalDate last = start.plusMonths(months - 1L).atEndOfMonth();
        return new CalendarPoint(kind, start.atDay(1), last, match.start(), match.end(), yearFromPlan);
    }

    /// The patterns let through at most four digits.
    private static int number(String digits) {
        return Integer.parseInt(digits);
    }
}
