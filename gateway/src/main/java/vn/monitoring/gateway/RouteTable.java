package vn.monitoring.gateway;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// All routes, the most specific first. A path that none matches is not served.
final class RouteTable {

    private final List<Route> routes;

    /// @param patternsByUpstream path patterns by the name of the service that owns them @throws
    /// IllegalArgumentException if a pattern is malformed or stands twice
    RouteTable(Map<String, List<String>> patternsByUpstream) {
        List<Route> all = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        patternsByUpstream.forEach((upstream, patterns) -> patterns.forEach(pattern -> {
            if (!seen.add(pattern)) {
                throw new IllegalArgumentException("Two services claim the route " + pattern);
            }
            all.add(Route.of(pattern, upstream));
        }));
        all.sort(Comparator.comparingInt(Route::weight).reversed());
        routes = List.copyOf(all);
    }

    /// @param path a path that [RequestPath#isSound] accepts
    Optional<Route> find(String path) {
        List<String> segments = Route.split(path);
        return routes.stream().filter(route -> route.matches(segments)).findFirst();
    }
}
