package vn.monitoring.gateway.login;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Whether our own pages make a request, as the browser says. It sends the session's cookie with requests of other
/// pages too; a page cannot change these headers.
public final class SameOrigin {

    private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private SameOrigin() {}

    /// By `Sec-Fetch-Site`, which every browser sends to https and to localhost; without it by `Origin`, which every
    /// browser sends with what changes something.
    public static boolean isOwn(HttpServerRequest request) {
        boolean safe = SAFE.contains(request.method());
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin") || (safe && site.equals("none"));
        }
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        return origin == null ? safe : isOf(origin, request.authority());
    }

    /// The scheme is not compared: behind a proxy that ends TLS it is another one.
    private static boolean isOf(String origin, @Nullable HostAndPort authority) {
        try {
            String named = new URI(origin).getRawAuthority();
            return named != null && authority != null && named.equalsIgnoreCase(authority.toString());
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
