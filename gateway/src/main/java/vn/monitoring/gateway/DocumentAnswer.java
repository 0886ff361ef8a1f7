package vn.monitoring.gateway;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Answers with a document: compressed when that is read, with its entity tag, 304 to whoever has it, no body to HEAD.
final class DocumentAnswer {

    private DocumentAnswer() {}

    /// Ends the response; headers that were set before stay.
    static void send(PublishedDocument document, HttpServerRequest request) {
        boolean gzip = acceptsGzip(request);
        HttpServerResponse response = request.response();
        MultiMap headers = response.headers();
        headers.set(HttpHeaders.ETAG, document.etag(gzip));
        headers.set(HttpHeaders.VARY, "Accept-Encoding");
        ResponseHeaders.complete(headers, Answers.traceOf(request));
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
