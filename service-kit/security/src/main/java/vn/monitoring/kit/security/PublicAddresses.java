package vn.monitoring.kit.security;

import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/// Where the public reaches the platform: `monitoring.public-base-urls` (PUBLIC_BASE_URLS, separated by
/// commas). What a request says of its host is not asked: behind the gateway it is another one, and a
/// client can write what it likes.
@ApplicationScoped
class PublicAddresses {

    private final Set<String> origins;

    /// @throws IllegalArgumentException when one of them is not a URL
    PublicAddresses(@ConfigProperty(name = "monitoring.public-base-urls") List<String> urls) {
        this.origins =
                urls.stream().map(url -> origin(URI.create(url.strip()))).collect(Collectors.toUnmodifiableSet());
    }

    /// Whether an address is the request's, its query and fragment left aside (RFC 9449, 4.3). The path is
    /// compared as it was written: the gateway hands it on unchanged.
    boolean isOf(HttpServerRequest request, @Nullable String address) {
        if (address == null) {
            return false;
        }
        try {
            URI uri = new URI(address);
            return uri.getScheme() != null
                    && uri.getHost() != null
                    && origins.contains(origin(uri))
                    && request.path().equals(uri.getRawPath());
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static String origin(URI uri) {
        if (uri.getScheme() == null || uri.getHost() == null) {
            throw new IllegalArgumentException("PUBLIC_BASE_URLS: not an absolute URL: " + uri);
        }
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        int port = uri.getPort() >= 0 ? uri.getPort() : scheme.equals("https") ? 443 : 80;
        return scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + ":" + port;
    }
}
