package vn.monitoring.kit.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import vn.monitoring.kit.text.Markup;
import vn.monitoring.kit.text.Vietnamese;

/// Makes readable text of a cell and says what it had to mend.
final class CellCleaner {

    /// @param raw as it stood, leaked paths and names masked
    record Cleaned(String raw, String text, List<Finding> findings) {}

    private static final String MASK = "…";
    private static final Pattern PATH = Pattern.compile(
            "(?:(?:\\.\\.[/\\\\]){2,}|(?<!\\p{L})[A-Za-z]:[/\\\\]|file:/{2,}|\\\\\\\\[\\w.-]+\\\\)"
                    + "[^\\n]*?(?:\\.(?:xlsx?|xlsm|docx?|pdf|csv|tmp)\\b(?:#\\S*)?|$)",
            Pattern.MULTILINE | Pattern.CASE_INSENSITIVE);
    private static final Pattern REFERENCE = Pattern.compile("\\S*#RANGE!\\S*");
    private static final Pattern ERROR = Pattern.compile("#(?:REF!|N/A|VALUE!|DIV/0!|NAME\\?|NUM!|NULL!)");
    private static final Pattern CUT_YEAR = Pattern.compile("(?<![\\d/])\\d{1,2}/\\d{1,2}/(?:\\d|\\d{3})(?![\\d/])");

    private final LineJoiner joiner;

    CellCleaner(LineJoiner joiner) {
        this.joiner = joiner;
    }

    /// Text of one line for judging what a line is: no leaked path, no markup, one line.
    static String plain(String raw) {
        return Vietnamese.clean(Markup.latexToText(Markup.withoutTags(withoutPaths(raw))));
    }

    static boolean hasPath(String raw) {
        return PATH.matcher(raw).find() || REFERENCE.matcher(raw).find();
    }

    /// @param fragments the parts of the cell, more than one when its row was broken over pages
    Cleaned clean(List<String> fragments, String place, boolean position) {
        var findings = new ArrayList<Finding>();
        var kept = fragments.stream().map(Vietnamese::nfc).map(String::strip).toList();
        if (kept.stream().anyMatch(CellCleaner::hasPath)) {
            findings.add(Finding.of(SheetFinding.FOREIGN_TEXT, place, MASK));
            kept = kept.stream().map(CellCleaner::withoutPaths).toList();
        }
        var raw =
                String.join("\n", kept.stream().filter(part -> !part.isEmpty()).toList());
        if (position) {
            var masked = PersonNames.mask(raw);
            if (!masked.equals(raw) || PersonNames.isAddressed(raw)) {
                findings.add(Finding.of(SheetFinding.PERSON_NAME, place, Vietnamese.clean(masked)));
            }
            raw = masked;
        }
        var shown = markup(raw, place, findings);
        if (kept.stream().anyMatch(CellCleaner::isWrapped)) {
            findings.add(Finding.of(SheetFinding.CELL_WRAP, place, raw.replaceAll("\\s*\\R\\s*", " / ")));
        }
        var text = joiner.join(List.of(shown.split("\\R")));
        if (position) {
            text = PersonNames.position(text);
        }
        if (ERROR.matcher(text).matches()) {
            findings.add(Finding.of(SheetFinding.CELL_ERROR, place, text));
        }
        if (isCut(text)) {
            findings.add(Finding.of(SheetFinding.TRUNCATED_CELL, place, text));
        }
        return new Cleaned(raw, text, findings);
    }

    private static String markup(String raw, String place, List<Finding> findings) {
        var untagged = Markup.withoutTags(raw);
        if (Markup.hasTags(raw)) {
            findings.add(Finding.of(SheetFinding.HTML_MARKUP, place, raw));
        }
        if (Markup.hasLatex(untagged)) {
            findings.add(Finding.of(SheetFinding.LATEX, place, raw));
        }
        return Markup.latexToText(untagged);
    }

    private static String withoutPaths(String raw) {
        if (!hasPath(raw)) {
            return raw;
        }
        return REFERENCE
                .matcher(PATH.matcher(raw).replaceAll(""))
                .replaceAll("")
                .strip();
    }

    /// Broken by a machine, not into paragraphs: an empty line inside, or many lines of hardly more than a word.
    private static boolean isWrapped(String part) {
        var lines = part.split("\\R", -1);
        if (lines.length < 2) {
            return false;
        }
        var filled = List.of(lines).stream().filter(line -> !line.isBlank()).toList();
        var words = filled.stream()
                .mapToInt(line -> Vietnamese.clean(line).split(" ").length)
                .sum();
        var sentences =
                filled.stream().skip(1).filter(line -> startsAnew(line.strip())).count();
        return sentences < filled.size() - 1 || words <= 2 * filled.size() && filled.size() > 2;
    }

    private static boolean startsAnew(String line) {
        return Character.isUpperCase(line.codePointAt(0)) || line.matches("(?:[-+*•–]|\\d+[.)]|[a-zđ][.)])\\s*\\S.*");
    }

    private static boolean isCut(String text) {
        var open = text.chars().filter(c -> c == '(').count();
        var closed = text.chars().filter(c -> c == ')').count();
        return open > closed || CUT_YEAR.matcher(text).find();
    }
}
