package vn.monitoring.gateway;

import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.monitoring.gateway.limit.Allowance;

/// Decides where a request goes: to the service that owns its path, or back with a problem.
@Singleton
class Gateway {

    static final List<String> METHODS = List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    private final GatewaySettings settings;
    private final Destinations destinations;
    private final Door door;
    private final Exchanges exchanges;
    private final Vertx vertx;

    Gateway(GatewaySettings settings, Destinations destinations, Door door, Exchanges exchanges, Vertx vertx) {
        this.settings = settings;
        this.destinations = destinations;
        this.door = door;
        this.exchanges = exchanges;
        this.vertx = vertx;
    }

    /// The checks stand before everything else, the routes behind the framework's own (health).
    void register(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).handler(this::check);
        router.route().order(Integer.MAX_VALUE).handler(this::forward);
    }

    private void check(RoutingContext context) {
        HttpServerRequest request = context.request();
        String path = pathOf(request.uri());
        if (!METHODS.contains(request.method().name())) {
            answer(GatewayProblem.METHOD_NOT_ALLOWED, request, traceOf(request));
        } else if (path == null || !RequestPath.isSound(path)) {
            answer(GatewayProblem.INVALID_REQUEST, request, traceOf(request));
        } else {
            context.next();
        }
    }

    private void forward(RoutingContext context) {
        HttpServerRequest request = context.request();
        Trace trace = traceOf(request);
        Destination destination = destinations.find(request.path()).orElse(null);
        if (destination == null) {
            answer(GatewayProblem.NOT_FOUND, request, trace);
        } else if (declaredLength(request) > destination.maxBody()) {
            answer(GatewayProblem.TOO_LARGE, request, trace);
        } else {
            request.pause();
            door.admit(context, destination)
                    .onSuccess(allowance -> send(destination, allowance, request, trace))
                    .onFailure(refusal -> refuse(refusal, request, trace));
        }
    }

    private void send(Destination destination, Allowance allowance, HttpServerRequest request, Trace trace) {
        if (destination.upstream().health().isDown()) {
            allowance.headers().forEach(request.response().headers()::set);
            answer(GatewayProblem.UNAVAILABLE, request, trace);
            return;
        }
        new Exchange(request, destination, allowance, trace, settings, exchanges, vertx).start();
    }

    private static Trace traceOf(HttpServerRequest request) {
        return Trace.of(request.getHeader("X-Request-Id"), request.getHeader("traceparent"));
    }

    /// The path as the client wrote it (nothing decoded or normalised), or null for a request target that is not a
    /// path.
    private static @Nullable String pathOf(String target) {
        if (!target.startsWith("/")) {
            return null;
        }
        int query = target.indexOf('?');
        return query < 0 ? target : target.substring(0, query);
    }

    private static long declaredLength(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null ? 0 : Long.parseLong(length);
    }

    private void refuse(Throwable failure, HttpServerRequest request, Trace trace) {
        if (failure instanceof Refusal refusal) {
            refusal.headers().forEach(request.response().headers()::set);
            answer(refusal.problem(), request, trace);
        } else {
            throw new IllegalStateException("a request was neither let through nor refused", failure);
        }
    }

    private void answer(GatewayProblem problem, HttpServerRequest request, Trace trace) {
        HttpServerResponse response = request.response();
        MultiMap headers = response.headers();
        ProblemWriter.writeHeaders(problem, request, headers);
        ResponseHeaders.complete(headers, trace);
        Buffer body = ProblemWriter.body(problem, request, trace);
        response.setStatusCode(problem.status()).end(body).onComplete(sent -> Drain.rest(request, vertx));
    }
}
