package vn.monitoring.gateway;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Renders a problem as `application/problem+json` in the client's language: Vietnamese unless English is
/// preferred.
final class ProblemWriter {

    private static final List<Locale> LANGUAGES = List.of(Locale.of("vi"), Locale.ENGLISH);

    private ProblemWriter() {}

    static Buffer body(GatewayProblem problem, HttpServerRequest request, Trace trace) {
        boolean english = prefersEnglish(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        return new JsonObject()
                .put("type", problem.type())
                .put("title", problem.title(english))
                .put("status", problem.status())
                .put("detail", problem.detail(english))
                .put("instance", instance(request))
                .put("code", problem.name())
                .put("traceId", trace.traceId())
                .toBuffer();
    }

    static void writeHeaders(GatewayProblem problem, HttpServerRequest request, MultiMap headers) {
        headers.set(HttpHeaders.CONTENT_TYPE, "application/problem+json");
        headers.set(
                HttpHeaders.CONTENT_LANGUAGE,
                prefersEnglish(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE)) ? "en" : "vi");
        if (problem.isPassing() && !headers.contains(HttpHeaders.RETRY_AFTER)) {
            headers.set(HttpHeaders.RETRY_AFTER, "5");
        }
        if (problem == GatewayProblem.METHOD_NOT_ALLOWED) {
            headers.set(HttpHeaders.ALLOW, String.join(", ", Gateway.METHODS));
        }
    }

    static boolean prefersEnglish(@Nullable String acceptLanguage) {
        if (acceptLanguage == null) {
            return false;
        }
        try {
            List<Locale.LanguageRange> ranges = Locale.LanguageRange.parse(acceptLanguage).stream()
                    .sorted(Comparator.comparingDouble(Locale.LanguageRange::getWeight)
                            .reversed())
                    .toList();
            return Locale.ENGLISH.equals(Locale.lookup(ranges, LANGUAGES));
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    private static @Nullable String instance(HttpServerRequest request) {
        return request.path();
    }
}
