package vn.monitoring.indicator.target;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A due date found in a text, with the place where it stands.
///
/// `đến hết năm 2030` and `đến năm 2030` end on 31/12/2030, `trước 2030` on 31/12/2029; of a period such as
/// `giai đoạn 2026–2030` the end counts.
///
/// @param start index of the first character
/// @param end index after the last character
/// @param date the last day, inclusive
/// @param from first year of a period, else the year of the date
/// @param strictBefore true for "before"
record DueDate(int start, int end, LocalDate date, int from, boolean strictBefore) {

    private static final String LEAD =
            "(?<lead>(?:\\(\\s*)?(?:hoàn thành\\s+)?(?:(?:trước|đến|tới|vào|trong|hết|cuối|thời điểm|mốc|ngày"
                    + "|tháng|năm|quý|giai đoạn|từ)\\s+)*)";

    private static final Pattern DATE = Pattern.compile(
            LEAD + "(?<![\\d.,])(?:(?<day>\\d{1,2})[/.-])?(?<month>\\d{1,2})[/.-](?<year>20\\d\\d)(?!\\d)\\s*\\)?:?");
    private static final Pattern QUARTER = Pattern.compile(
            LEAD + "(?<quarter>iv|i{1,3}|[1-4])\\s*[/,-]?\\s*(?:năm\\s+)?(?<year>20\\d\\d)(?!\\d)\\s*\\)?:?");
    private static final Pattern PERIOD = Pattern.compile(
            LEAD + "(?<![\\d.,])(?<from>20\\d\\d)\\s*(?:-|đến|tới|đến năm)\\s*(?<year>20\\d\\d)(?![\\d%])\\s*\\)?:?");
    private static final Pattern YEAR = Pattern.compile(LEAD + "(?<![\\d.,])(?<year>20\\d\\d)(?![\\d%])\\s*\\)?:?");
    private static final Pattern NEXT_YEAR = Pattern.compile("^\\s*,\\s*(20\\d\\d)\\s*\\)?");
    private static final Pattern STARTS_WORD = Pattern.compile("^\\s*[\\p{L}]");

    int year() {
        return date.getYear();
    }

    /// All due dates of a lower-case text, in order; a comparison year ("so với năm 2024") and a starting year are
    /// none.
    static List<DueDate> allIn(String lower) {
        List<DueDate> found = new ArrayList<>();
        int at = 0;
        while (at < lower.length()) {
            DueDate next = firstFrom(lower, at);
            if (next == null) {
                return found;
            }
            if (!compared(lower, next.start) && !onlyStarts(lower, next)) {
                found.add(next);
            }
            at = Math.max(next.end, at + 1);
            Matcher listed = NEXT_YEAR.matcher(lower.substring(at));
            while (listed.find()) {
                int year = Integer.parseInt(listed.group(1));
                found.add(new DueDate(at, at + listed.end(), LocalDate.of(year, 12, 31), year, false));
                at += listed.end();
                listed = NEXT_YEAR.matcher(lower.substring(at));
            }
        }
        return found;
    }

    /// The text with every date, also a comparison year or a starting year, replaced by blanks of the same length.
    static String mask(String lower) {
        StringBuilder masked = new StringBuilder(lower);
        int at = 0;
        while (at < lower.length()) {
            DueDate next = firstFrom(lower, at);
            if (next == null) {
                break;
            }
            for (int i = next.start; i < next.end; i++) {
                masked.setCharAt(i, ' ');
            }
            at = Math.max(next.end, at + 1);
        }
        return masked.toString();
    }

    private static boolean onlyStarts(String lower, DueDate date) {
        return date.from == date.year() && lower.substring(date.start, date.end).contains("từ ");
    }

    private static boolean compared(String lower, int start) {
        String before = lower.substring(0, start).stripTrailing();
        return before.endsWith("so với") || before.endsWith("so với cùng kỳ") || before.endsWith("cùng kỳ");
    }

    private static @Nullable DueDate firstFrom(String lower, int at) {
        DueDate best = null;
        for (Pattern pattern : List.of(DATE, QUARTER, PERIOD, YEAR)) {
            Matcher matcher = pattern.matcher(lower);
            int from = at;
            while (from <= lower.length() && matcher.find(from)) {
                DueDate candidate = read(pattern, matcher, lower);
                if (candidate != null) {
                    if (best == null || candidate.start < best.start) {
                        best = candidate;
                    }
                    break;
                }
                from = matcher.end();
            }
        }
        return best;
    }

    private static @Nullable DueDate read(Pattern pattern, Matcher matcher, String lower) {
        int year = Integer.parseInt(matcher.group("year"));
        String lead = matcher.group("lead");
        boolean before = lead.contains("trước");
        int from = year;
        LocalDate date;
        if (pattern == DATE) {
            LocalDate read = date(matcher, year, before);
            if (read == null) {
                return null;
            }
            date = read;
        } else if (pattern == QUARTER) {
            if (!lead.contains("quý")) {
                return null;
            }
            int quarter = quarter(matcher.group("quarter"));
            YearMonth month = YearMonth.of(year, quarter * 3);
            date = before ? month.minusMonths(2).atDay(1).minusDays(1) : month.atEndOfMonth();
        } else if (pattern == PERIOD) {
            from = Integer.parseInt(matcher.group("from"));
            if (from >= year) {
                return null;
            }
            date = LocalDate.of(year, 12, 31);
        } else {
            if (!marked(matcher, lead, lower)) {
                return null;
            }
            date = LocalDate.of(before ? year - 1 : year, 12, 31);
        }
        return new DueDate(matcher.start(), matcher.end(), date, Math.min(from, date.getYear()), before);
    }

    /// A bare four-digit figure is a year only with a word or sign that says so, or beside a percentage.
    private static boolean marked(Matcher matcher, String lead, String lower) {
        String text = matcher.group();
        if (!lead.isBlank() || text.endsWith(":") || text.endsWith(")")) {
            return true;
        }
        return lower.contains("%")
                && !STARTS_WORD.matcher(lower.substring(matcher.end())).find();
    }

    private static @Nullable LocalDate date(Matcher matcher, int year, boolean before) {
        try {
            int month = Integer.parseInt(matcher.group("month"));
            String day = matcher.group("day");
            if (day == null) {
                YearMonth whole = YearMonth.of(year, month);
                return before ? whole.atDay(1).minusDays(1) : whole.atEndOfMonth();
            }
            LocalDate exact = LocalDate.of(year, month, Integer.parseInt(day));
            return before ? exact.minusDays(1) : exact;
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static int quarter(String text) {
        return switch (text) {
            case "i", "1" -> 1;
            case "ii", "2" -> 2;
            case "iii", "3" -> 3;
            default -> 4;
        };
    }
}
