package vn.monitoring.gateway;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.vertx.core.http.HttpMethod;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Counts and times what goes through, from the checks to the last byte: the measure of the objectives in
/// `docs/operations.md`. By route, never by path: no unit, no person, no secret stands in a label.
@Singleton
class RequestMeters {

    /// The status of an exchange whose client left before the answer began.
    static final String ABANDONED = "abandoned";

    private static final String STREAM = "stream";
    private static final Duration[] BOUNDS = {
        Duration.ofMillis(25),
        Duration.ofMillis(100),
        Duration.ofMillis(300),
        Duration.ofSeconds(1),
        Duration.ofSeconds(3),
        Duration.ofSeconds(10)
    };

    private final MeterRegistry registry;
    private final Map<Requests, Counter> counters = new ConcurrentHashMap<>();
    private final Map<Durations, Timer> timers = new ConcurrentHashMap<>();

    private record Requests(String upstream, String route, String kind, String method, String status) {}

    private record Durations(String upstream, String kind, String status) {}

    RequestMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    /// `2xx` to `5xx`.
    static String statusClass(int status) {
        return status / 100 + "xx";
    }

    /// An event stream began, or was refused by the service.
    void opened(Destination destination, String status) {
        count(destination, STREAM, HttpMethod.GET, status);
    }

    void finished(Destination destination, HttpMethod method, String status, long nanos) {
        count(destination, destination.kind(), method, status);
        timers.computeIfAbsent(new Durations(destination.upstream().name(), destination.kind(), status), this::timer)
                .record(Duration.ofNanos(nanos));
    }

    /// The gateway answered itself.
    void refused(GatewayProblem problem) {
        registry.counter("monitoring.gateway.refusals", "problem", problem.name())
                .increment();
    }

    private void count(Destination destination, String kind, HttpMethod method, String status) {
        counters.computeIfAbsent(
                        new Requests(destination.upstream().name(), destination.route(), kind, method.name(), status),
                        this::counter)
                .increment();
    }

    private Counter counter(Requests requests) {
        return Counter.builder("monitoring.gateway.requests")
                .description("Requests by the route they took and the class of the answer's status")
                .tag("upstream", requests.upstream())
                .tag("route", requests.route())
                .tag("kind", requests.kind())
                .tag("method", requests.method())
                .tag("status", requests.status())
                .register(registry);
    }

    private Timer timer(Durations durations) {
        return Timer.builder("monitoring.gateway.request.duration")
                .description("From the first byte of a request to the last one of its answer")
                .tag("upstream", durations.upstream())
                .tag("kind", durations.kind())
                .tag("status", durations.status())
                .serviceLevelObjectives(BOUNDS)
                .register(registry);
    }
}
