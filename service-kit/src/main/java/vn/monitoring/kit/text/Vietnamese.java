package vn.monitoring.kit.text;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/// Pure rules of written Vietnamese: normal form, folding for matching, order of letters.
public final class Vietnamese {

    /// Orders by letter (a ă â b c d đ e ê … o ô ơ … u ư …), then by tone (none, huyền, hỏi, ngã, sắc, nặng), then
    /// by code point.
    public static final Comparator<String> ORDER = Comparator.comparing(Vietnamese::letterKey)
            .thenComparing(Vietnamese::toneKey)
            .thenComparing(Comparator.naturalOrder());

    private static final String ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz";
    /// Letters that number the points of an official document: no ă â ê ô ơ ư, no f j w z.
    private static final String LIST_LETTERS = "abcdđeghiklmnopqrstuvxy";
    /// Combining marks in dictionary order: huyền, hỏi, ngã, sắc, nặng.
    private static final String TONES = "\u0300\u0309\u0303\u0301\u0323";

    private static final Pattern DASHES = Pattern.compile("[\\p{Pd}\u2212\u00AD]");
    private static final Pattern INVISIBLE = Pattern.compile("[\u200B-\u200F\u2060\uFEFF\u00AD]");
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern PUNCTUATION = Pattern.compile("[\\p{P}\\p{Sk}\\p{Sc}\\p{So}&&[^%]]");
    private static final Pattern TONE_ON_LAST =
            Pattern.compile("(o)([àáảãạèéẻẽẹ])(?!\\p{L})|(?<!q)(u)([ỳýỷỹỵ])(?!\\p{L})");
    private static final Pattern TONE_ON_Q = Pattern.compile("q([ùúủũụ])([aăâeêiơy])");

    private Vietnamese() {}

    /// Unicode NFC, the form in which all text is stored and compared.
    public static String nfc(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    /// NFC on one line: no invisible characters, every run of spaces and line breaks is one space, trimmed.
    public static String clean(String text) {
        var visible = INVISIBLE.matcher(nfc(text)).replaceAll("");
        return SPACES.matcher(visible).replaceAll(" ").strip();
    }

    /// The form in which two spellings of one name are equal: lower case, dashes and punctuation as spaces, one
    /// placement of the tone mark (`hoá` as `hóa`, `uỷ` as `ủy`). Letters stay distinct (a ă â, d đ, e ê, o ô ơ, u
    /// ư), as do signs such as `%` and `≥`.
    public static String fold(String text) {
        var lower = clean(text).toLowerCase(Locale.ROOT);
        var spaced = PUNCTUATION.matcher(DASHES.matcher(lower).replaceAll(" ")).replaceAll(" ");
        return placeTones(SPACES.matcher(spaced).replaceAll(" ").strip());
    }

    /// As [#fold], without marks and with đ as d: for a search typed without accents, never for identity.
    public static String foldWithoutMarks(String text) {
        return Normalizer.normalize(fold(text), Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .replace('đ', 'd');
    }

    /// The position, from 1, of a letter in an official document's list: a, b, c, d, đ, e, g, h, i, k, …
    public static OptionalInt listPosition(String letter) {
        var folded = nfc(letter).toLowerCase(Locale.ROOT);
        var index = folded.length() == 1 ? LIST_LETTERS.indexOf(folded) : -1;
        return index < 0 ? OptionalInt.empty() : OptionalInt.of(index + 1);
    }

    /// The text without tones, letters kept (`tiếng` → `tiêng`).
    static String withoutTones(String text) {
        var bare = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFD)
                .chars()
                .filter(c -> TONES.indexOf(c) < 0)
                .forEach(c -> bare.append((char) c));
        return nfc(bare.toString());
    }

    /// How many tone marks the text carries; a syllable has at most one.
    static long countTones(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .chars()
                .filter(c -> TONES.indexOf(c) >= 0)
                .count();
    }

    private static String placeTones(String lower) {
        var first = TONE_ON_LAST
                .matcher(lower)
                .replaceAll(match -> match.group(1) != null
                        ? moveTone(match.group(2), match.group(1))
                        : moveTone(match.group(4), match.group(3)));
        return TONE_ON_Q.matcher(first).replaceAll(match -> "qu" + withTone(match.group(2), toneOf(match.group(1))));
    }

    private static String moveTone(String from, String to) {
        return withTone(to, toneOf(from)) + withoutTones(from);
    }

    private static String withTone(String letter, String tone) {
        return nfc(letter + tone);
    }

    private static String toneOf(String letter) {
        var marks = Normalizer.normalize(letter, Normalizer.Form.NFD);
        return marks.chars()
                .filter(c -> TONES.indexOf(c) >= 0)
                .mapToObj(c -> String.valueOf((char) c))
                .findFirst()
                .orElse("");
    }

    private static String letterKey(String text) {
        var key = new StringBuilder();
        withoutTones(text).toLowerCase(Locale.ROOT).chars().forEach(c -> {
            var index = ALPHABET.indexOf(c);
            key.append(index < 0 ? (char) c : (char) ('\u1000' + index));
        });
        return key.toString();
    }

    private static String toneKey(String text) {
        var key = new StringBuilder();
        for (var i = 0; i < nfc(text).length(); i++) {
            var tone = toneOf(String.valueOf(nfc(text).charAt(i)));
            key.append((char) ('0' + (tone.isEmpty() ? 0 : TONES.indexOf(tone) + 1)));
        }
        return key.toString();
    }
}
