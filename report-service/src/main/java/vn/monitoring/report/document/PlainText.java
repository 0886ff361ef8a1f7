package vn.monitoring.report.document;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.List;

/// Texts as documents take them.
final class PlainText {

    private PlainText() {}

    /// In composed characters and without those that XML does not allow.
    static String clean(String text) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        StringBuilder clean = new StringBuilder(composed.length());
        composed.codePoints().filter(PlainText::isAllowed).forEach(clean::appendCodePoint);
        return clean.toString();
    }

    /// The lines of a text, empty ones left out: each a paragraph of its own.
    static List<String> paragraphs(String text) {
        return clean(text)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /// With a decimal comma and dots between thousands: `1.234,5`.
    static String number(BigDecimal value) {
        BigDecimal plain = value.stripTrailingZeros();
        String[] parts = plain.abs().toPlainString().split("\\.", -1);
        String whole = parts[0].replaceAll("(?<=\\d)(?=(\\d{3})+$)", ".");
        return (plain.signum() < 0 ? "-" : "") + whole + (parts.length == 1 ? "" : "," + parts[1]);
    }

    private static boolean isAllowed(int character) {
        return character == '\n'
                || character == '\t'
                || character >= ' ' && character <= 0xD7FF
                || character >= 0xE000 && character <= 0xFFFD
                || character >= 0x10000;
    }
}
