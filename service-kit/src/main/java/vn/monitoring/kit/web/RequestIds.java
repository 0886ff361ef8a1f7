package vn.monitoring.kit.web;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.trace.TraceContext;
import vn.monitoring.kit.trace.Traces;

/// Gives every request an id that stands in its logs, its events and its errors: the trace id, which the
/// gateway sent.
public class RequestIds {

    private static final String TRACE_ID = Traces.LOG_KEY;
    public static final String HEADER = "X-Request-Id";
    private static final Pattern SANE = Pattern.compile("[A-Za-z0-9._-]{8,64}");

    @ServerRequestFilter(preMatching = true, nonBlocking = true)
    public void open(ContainerRequestContext request) {
        String id = of(request::getHeaderString);
        request.setProperty(TRACE_ID, id);
        MDC.put(TRACE_ID, id);
    }

    @ServerResponseFilter
    public void close(ContainerRequestContext request, ContainerResponseContext response) {
        Object id = request.getProperty(TRACE_ID);
        if (id != null) {
            response.getHeaders().putSingle(HEADER, id.toString());
        }
        MDC.remove(TRACE_ID);
    }

    /// The id of the request that this thread works on, null outside of one.
    public static @Nullable String current() {
        return MDC.get(TRACE_ID) instanceof String id ? id : null;
    }

    /// @param header the request's headers by name
    public static String of(Function<String, @Nullable String> header) {
        TraceContext trace = TraceContext.ofSpan();
        if (trace == null) {
            trace = TraceContext.parse(header.apply(TraceContext.HEADER));
        }
        if (trace != null) {
            return trace.traceId();
        }
        String requestId = header.apply(HEADER);
        if (requestId != null && SANE.matcher(requestId).matches()) {
            return requestId;
        }
        return UUID.randomUUID().toString();
    }
}
