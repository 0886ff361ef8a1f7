package vn.monitoring.gateway;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Serves the dashboard to everybody: one page for all its paths, which then asks the API as the one who is signed in.
///
/// What the page is made of is bundled by the build under names that change with the content, so it is kept for ever.
/// Nothing comes from another origin, and no script or style sheet stands in the page itself.
@Singleton
class DashboardPages {

    /// Where the page's own addresses begin; `gateway/src/main/web/app/routes.ts` says what each shows.
    static final List<String> PATHS =
            List.of("/overview", "/indicators", "/tasks", "/reports", "/entry", "/plans", "/verification", "/public");

    private static final String PAGE = "/index.html";
    private static final String BUNDLE = "/static/bundle/";

    /// Style attributes alone are let through: charts set sizes by them and lay out their tooltips with them.
    private static final String PAGE_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "style-src-attr 'unsafe-inline'; font-src 'self'; img-src 'self' data: blob:; connect-src 'self'; "
            + "frame-src 'self' blob:; manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private static final Map<String, String> MEDIA_TYPES = Map.of(
            "html", "text/html;charset=utf-8",
            "js", "text/javascript;charset=utf-8",
            "css", "text/css;charset=utf-8",
            "map", "application/json",
            "svg", "image/svg+xml",
            "png", "image/png",
            "woff2", "font/woff2",
            "woff", "font/woff");

    private final Map<String, PublishedDocument> read = new ConcurrentHashMap<>();

    void register(@Observes Router router) {
        servePage(router, "/");
        for (String path : PATHS) {
            servePage(router, path);
            servePage(router, path + "/*");
        }
        router.route(BUNDLE + "*")
                .method(HttpMethod.GET)
                .method(HttpMethod.HEAD)
                .blockingHandler(this::servePart, false);
    }

    private void servePage(Router router, String path) {
        router.route(path).method(HttpMethod.GET).method(HttpMethod.HEAD).blockingHandler(this::servePage, false);
    }

    private void servePage(RoutingContext context) {
        context.response()
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-cache")
                .putHeader("Content-Security-Policy", PAGE_POLICY);
        send(PAGE, context);
    }

    private void servePart(RoutingContext context) {
        context.response().putHeader(HttpHeaders.CACHE_CONTROL, "public, max-age=31536000, immutable");
        send(context.request().path(), context);
    }

    private void send(String path, RoutingContext context) {
        HttpServerRequest request = context.request();
        HttpServerResponse response = request.response();
        find(path).ifPresentOrElse(document -> DocumentAnswer.send(document, request), () -> {
            response.headers().remove(HttpHeaders.CACHE_CONTROL);
            context.next();
        });
    }

    /// What is not there is not remembered: names come from outside.
    private Optional<PublishedDocument> find(String path) {
        PublishedDocument known = read.get(path);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<PublishedDocument> document = load(path);
        document.ifPresent(loaded -> read.put(path, loaded));
        return document;
    }

    private static Optional<PublishedDocument> load(String path) {
        String mediaType = mediaType(path);
        if (mediaType == null) {
            return Optional.empty();
        }
        try (InputStream stream =
                Thread.currentThread().getContextClassLoader().getResourceAsStream("META-INF/resources" + path)) {
            return stream == null
                    ? Optional.empty()
                    : Optional.of(PublishedDocument.of(mediaType, stream.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable String mediaType(String path) {
        return MEDIA_TYPES.get(path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
    }
}
