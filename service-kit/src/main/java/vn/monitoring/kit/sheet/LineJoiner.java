package vn.monitoring.kit.sheet;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import vn.monitoring.kit.text.Syllable;
import vn.monitoring.kit.text.Vietnamese;

/// Joins the lines of a broken cell into one: with a space between words, without one inside a word. Whether a
/// break is inside a word shows when a half is no possible syllable, or when the sheet has the whole word elsewhere
/// and not both halves.
final class LineJoiner {

    private final Set<String> words = new HashSet<>();

    /// @param texts cells whose unbroken words teach what is a word here
    LineJoiner(List<String> texts) {
        for (var text : texts) {
            var lines = text.split("\\R");
            for (var i = 0; i < lines.length; i++) {
                var inLine = List.of(
                        Vietnamese.clean(lines[i]).toLowerCase(Locale.ROOT).split(" "));
                var from = i == 0 ? 0 : 1;
                var to = i == lines.length - 1 ? inLine.size() : inLine.size() - 1;
                inLine.subList(Math.min(from, to), to).forEach(word -> words.add(bare(word)));
            }
        }
    }

    String join(List<String> lines) {
        var joined = new StringBuilder();
        for (var line : lines) {
            var clean = Vietnamese.clean(line);
            if (clean.isEmpty()) {
                continue;
            }
            if (!joined.isEmpty() && needsSpace(joined.toString(), clean)) {
                joined.append(' ');
            }
            joined.append(clean);
        }
        return joined.toString();
    }

    private boolean needsSpace(String before, String after) {
        var last = before.substring(before.lastIndexOf(' ') + 1);
        var first = after.contains(" ") ? after.substring(0, after.indexOf(' ')) : after;
        if (first.startsWith("%") || first.startsWith("/") || first.startsWith(")")) {
            return false;
        }
        if (last.endsWith("/") || last.endsWith("(") || last.length() > 1 && last.endsWith("-")) {
            return false;
        }
        return !isOneWord(last.replaceAll("^\\P{L}+", ""), first.replaceAll("\\P{L}+$", ""));
    }

    private boolean isOneWord(String left, String right) {
        var letters = !left.isEmpty()
                && !right.isEmpty()
                && left.chars().allMatch(Character::isLetter)
                && right.chars().allMatch(Character::isLetter)
                && Character.isLowerCase(right.charAt(0));
        if (!letters) {
            return false;
        }
        var whole = (left + right).toLowerCase(Locale.ROOT);
        var wholeIsWord = words.contains(whole);
        if (!Syllable.isPossible(left) || !Syllable.isPossible(right)) {
            return wholeIsWord || Syllable.isPossible(whole);
        }
        return wholeIsWord
                && !(words.contains(left.toLowerCase(Locale.ROOT)) && words.contains(right.toLowerCase(Locale.ROOT)));
    }

    private static String bare(String word) {
        return word.replaceAll("^\\P{L}+|\\P{L}+$", "");
    }
}
