package vn.monitoring.kit.sheet;

import java.util.Optional;
import java.util.regex.Pattern;
import vn.monitoring.kit.text.Vietnamese;

/// What a number cell holds, or what a heading begins with.
///
/// @param label as printed, without brackets and dots around it
/// @param ordinal its position among its kind from 1; 0 where there is no order
record Marker(Kind kind, String label, int ordinal) {

    enum Kind {
        NONE,
        ARABIC,
        DOTTED,
        ROMAN,
        UPPER,
        LOWER,
        BULLET,
        OTHER
    }

    private static final Pattern AROUND = Pattern.compile("^[(\\[]|[.)\\]:/]+$");
    private static final Pattern ARABIC = Pattern.compile("\\d{1,4}");
    private static final Pattern DOTTED = Pattern.compile("(?:\\d{1,3}|[IVX]{1,5}|[A-ZĐ])(?:\\.(?:\\d{1,3}|[a-zđ]))+");
    private static final Pattern ROMAN = Pattern.compile("(?=[IVX])X{0,3}(?:IX|IV|V?I{0,3})");
    private static final Pattern BULLET = Pattern.compile("[-+*•·–—−]");
    private static final Pattern HEADING = Pattern.compile(
            "^(?:(\\d{1,3}|[IVX]{1,5}|[A-ZĐ]|[a-zđ])[.)]|((?:\\d{1,3}|[IVX]{1,5}|[A-ZĐ])(?:\\.(?:\\d{1,3}|[a-zđ]))+)[.)]?)\\s+\\S.*");

    /// Reads a number cell.
    static Marker of(String text) {
        var bare = text.replaceAll("\\s", "");
        if (bare.isEmpty()) {
            return new Marker(Kind.NONE, "", 0);
        }
        if (BULLET.matcher(bare).matches()) {
            return new Marker(Kind.BULLET, bare, 0);
        }
        var label = AROUND.matcher(bare).replaceAll("");
        if (ARABIC.matcher(label).matches()) {
            return new Marker(Kind.ARABIC, label, Integer.parseInt(label));
        }
        if (DOTTED.matcher(label).matches()) {
            return new Marker(Kind.DOTTED, label, 0);
        }
        if (ROMAN.matcher(label).matches()) {
            return new Marker(Kind.ROMAN, label, roman(label));
        }
        var letter = Vietnamese.listPosition(label);
        if (letter.isEmpty()) {
            return new Marker(Kind.OTHER, text, 0);
        }
        var kind = Character.isUpperCase(label.charAt(0)) ? Kind.UPPER : Kind.LOWER;
        return new Marker(kind, label, letter.getAsInt());
    }

    /// Reads the beginning of a heading in one cell: `IV. …`, `a) …`, `1.2.1.a …`.
    static Optional<Marker> ofHeading(String text) {
        var matcher = HEADING.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return Optional.of(of(matcher.group(1) != null ? matcher.group(1) : matcher.group(2)));
    }

    /// The kind that tells how deep a heading is: `III.2` stands where `III` stands.
    Kind level() {
        return kind == Kind.DOTTED && "IVX".indexOf(label.charAt(0)) >= 0 ? Kind.ROMAN : kind;
    }

    private static int roman(String label) {
        var sum = 0;
        for (var i = 0; i < label.length(); i++) {
            var value = digit(label.charAt(i));
            var next = i + 1 < label.length() ? digit(label.charAt(i + 1)) : 0;
            sum += value < next ? -value : value;
        }
        return sum;
    }

    private static int digit(char letter) {
        return switch (letter) {
            case 'I' -> 1;
            case 'V' -> 5;
            default -> 10;
        };
    }
}
