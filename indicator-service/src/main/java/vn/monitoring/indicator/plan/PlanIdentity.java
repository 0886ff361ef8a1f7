package vn.monitoring.indicator.plan;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What recognises a plan within its unit: its number in one spelling, else its title.
final class PlanIdentity {

    private static final Pattern NOT_IN_NUMBER = Pattern.compile("[^\\p{L}\\d]+");
    private static final Pattern HAS_NUMBER = Pattern.compile("^\\D{0,4}\\d{1,5}\\D.*");
    private static final Pattern DATED = Pattern.compile("\\s+ngày\\s.*$");
    private static final Pattern SPACES = Pattern.compile("\\s+");

    private PlanIdentity() {}

    static String of(PlanHeader header) {
        return numberKey(header.number())
                .map(key -> "number:" + key)
                .orElseGet(() -> "title:" + folded(header.title()) + ":"
                        + header.horizonStart().getYear() + "-"
                        + header.horizonEnd().getYear());
    }

    /// The number in one spelling: `13/KH/TU`, `13-KH/TU` and `13 - KH/TU` are the same; empty for a blank one
    /// (`-KH/ĐU`).
    static Optional<String> numberKey(@Nullable String number) {
        if (number == null) {
            return Optional.empty();
        }
        String text = DATED.matcher(folded(number)).replaceFirst("");
        if (!HAS_NUMBER.matcher(text).matches()) {
            return Optional.empty();
        }
        String key = NOT_IN_NUMBER.matcher(text).replaceAll("-").replaceAll("^-|-$", "");
        return Optional.of(key.replaceFirst("^(?:số-)?0*(?=\\d)", ""));
    }

    private static String folded(String text) {
        String lower = Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        return SPACES.matcher(lower).replaceAll(" ").strip();
    }
}
