package vn.monitoring.kit.web;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/// Answers 304 without a body to who has already read what would be answered: whenever a GET gives an `ETag` that
/// stands in `If-None-Match`.
public class NotModified {

    private static final Set<String> READS = Set.of("GET", "HEAD");

    @ServerResponseFilter
    public void spare(ContainerRequestContext request, ContainerResponseContext response) {
        String known = request.getHeaderString(HttpHeaders.IF_NONE_MATCH);
        String tag = response.getHeaderString(HttpHeaders.ETAG);
        if (known == null || tag == null || response.getStatus() != 200 || !READS.contains(request.getMethod())) {
            return;
        }
        // A proxy may have made the tag weak that the client sends back (RFC 9110, 13.1.2).
        if (ETags.names(known.replace("W/\"", "\""), tag)) {
            response.setEntity(null);
            response.setStatus(304);
        }
    }
}
