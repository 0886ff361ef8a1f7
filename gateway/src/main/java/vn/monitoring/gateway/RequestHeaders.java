package vn.monitoring.gateway;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// What a service may believe about a request: nothing a client says of its own address, name or target survives.
final class RequestHeaders {

    /// Said only by a proxy, never by a client; and cookies, which are the gateway's own.
    private static final Set<String> SPOOFABLE = Set.of(
            "cookie",
            "forwarded",
            "via",
            "x-real-ip",
            "x-client-ip",
            "x-cluster-client-ip",
            "true-client-ip",
            "client-ip",
            "cf-connecting-ip",
            "remote-user",
            "x-rewrite-url",
            "x-host",
            "x-http-method",
            "x-http-method-override",
            "x-method-override",
            "x-request-id",
            "x-correlation-id",
            "traceparent",
            "proxy");

    private static final List<String> SPOOFABLE_PREFIXES = List.of(
            "x-forwarded-",
            "x-original-",
            "x-user",
            "x-remote-",
            "x-auth-",
            "x-authenticated-",
            "x-ssl-",
            "x-client-cert",
            "ssl-client-");

    /// Of one connection, not of the message (RFC 9110, 7.6.1); `Expect` has been answered by the gateway.
    private static final Set<String> HOP_BY_HOP = Set.of(
            "connection",
            "keep-alive",
            "proxy-connection",
            "proxy-authenticate",
            "proxy-authorization",
            "te",
            "trailer",
            "upgrade",
            "expect");

    private RequestHeaders() {}

    /// Rewrites the headers that go to the service, in place.
    static void clean(MultiMap headers, HttpServerRequest client, Trace trace) {
        removeHopByHop(headers);
        for (String name : List.copyOf(headers.names())) {
            if (isSpoofable(name) || (isTraceState(name) && !trace.continued())) {
                headers.remove(name);
            }
        }
        headers.set("X-Forwarded-For", client.remoteAddress().hostAddress());
        headers.set("X-Forwarded-Proto", client.isSSL() ? "https" : "http");
        HostAndPort authority = client.authority();
        if (authority != null) {
            headers.set("X-Forwarded-Host", authority.toString());
        }
        headers.set("X-Request-Id", trace.requestId());
        headers.set("traceparent", trace.traceParent());
    }

    /// Removes what belongs to one connection only, and what `Connection` names as such.
    static void removeHopByHop(MultiMap headers) {
        for (String value : List.copyOf(headers.getAll(HttpHeaders.CONNECTION))) {
            for (String name : value.split(",", -1)) {
                if (!name.isBlank() && !isFraming(name.strip())) {
                    headers.remove(name.strip());
                }
            }
        }
        HOP_BY_HOP.forEach(headers::remove);
    }

    /// A name with an underscore may reach an application as the same name with a dash.
    private static boolean isSpoofable(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.indexOf('_') >= 0
                || SPOOFABLE.contains(lower)
                || SPOOFABLE_PREFIXES.stream().anyMatch(lower::startsWith);
    }

    /// A client must not make the gateway lose the length or the credentials of a message by naming them in
    /// `Connection`.
    private static boolean isFraming(String name) {
        return name.equalsIgnoreCase("content-length")
                || name.equalsIgnoreCase("transfer-encoding")
                || name.equalsIgnoreCase("host")
                || name.equalsIgnoreCase("authorization")
                || name.equalsIgnoreCase("content-type");
    }

    private static boolean isTraceState(String name) {
        return name.equalsIgnoreCase("tracestate");
    }
}
