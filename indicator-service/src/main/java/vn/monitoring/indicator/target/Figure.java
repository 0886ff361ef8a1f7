package vn.monitoring.indicator.target;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A figure found in a text: the number as Vietnamese offices write it, whether it is a percentage, and where it
/// stands.
///
/// @param ambiguous true for `1,000`, which foreign habit reads as a thousand
record Figure(int start, int end, BigDecimal number, boolean percent, boolean ambiguous) {

    private static final Pattern NUMBER = Pattern.compile("(?<![\\p{L}\\d.,])"
            + "(?<number>\\d{1,3}(?:\\.\\d{3})+(?:,\\d+)?|\\d{1,3}(?: \\d{3})+(?:,\\d+)?|\\d{1,15}(?:[.,]\\d{1,9})?)"
            + "(?![\\p{L}\\d]|[.,]\\d)(?<percent>\\s*%)?");
    private static final Pattern GROUPED = Pattern.compile("\\d{1,3}(?:[. ]\\d{3})+(?:,\\d+)?");

    /// All figures of a text, in order. Digits that stand in a word (`5G`) are none.
    static List<Figure> allIn(String text) {
        List<Figure> found = new ArrayList<>();
        Matcher matcher = NUMBER.matcher(text);
        while (matcher.find()) {
            String digits = matcher.group("number");
            BigDecimal number = read(digits);
            int start = matcher.start();
            if (negative(text, start)) {
                number = number.negate();
                start--;
            }
            found.add(new Figure(
                    start,
                    matcher.end(),
                    number,
                    matcher.group("percent") != null,
                    digits.matches("[1-9]\\d{0,2},\\d{3}")));
        }
        return found;
    }

    private static BigDecimal read(String digits) {
        String plain = GROUPED.matcher(digits).matches() && !digits.matches("0[. ]\\d{3}.*")
                ? digits.replaceAll("[. ]", "")
                : digits;
        BigDecimal number = new BigDecimal(plain.replace(',', '.'));
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private static boolean negative(String text, int start) {
        if (start == 0 || text.charAt(start - 1) != '-') {
            return false;
        }
        return start == 1 || " (≥≤<>=~".indexOf(text.charAt(start - 2)) >= 0;
    }
}
