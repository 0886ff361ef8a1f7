package vn.monitoring.kit.web;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.Locale;
import vn.monitoring.kit.text.Text;

/// The language in which a request wants its texts.
public final class Languages {

    private Languages() {}

    /// The first of `Accept-Language` that the platform speaks; Vietnamese when it names neither.
    public static Locale of(HttpHeaders headers) {
        for (Locale locale : headers.getAcceptableLanguages()) {
            if (locale.getLanguage().equals("en") || locale.getLanguage().equals("vi")) {
                return locale;
            }
        }
        return Text.VIETNAMESE;
    }
}
