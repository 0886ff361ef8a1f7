package vn.monitoring.gateway;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Serves the contract to everybody: `/openapi.yaml`, `/openapi.json`, `/asyncapi.yaml`, and `/docs` to read and try
/// it. Nothing on that page comes from elsewhere.
@Singleton
class ContractPages {

    /// Swagger UI draws its icons from data and sets styles on elements; scripts come only from here. It asks the realm
    /// how to sign in.
    private static final String PAGE_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
                    + "connect-src 'self' %s; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final ContractDocuments documents;

    ContractPages(ContractDocuments documents) {
        this.documents = documents;
    }

    void register(@Observes Router router) {
        for (String path : ContractDocuments.paths()) {
            router.route(path).method(HttpMethod.GET).method(HttpMethod.HEAD).blockingHandler(this::serve, false);
        }
    }

    private void serve(RoutingContext context) {
        HttpServerRequest request = context.request();
        String path = context.currentRoute().getPath();
        PublishedDocument document = documents.get(path);
        boolean gzip = acceptsGzip(request);
        HttpServerResponse response = context.response();
        MultiMap headers = response.headers();
        headers.set(HttpHeaders.ETAG, document.etag(gzip));
        headers.set(HttpHeaders.CACHE_CONTROL, "no-cache");
        headers.set(HttpHeaders.VARY, "Accept-Encoding");
        if (path.equals("/docs")) {
            headers.set("Content-Security-Policy", PAGE_POLICY.formatted(documents.realmOrigin()));
        }
        ResponseHeaders.complete(
                headers, Trace.of(request.getHeader("X-Request-Id"), request.getHeader("traceparent")));
        if (names(request.getHeader(HttpHeaders.IF_NONE_MATCH), document.etag(gzip))) {
            response.setStatusCode(304).end();
            return;
        }
        headers.set(HttpHeaders.CONTENT_TYPE, document.mediaType());
        if (gzip) {
            headers.set(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        byte[] content = document.content(gzip);
        headers.set(HttpHeaders.CONTENT_LENGTH, Integer.toString(content.length));
        if (request.method().equals(HttpMethod.HEAD)) {
            response.end();
        } else {
            response.end(Buffer.buffer(content));
        }
    }

    private static boolean acceptsGzip(HttpServerRequest request) {
        String accepted = request.getHeader(HttpHeaders.ACCEPT_ENCODING);
        return accepted != null
                && Arrays.stream(accepted.toLowerCase(Locale.ROOT).split(",", -1))
                        .map(coding -> coding.replace(" ", ""))
                        .anyMatch(coding -> coding.equals("gzip")
                                || (coding.startsWith("gzip;q=") && !coding.matches("gzip;q=0(\\.0*)?")));
    }

    private static boolean names(@Nullable String ifNoneMatch, String etag) {
        return ifNoneMatch != null
                && Arrays.stream(ifNoneMatch.split(",", -1))
                        .map(String::strip)
                        .anyMatch(tag -> tag.equals(etag) || tag.equals("*") || tag.equals("W/" + etag));
    }
}
