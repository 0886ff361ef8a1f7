package vn.monitoring.kit.web;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.net.URI;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/// Finds `/measurements%3Abatch` where `/measurements:batch` is: clients may write the colon of a path either way
/// (RFC 3986, 3.3), but the framework compares texts.
public class EncodedColon {

    @ServerRequestFilter(preMatching = true, nonBlocking = true)
    public void decode(HttpServerRequest received, ContainerRequestContext request) {
        String path = received.path();
        if (path.contains("%3A") || path.contains("%3a")) {
            String query = received.query();
            request.setRequestUri(
                    URI.create(path.replace("%3A", ":").replace("%3a", ":") + (query == null ? "" : "?" + query)));
        }
    }
}
