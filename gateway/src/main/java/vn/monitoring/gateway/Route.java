package vn.monitoring.gateway;

import java.util.Arrays;
import java.util.List;

/// A path pattern and the name of what owns all that lies under it: a service, or a rule.
///
/// A pattern matches whole segments from the start of the path: `{id}` stands for any one segment, `report-*` for
/// any that starts so, and a segment also covers its custom verbs (`units` covers `units:batch`).
record Route(String pattern, List<String> segments, String owner) {

    static Route of(String pattern, String owner) {
        if (!pattern.startsWith("/") || pattern.endsWith("/")) {
            throw new IllegalArgumentException("A route starts with '/' and does not end with it: " + pattern);
        }
        return new Route(pattern, split(pattern), owner);
    }

    static List<String> split(String path) {
        return Arrays.asList(path.substring(1).split("/", -1));
    }

    boolean matches(List<String> path) {
        if (path.size() < segments.size()) {
            return false;
        }
        for (int i = 0; i < segments.size(); i++) {
            if (!matches(segments.get(i), path.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean matches(String pattern, String segment) {
        if (isVariable(pattern)) {
            return !segment.isEmpty();
        }
        if (pattern.endsWith("*")) {
            return segment.startsWith(pattern.substring(0, pattern.length() - 1));
        }
        return segment.equals(pattern) || segment.startsWith(pattern + ":");
    }

    /// The longer pattern wins, then the one with more literal text.
    int weight() {
        int literal = segments.stream()
                .filter(segment -> !isVariable(segment))
                .mapToInt(String::length)
                .sum();
        return segments.size() * 10_000 + literal;
    }

    private static boolean isVariable(String segment) {
        return segment.startsWith("{") && segment.endsWith("}");
    }
}
