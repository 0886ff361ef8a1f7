package vn.monitoring.kit.text;

import java.util.Locale;
import java.util.regex.Pattern;

/// Whether letters can be one written Vietnamese syllable (onset, vowel, ending, at most one tone); tells a word
/// broken over two lines from two words.
public final class Syllable {

    private static final Pattern SHAPE = Pattern.compile("(?:ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|qu|[bcdđghklmnprstvx])?"
            + "(?:"
            + "(?:uyê|iê|yê|uô|ươ|oă|uâ|ă|â)(?:ch|nh|ng|c|m|n|p|t|i|y|o|u)"
            + "|(?:uya|uơ|ưa|ua|ia|ya)"
            + "|(?:oa|oe|oo|uê|uy|a|e|ê|i|o|ô|ơ|u|ư|y)(?:ch|nh|ng|c|m|n|p|t|i|y|o|u)?"
            + ")");

    private Syllable() {}

    public static boolean isPossible(String letters) {
        var lower = Vietnamese.nfc(letters).toLowerCase(Locale.ROOT);
        return Vietnamese.countTones(lower) <= 1
                && SHAPE.matcher(Vietnamese.withoutTones(lower)).matches();
    }
}
