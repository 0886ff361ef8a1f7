package vn.monitoring.gateway;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.monitoring.gateway.limit.Allowance;

/// Decides where a request goes: to the service that owns its path, or back with a problem.
@Singleton
class Gateway {

    static final List<String> METHODS = List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    private static final String METRICS = "/q/metrics";
    private static final String ONE_YEAR = "max-age=31536000";

    private final GatewaySettings settings;
    private final Destinations destinations;
    private final Door door;
    private final Answers answers;
    private final Exchanges exchanges;
    private final RequestMeters meters;

    Gateway(
            GatewaySettings settings,
            Destinations destinations,
            Door door,
            Answers answers,
            Exchanges exchanges,
            RequestMeters meters) {
        this.settings = settings;
        this.destinations = destinations;
        this.door = door;
        this.answers = answers;
        this.exchanges = exchanges;
        this.meters = meters;
    }

    /// The checks stand before everything else, the routes behind the framework's own (health).
    void register(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).handler(this::check);
        router.route().order(Integer.MAX_VALUE).handler(this::forward);
    }

    private void check(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (settings.https()) {
            request.response().putHeader("Strict-Transport-Security", ONE_YEAR);
        }
        String path = pathOf(request.uri());
        if (!METHODS.contains(request.method().name())) {
            answers.refuse(GatewayProblem.METHOD_NOT_ALLOWED, request);
        } else if (path == null || !RequestPath.isSound(path)) {
            answers.refuse(GatewayProblem.INVALID_REQUEST, request);
        } else if (isMetrics(path) && !Inside.isFromInside(request)) {
            answers.refuse(GatewayProblem.NOT_FOUND, request);
        } else {
            context.next();
        }
    }

    private void forward(RoutingContext context) {
        HttpServerRequest request = context.request();
        Trace trace = Answers.traceOf(request);
        Destination destination = destinations.find(request.path()).orElse(null);
        if (destination == null) {
            answers.refuse(GatewayProblem.NOT_FOUND, Map.of(), request, trace);
        } else if (declaredLength(request) > destination.maxBody()) {
            refuse(new Refusal(GatewayProblem.TOO_LARGE), destination, request, trace);
        } else {
            request.pause();
            door.admit(context, destination)
                    .onSuccess(allowance -> send(destination, allowance, context, trace))
                    .onFailure(refusal -> refuse(refusal, destination, request, trace));
        }
    }

    private void send(Destination destination, Allowance allowance, RoutingContext context, Trace trace) {
        if (destination.upstream().isDown()) {
            refuse(new Refusal(GatewayProblem.UNAVAILABLE, allowance.headers()), destination, context.request(), trace);
            return;
        }
        new Exchange(context, destination, allowance, trace, settings, exchanges, meters).start();
    }

    private void refuse(Throwable failure, Destination destination, HttpServerRequest request, Trace trace) {
        long startedNanos = System.nanoTime();
        answers.refuse(failure, request, trace);
        String status = RequestMeters.statusClass(request.response().getStatusCode());
        meters.finished(destination, request.method(), status, System.nanoTime() - startedNanos);
    }

    private static boolean isMetrics(String path) {
        return path.equals(METRICS) || path.startsWith(METRICS + "/");
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
}
