package vn.monitoring.gateway;

import io.vertx.core.MultiMap;

/// What every answer carries, whoever wrote it.
final class ResponseHeaders {

    private ResponseHeaders() {}

    /// Completes the headers of a service's or the gateway's own answer, in place; what a service set itself stays.
    static void complete(MultiMap headers, Trace trace) {
        RequestHeaders.removeHopByHop(headers);
        headers.remove("Server");
        headers.remove("X-Powered-By");
        headers.set("X-Request-Id", trace.requestId());
        headers.set("X-Content-Type-Options", "nosniff");
        setIfAbsent(headers, "Cache-Control", "no-store");
        setIfAbsent(headers, "Referrer-Policy", "no-referrer");
        setIfAbsent(headers, "X-Frame-Options", "DENY");
        setIfAbsent(headers, "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        setIfAbsent(headers, "Cross-Origin-Resource-Policy", "same-origin");
    }

    private static void setIfAbsent(MultiMap headers, String name, String value) {
        if (!headers.contains(name)) {
            headers.set(name, value);
        }
    }
}
