package vn.monitoring.kit.sheet;

import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import vn.monitoring.kit.text.Vietnamese;

/// A column that a table may have: the key its cells are read by and the header texts it goes by (compared folded,
/// so case, dashes, spacing and the place of the tone mark do not matter; a header may go on after the text).
public record Column(String key, Kind kind, boolean required, List<String> headers) {

    /// NUMBER the running number, TITLE what the row is called, TEXT anything, POSITION a position that may come
    /// with a person's name, PER_YEAR one column per year (`Năm 2025`, `Đến hết năm 2030`, `Trước năm 2030`,
    /// `2030`) or without a year (`Mục tiêu`).
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
            "mốc", "giá", "trị", "%");

    public Column {
        headers = headers.stream().map(Vietnamese::fold).toList();
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
        return new Column(key, kind, true, headers);
    }

    /// How well a folded header text names this column: 0 not at all, more is better; an exact text beats a
    /// beginning.
    int match(String folded) {
        if (kind == Kind.PER_YEAR && isYearHeader(folded)) {
            return 2000;
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

    /// The last year that a header of this kind covers: `Đến hết năm 2030` is 2030, `Trước năm 2030` ends with 2029.
    static OptionalInt lastYearOf(String header) {
        var year = YEAR.matcher(header);
        if (!year.find()) {
            return OptionalInt.empty();
        }
        var named = Integer.parseInt(year.group(1));
        return OptionalInt.of(isBefore(header) ? named - 1 : named);
    }

    static boolean isBefore(String header) {
        return BEFORE.matcher(Vietnamese.nfc(header)).find();
    }

    private static boolean isYearHeader(String folded) {
        var years = YEAR.matcher(folded).results().count();
        return years == 1
                && List.of(YEAR.matcher(folded).replaceAll(" ").strip().split(" +")).stream()
                        .allMatch(word -> word.isEmpty() || WORDS_BESIDE_A_YEAR.contains(word));
    }
}
