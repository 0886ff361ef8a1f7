package vn.monitoring.kit.sheet;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import vn.monitoring.kit.text.Vietnamese;

/// A column that a table may have: the key its cells are read by and the header texts it goes by (compared folded,
/// so case, dashes, spacing and the place of the tone mark do not matter; a header may go on after the text, but not
/// after an exact one).
public record Column(String key, Kind kind, boolean required, List<String> headers, List<String> exactHeaders) {

    /// NUMBER the running number, TITLE what the row is called, TEXT anything, POSITION a position that may come
    /// with a person's name, PER_YEAR one column per year (`Năm 2025`, `Đến hết năm 2030`, `Trước năm 2030`,
    /// `2030`, also a period, `Giai đoạn 2026 - 2030`) or without a year (`Mục tiêu`).
    public enum Kind {
        NUMBER,
        TITLE,
        TEXT,
        POSITION,
        PER_YEAR
    }

    private static final Pattern YEAR = Pattern.compile("(?<!\\d)(20\\d\\d)(?!\\d)");
    private static final Pattern BEFORE = Pattern.compile("(?iu)(?<!\\p{L})trước(?!\\p{L})");
    private static final Set<String> WORDS_BESIDE_A_YEAR = Set.of(
            "năm", "trước", "đến", "hết", "cuối", "trong", "vào", "mục", "tiêu", "chỉ", "kế", "hoạch", "giai", "đoạn",
            "mốc", "giá", "trị", "%", "lộ", "trình", "phân", "kỳ", "tầm", "nhìn", "phấn", "đấu");
    private static final Pattern PERIOD = Pattern.compile("(?<!\\d)20\\d\\d(?: đến năm| đến)? (20\\d\\d)(?!\\d)");
    private static final Pattern DATE = Pattern.compile("(?<!\\d)\\d{1,2} \\d{1,2} (?=20\\d\\d(?!\\d))");

    public Column {
        headers = headers.stream().map(Vietnamese::fold).toList();
        exactHeaders = exactHeaders.stream().map(Vietnamese::fold).toList();
    }

    private Column(String key, Kind kind, boolean required, List<String> headers) {
        this(key, kind, required, headers, List.of());
    }

    public static Column number(String key, String... headers) {
        return new Column(key, Kind.NUMBER, false, List.of(headers));
    }

    public static Column title(String key, String... headers) {
        return new Column(key, Kind.TITLE, true, List.of(headers));
    }

    public static Column text(String key, String... headers) {
        return new Column(key, Kind.TEXT, false, List.of(headers));
    }

    public static Column position(String key, String... headers) {
        return new Column(key, Kind.POSITION, false, List.of(headers));
    }

    /// One column per year; `headers` are the texts of a column that carries no year.
    public static Column perYear(String key, String... headers) {
        return new Column(key, Kind.PER_YEAR, true, List.of(headers));
    }

    /// As this one, but a table without it is no such table.
    public Column asRequired() {
        return new Column(key, kind, true, headers, exactHeaders);
    }

    /// As this one, and it also goes by a text that begins other columns' headers too (`Đơn vị`).
    public Column orExactly(String header) {
        return new Column(key, kind, required, headers, List.of(header));
    }

    /// How well a folded header text names this column: 0 not at all, more is better; an exact text beats a
    /// beginning.
    int match(String folded) {
        if (kind == Kind.PER_YEAR && isYearHeader(folded)) {
            return 2000;
        }
        if (exactHeaders.contains(folded)) {
            return 1000 + folded.length();
        }
        return headers.stream()
                .mapToInt(header -> strength(header, folded))
                .max()
                .orElse(0);
    }

    private static int strength(String header, String folded) {
        if (folded.equals(header)) {
            return 1000 + header.length();
        }
        return folded.startsWith(header + " ") ? header.length() : 0;
    }

    static boolean isBefore(String header) {
        return BEFORE.matcher(Vietnamese.nfc(header)).find();
    }

    /// Whether a folded header text is nothing but a year, a period or a date, with the words that go with it.
    static boolean isYearHeader(String folded) {
        var plain = lastYears(folded);
        return YEAR.matcher(plain).results().count() == 1
                && List.of(YEAR.matcher(plain).replaceAll(" ").strip().split(" +")).stream()
                        .allMatch(word -> word.isEmpty() || WORDS_BESIDE_A_YEAR.contains(word));
    }

    /// The last year that a folded header text covers: of a period its end, of `trước năm 2030` 2029, else the first
    /// that it names; 0 for none.
    static int yearOf(String folded) {
        var year = YEAR.matcher(lastYears(folded));
        if (!year.find()) {
            return 0;
        }
        var named = Integer.parseInt(year.group(1));
        return isBefore(folded) ? named - 1 : named;
    }

    /// The text with the last year for a period and the year for a date.
    private static String lastYears(String folded) {
        return DATE.matcher(PERIOD.matcher(folded).replaceAll("$1")).replaceAll("");
    }
}
