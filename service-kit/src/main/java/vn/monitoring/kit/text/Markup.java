package vn.monitoring.kit.text;

import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Turns leftovers of markup, which scanned and converted plans carry in their cells, into the text that they show.
public final class Markup {

    private static final Pattern TAG = Pattern.compile("</?[a-zA-Z][a-zA-Z0-9]{0,9}(?:\\s[^<>]{0,500})?/?>");
    private static final Pattern BREAK = Pattern.compile("<(?:br\\s*/?|/p|/div|/li|/tr)>", Pattern.CASE_INSENSITIVE);
    /// A footnote mark; an exponent (`m<sup>2</sup>`) is kept.
    private static final Pattern FOOTNOTE =
            Pattern.compile("(?<!\\b[cdk]?m)<sup>\\s*\\(?[\\d*]{1,3}\\)?\\s*</sup>", Pattern.CASE_INSENSITIVE);
    private static final Pattern ENTITY = Pattern.compile("&(amp|lt|gt|quot|nbsp|ge|le|#39);");
    private static final Map<String, String> ENTITIES =
            Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "nbsp", " ", "ge", "≥", "le", "≤", "#39", "'");

    private static final Pattern COMMAND = Pattern.compile("\\\\([a-zA-Z]+|[%$&#_{},])");
    private static final Pattern WRAPPED = Pattern.compile("\\\\(?:text|mathrm|mathbf|textbf|mathit)\\s*\\{([^{}]*)}");
    private static final Map<String, String> SIGNS = Map.ofEntries(
            Map.entry("geq", "≥"),
            Map.entry("ge", "≥"),
            Map.entry("geqslant", "≥"),
            Map.entry("leq", "≤"),
            Map.entry("le", "≤"),
            Map.entry("leqslant", "≤"),
            Map.entry("gt", ">"),
            Map.entry("lt", "<"),
            Map.entry("approx", "≈"),
            Map.entry("sim", "~"),
            Map.entry("pm", "±"),
            Map.entry("times", "×"),
            Map.entry("to", "→"),
            Map.entry("rightarrow", "→"));

    private Markup() {}

    public static boolean hasTags(String text) {
        return TAG.matcher(text).find();
    }

    /// Without HTML tags and entities: a line break for `<br>`, footnote marks removed, everything else kept as it
    /// reads. Comparisons (`< 5 và > 3`) are no tags.
    public static String withoutTags(String text) {
        if (!hasTags(text) && !ENTITY.matcher(text).find()) {
            return text;
        }
        var marked = FOOTNOTE.matcher(BREAK.matcher(text).replaceAll("\n")).replaceAll("");
        var bare = TAG.matcher(marked).replaceAll("");
        return ENTITY.matcher(bare)
                .replaceAll(match -> Matcher.quoteReplacement(Objects.requireNonNull(ENTITIES.get(match.group(1)))));
    }

    public static boolean hasLatex(String text) {
        return COMMAND.matcher(text).find() || text.indexOf('$') >= 0 && text.indexOf('$') < text.lastIndexOf('$');
    }

    /// LaTeX as its reader sees it: `$\geq 50\%$` → `≥ 50%`; a command that is not known loses only its backslash.
    public static String latexToText(String text) {
        if (!hasLatex(text)) {
            return text;
        }
        var unwrapped = WRAPPED.matcher(text).replaceAll("$1");
        var shown = COMMAND.matcher(unwrapped).replaceAll(match -> Matcher.quoteReplacement(sign(match.group(1))));
        return shown.replaceAll("\\$|[{}]", "").replaceAll("([≥≤><≈])(?=\\d)", "$1 ");
    }

    private static String sign(String command) {
        var known = SIGNS.get(command);
        if (known != null) {
            return known;
        }
        return command.equals(",") ? " " : command;
    }
}
