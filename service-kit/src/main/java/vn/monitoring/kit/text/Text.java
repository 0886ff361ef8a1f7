package vn.monitoring.kit.text;

import java.util.Locale;

/// A text for people in the two languages of the platform.
public record Text(String vi, String en) {

    public static final Locale VIETNAMESE = Locale.of("vi");

    /// A text that reads the same in both languages, such as a code or a name.
    public static Text same(String text) {
        return new Text(text, text);
    }

    /// English when asked for, Vietnamese otherwise.
    public String in(Locale locale) {
        return locale.getLanguage().equals("en") ? en : vi;
    }
}
