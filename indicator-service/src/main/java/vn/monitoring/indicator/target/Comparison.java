package vn.monitoring.indicator.target;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The words and signs that say how a figure is to be compared.
///
/// @param comparator what they mean
/// @param start index in the text before the figure where they begin
record Comparison(Comparator comparator, int start) {

    private record Phrase(String words, Comparator comparator) {}

    /// Longest first: "không quá" must not be read as "quá", nor "cao hơn hoặc bằng" as "bằng".
    private static final List<Phrase> BEFORE = List.of(
            new Phrase("lớn hơn hoặc bằng", Comparator.GE),
            new Phrase("cao hơn hoặc bằng", Comparator.GE),
            new Phrase("nhỏ hơn hoặc bằng", Comparator.LE),
            new Phrase("thấp hơn hoặc bằng", Comparator.LE),
            new Phrase("không vượt quá", Comparator.LE),
            new Phrase("không thấp hơn", Comparator.GE),
            new Phrase("không nhỏ hơn", Comparator.GE),
            new Phrase("không ít hơn", Comparator.GE),
            new Phrase("không cao hơn", Comparator.LE),
            new Phrase("không lớn hơn", Comparator.LE),
            new Phrase("không nhiều hơn", Comparator.LE),
            new Phrase("không dưới", Comparator.GE),
            new Phrase("không quá", Comparator.LE),
            new Phrase("không hơn", Comparator.LE),
            new Phrase("tối thiểu", Comparator.GE),
            new Phrase("ít nhất", Comparator.GE),
            new Phrase("tối đa", Comparator.LE),
            new Phrase("nhiều nhất", Comparator.LE),
            new Phrase("nhiều hơn", Comparator.GT),
            new Phrase("lớn hơn", Comparator.GT),
            new Phrase("cao hơn", Comparator.GT),
            new Phrase("vượt", Comparator.GT),
            new Phrase("trên", Comparator.GT),
            new Phrase("thấp hơn", Comparator.LT),
            new Phrase("nhỏ hơn", Comparator.LT),
            new Phrase("ít hơn", Comparator.LT),
            new Phrase("dưới", Comparator.LT),
            new Phrase("hơn", Comparator.GT),
            new Phrase("khoảng", Comparator.APPROX),
            new Phrase("xấp xỉ", Comparator.APPROX),
            new Phrase("ước đạt", Comparator.APPROX),
            new Phrase("ước", Comparator.APPROX),
            new Phrase("gần", Comparator.APPROX),
            new Phrase("từ", Comparator.GE),
            new Phrase("bằng", Comparator.EQ),
            new Phrase("≥", Comparator.GE),
            new Phrase("≤", Comparator.LE),
            new Phrase(">", Comparator.GT),
            new Phrase("<", Comparator.LT),
            new Phrase("~", Comparator.APPROX),
            new Phrase("=", Comparator.EQ));

    private static final List<String> LINKING = List.of("đạt mức", "đạt", "mức", "là");

    /// What stands right before a figure; "đạt" may stand between ("tối thiểu đạt 80%").
    static @Nullable Comparison before(String text) {
        String stripped = text.stripTrailing();
        Comparison direct = endingOf(stripped);
        if (direct != null) {
            return direct;
        }
        for (String link : LINKING) {
            if (endsWithWord(stripped, link)) {
                return endingOf(
                        stripped.substring(0, stripped.length() - link.length()).stripTrailing());
            }
        }
        return null;
    }

    /// What follows a figure and its unit: "80% trở lên".
    static @Nullable Comparator after(String text) {
        if (text.contains("trở lên")) {
            return Comparator.GE;
        }
        if (text.contains("trở xuống")) {
            return Comparator.LE;
        }
        return null;
    }

    private static @Nullable Comparison endingOf(String stripped) {
        for (Phrase phrase : BEFORE) {
            if (endsWithWord(stripped, phrase.words())) {
                return new Comparison(
                        phrase.comparator(), stripped.length() - phrase.words().length());
            }
        }
        return null;
    }

    static boolean endsWithWord(String text, String word) {
        if (!text.endsWith(word)) {
            return false;
        }
        int before = text.length() - word.length() - 1;
        return before < 0 || !Character.isLetter(word.charAt(0)) || !Character.isLetterOrDigit(text.charAt(before));
    }
}
