package vn.monitoring.kit.web;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.text.Text;

/// The language in which a request wants its texts.
public final class Languages {

    private static final int MOST_READ = 200;

    private Languages() {}

    /// The one of `Accept-Language` that the platform speaks and that weighs most, the first of equals; Vietnamese when
    /// it names none or cannot be read.
    public static Locale of(HttpHeaders headers) {
        return of(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
    }

    /// @param acceptLanguage the header as it came
    public static Locale of(@Nullable String acceptLanguage) {
        Locale best = Text.VIETNAMESE;
        double most = 0;
        if (acceptLanguage == null || acceptLanguage.length() > MOST_READ) {
            return best;
        }
        for (String range : acceptLanguage.split(",", -1)) {
            String[] parts = range.strip().split(";", 2);
            String language = parts[0].strip().split("-", 2)[0].toLowerCase(Locale.ROOT);
            double weight = parts.length == 1 ? 1 : weight(parts[1].strip());
            if (weight > most && (language.equals("en") || language.equals("vi"))) {
                best = language.equals("en") ? Locale.ENGLISH : Text.VIETNAMESE;
                most = weight;
            }
        }
        return best;
    }

    /// Of `q=0.8`; 0 for what is none (RFC 9110, 12.4.2).
    private static double weight(String text) {
        return text.matches("q=(0(\\.[0-9]{0,3})?|1(\\.0{0,3})?)") ? Double.parseDouble(text.substring(2)) : 0;
    }
}
