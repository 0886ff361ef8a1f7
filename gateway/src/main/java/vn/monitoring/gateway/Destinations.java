package vn.monitoring.gateway;

import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// What the configuration says of each path.
@Singleton
class Destinations {

    private static final String ORDINARY = "ordinary";

    private final GatewaySettings settings;
    private final RouteTable routes;
    private final RouteTable publicPaths;
    private final RouteTable rules;
    private final Map<String, Upstream> upstreams;

    Destinations(GatewaySettings settings, Exchanges exchanges, Vertx vertx) {
        this.settings = settings;
        this.routes = new RouteTable(settings.upstreams().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().routes())));
        this.publicPaths = new RouteTable(Map.of("public", settings.publicPaths()));
        this.rules = new RouteTable(settings.rules().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().paths())));
        this.upstreams = settings.upstreams().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> new Upstream(
                                entry.getKey(), entry.getValue().urls(), vertx, settings, exchanges::endStreams)));
    }

    @PreDestroy
    void close() {
        upstreams.values().forEach(Upstream::close);
    }

    Collection<Upstream> upstreams() {
        return upstreams.values();
    }

    /// @param path a path that [RequestPath#isSound] accepts
    /// @return empty when no service owns the path
    Optional<Destination> find(String path) {
        List<String> segments = Route.split(path);
        return routes.find(segments)
                .flatMap(route -> Optional.ofNullable(upstreams.get(route.owner()))
                        .map(upstream -> of(upstream, route, segments)));
    }

    private Destination of(Upstream upstream, Route taken, List<String> segments) {
        String kind = rules.find(segments).map(Route::owner).orElse(ORDINARY);
        Optional<GatewaySettings.Rule> rule =
                Optional.ofNullable(settings.rules().get(kind));
        return new Destination(
                upstream,
                taken.pattern(),
                kind,
                publicPaths.find(segments).isPresent(),
                rule.flatMap(GatewaySettings.Rule::idleTimeout).orElse(settings.idleTimeout()),
                rule.flatMap(GatewaySettings.Rule::maxBody)
                        .orElse(settings.maxBody())
                        .asLongValue());
    }
}
