package vn.monitoring.gateway;

import io.opentelemetry.api.trace.Span;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import jakarta.inject.Singleton;
import java.util.Map;
import org.jboss.logging.Logger;

/// The gateway's own answers.
@Singleton
class Answers {

    private static final Logger LOG = Logger.getLogger(Answers.class);

    private final Vertx vertx;
    private final RequestMeters meters;

    Answers(Vertx vertx, RequestMeters meters) {
        this.vertx = vertx;
        this.meters = meters;
    }

    /// A response with the headers that every answer carries, to be given a status and ended.
    HttpServerResponse complete(HttpServerRequest request) {
        ResponseHeaders.complete(request.response().headers(), traceOf(request));
        return request.response();
    }

    void refuse(GatewayProblem problem, HttpServerRequest request) {
        refuse(problem, Map.of(), request, traceOf(request));
    }

    /// @param failure a [Refusal]; whatever else it is, is an error of the gateway's own
    void refuse(Throwable failure, HttpServerRequest request) {
        refuse(failure, request, traceOf(request));
    }

    void refuse(Throwable failure, HttpServerRequest request, Trace trace) {
        if (failure instanceof Refusal refusal) {
            refuse(refusal.problem(), refusal.headers(), request, trace);
            return;
        }
        LOG.errorf(failure, "request %s was neither let through nor refused", trace.requestId());
        refuse(GatewayProblem.INTERNAL, Map.of(), request, trace);
    }

    void refuse(GatewayProblem problem, Map<String, String> more, HttpServerRequest request, Trace trace) {
        meters.refused(problem);
        HttpServerResponse response = request.response();
        MultiMap headers = response.headers();
        more.forEach(headers::set);
        ProblemWriter.writeHeaders(problem, request, headers);
        ResponseHeaders.complete(headers, trace);
        Buffer body = ProblemWriter.body(problem, request, trace);
        response.setStatusCode(problem.status()).end(body).onComplete(sent -> Drain.rest(request, vertx));
    }

    static Trace traceOf(HttpServerRequest request) {
        return Trace.of(request.getHeader("X-Request-Id"), request.getHeader("traceparent"), Span.current());
    }
}
