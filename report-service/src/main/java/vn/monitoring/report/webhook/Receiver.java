package vn.monitoring.report.webhook;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A receiver's URL with the address that was checked for it: the connection goes to that address and to no
/// other, so that a name that changes its address between the check and the connection (DNS rebinding) gains
/// nothing.
record Receiver(URI url, InetAddress address) {

    /// Why a URL is not sent to.
    enum Refusal {
        /// No absolute http(s) URL with a host, or one with a user or a fragment.
        MALFORMED,
        /// `http` to an address of the public internet.
        NOT_HTTPS,
        /// The name has no address now.
        UNKNOWN_HOST,
        /// One of its addresses is private, loopback, link-local or reserved.
        PRIVATE_ADDRESS
    }

    /// The URL is not sent to.
    static final class RefusedException extends Exception {

        private final Refusal refusal;

        RefusedException(Refusal refusal) {
            super(refusal.name());
            this.refusal = refusal;
        }

        Refusal refusal() {
            return refusal;
        }
    }

    /// Checks a URL now: every address of its host must be allowed, the first one is taken.
    static Receiver of(String text, HostNames names, AddressRule rule) throws RefusedException {
        URI url = parse(text);
        List<InetAddress> addresses;
        try {
            addresses = names.addressesOf(hostOf(url));
        } catch (UnknownHostException e) {
            throw new RefusedException(Refusal.UNKNOWN_HOST);
        }
        if (addresses.isEmpty()) {
            throw new RefusedException(Refusal.UNKNOWN_HOST);
        }
        if (!addresses.stream().allMatch(rule::allows)) {
            throw new RefusedException(Refusal.PRIVATE_ADDRESS);
        }
        InetAddress address = addresses.getFirst();
        if (!isHttps(url) && AddressRule.isPublic(address)) {
            throw new RefusedException(Refusal.NOT_HTTPS);
        }
        return new Receiver(url, address);
    }

    private static URI parse(String text) throws RefusedException {
        URI url;
        try {
            url = new URI(text);
        } catch (URISyntaxException e) {
            throw new RefusedException(Refusal.MALFORMED);
        }
        @Nullable String scheme = url.getScheme();
        boolean web = scheme != null && List.of("http", "https").contains(scheme.toLowerCase(Locale.ROOT));
        if (!web || url.getHost() == null || url.getRawUserInfo() != null || url.getRawFragment() != null) {
            throw new RefusedException(Refusal.MALFORMED);
        }
        return url;
    }

    /// Without the brackets of an IPv6 address.
    static String hostOf(URI url) {
        String host = url.getHost();
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    static boolean isHttps(URI url) {
        return "https".equalsIgnoreCase(url.getScheme());
    }

    int port() {
        return url.getPort() > 0 ? url.getPort() : isHttps(url) ? 443 : 80;
    }

    String pathAndQuery() {
        String path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        return url.getRawQuery() == null ? path : path + "?" + url.getRawQuery();
    }
}
