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

    /// @param patternsByOwner path patterns by the name of what owns them
    /// @throws IllegalArgumentException if a pattern is malformed or stands twice
    RouteTable(Map<String, List<String>> patternsByOwner) {
        List<Route> all = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        patternsByOwner.forEach((owner, patterns) -> patterns.forEach(pattern -> {
            if (!seen.add(pattern)) {
                throw new IllegalArgumentException("Two claim the route " + pattern);
            }
            all.add(Route.of(pattern, owner));
        }));
        all.sort(Comparator.comparingInt(Route::weight).reversed());
        routes = List.copyOf(all);
    }

    /// @param path the segments of a path that [RequestPath#isSound] accepts
    Optional<Route> find(List<String> path) {
        for (Route route : routes) {
            if (route.matches(path)) {
                return Optional.of(route);
            }
        }
        return Optional.empty();
    }
}
