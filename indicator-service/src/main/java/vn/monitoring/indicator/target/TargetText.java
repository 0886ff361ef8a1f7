package vn.monitoring.indicator.target;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// Brings a cell's text to the one spelling that the rules are written for: NFC, no markup, no LaTeX, one sign for each
/// comparison, plain hyphens, single spaces.
final class TargetText {

    private static final Pattern FOOTNOTE = Pattern.compile("(?is)<sup>[^<]{0,40}</sup>");
    private static final Pattern TAG = Pattern.compile("</?[a-zA-Z][^<>]{0,80}>");
    private static final Pattern LATEX_COMMAND = Pattern.compile("\\\\([a-zA-Z]+|[%$&#_{}, ])");
    private static final Pattern LATEX_FRAME = Pattern.compile("\\$+");
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern DASHES = Pattern.compile("[\u2010-\u2015\u2212\u00ad]");
    private static final Pattern NOTHING_SET =
            Pattern.compile("[-_.…/\\s]*|x|k|không|không có|không đặt|chưa đặt|chưa có|n/a", Pattern.CASE_INSENSITIVE);

    private static final Map<String, String> LATEX = Map.ofEntries(
            Map.entry("geq", "≥"),
            Map.entry("geqslant", "≥"),
            Map.entry("ge", "≥"),
            Map.entry("leq", "≤"),
            Map.entry("leqslant", "≤"),
            Map.entry("le", "≤"),
            Map.entry("gt", ">"),
            Map.entry("lt", "<"),
            Map.entry("approx", "~"),
            Map.entry("sim", "~"),
            Map.entry("pm", "±"),
            Map.entry("div", "÷"),
            Map.entry("times", "x"),
            Map.entry("%", "%"),
            Map.entry("$", ""),
            Map.entry("&", "&"),
            Map.entry("#", "#"),
            Map.entry("_", "_"));

    private record Spelling(String from, String to) {}

    private static final List<Spelling> SPELLINGS = List.of(
            new Spelling("&lt;", "<"),
            new Spelling("&gt;", ">"),
            new Spelling("&ge;", "≥"),
            new Spelling("&le;", "≤"),
            new Spelling("&nbsp;", " "),
            new Spelling("&amp;", "&"),
            new Spelling(">=", "≥"),
            new Spelling("=>", "≥"),
            new Spelling("≧", "≥"),
            new Spelling("⩾", "≥"),
            new Spelling("<=", "≤"),
            new Spelling("=<", "≤"),
            new Spelling("≦", "≤"),
            new Spelling("⩽", "≤"),
            new Spelling("≈", "~"),
            new Spelling("≃", "~"),
            new Spelling("∼", "~"),
            new Spelling("％", "%"));

    private TargetText() {}

    static String normalise(String raw) {
        String text = Normalizer.normalize(raw, Normalizer.Form.NFC);
        text = FOOTNOTE.matcher(text).replaceAll("");
        text = TAG.matcher(text).replaceAll(" ");
        if (latex(text)) {
            text = LATEX_COMMAND.matcher(text).replaceAll(m -> {
                String known = LATEX.get(m.group(1));
                return known == null ? " " : java.util.regex.Matcher.quoteReplacement(known);
            });
            text = LATEX_FRAME.matcher(text).replaceAll("");
        }
        for (Spelling spelling : SPELLINGS) {
            text = text.replace(spelling.from(), spelling.to());
        }
        text = DASHES.matcher(text).replaceAll("-");
        return SPACES.matcher(text).replaceAll(" ").strip();
    }

    static String lower(String normalised) {
        return normalised.toLowerCase(Locale.ROOT);
    }

    /// True when the text is written in LaTeX, as text extraction leaves it.
    static boolean latex(String raw) {
        return raw.indexOf('$') >= 0 || LATEX_COMMAND.matcher(raw).find();
    }

    /// True when the text says that nothing is asked: empty, a dash, or words for it.
    static boolean nothingSet(String normalised) {
        return NOTHING_SET.matcher(normalised).matches();
    }
}
