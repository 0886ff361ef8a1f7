package vn.monitoring.gateway;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.util.List;

/// Who stands on this side of the door: a neighbour on the private network that comes by itself, not through a proxy
/// that
/// serves the public. What it may see is counted in figures, nothing of what they are about.
final class Inside {

    private static final List<String> PROXIED = List.of("Forwarded", "X-Forwarded-For", "X-Real-IP", "Via");

    private Inside() {}

    static boolean isFromInside(HttpServerRequest request) {
        SocketAddress neighbour = request.connection().remoteAddress();
        return PROXIED.stream().noneMatch(request.headers()::contains)
                && neighbour != null
                && neighbour.hostAddress() != null
                && isPrivate(neighbour.hostAddress());
    }

    /// Loopback, link-local, RFC 1918 and RFC 4193.
    static boolean isPrivate(String address) {
        try {
            InetAddress parsed = InetAddress.ofLiteral(address);
            return parsed.isLoopbackAddress()
                    || parsed.isLinkLocalAddress()
                    || parsed.isSiteLocalAddress()
                    || isUniqueLocal(parsed.getAddress());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isUniqueLocal(byte[] address) {
        return address.length == 16 && (address[0] & 0xfe) == 0xfc;
    }
}
