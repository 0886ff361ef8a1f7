package vn.monitoring.local.component;

import java.util.List;

/// How many of each service run, and by which ways the parts reach each other.
///
/// @param replicas of each service
/// @param links the ways that do not lead straight to a part
public record Topology(int replicas, List<Link> links) {

    /// One of each, straight ways.
    public static final Topology PLAIN = new Topology(1, List.of());

    /// Their ports, ten apart, would run into Keycloak's.
    private static final int MOST_REPLICAS = 9;

    public Topology {
        if (replicas < 1 || replicas > MOST_REPLICAS) {
            throw new IllegalArgumentException("Of each service between 1 and %d run".formatted(MOST_REPLICAS));
        }
    }

    /// A way from one part to another by a port where something stands between, such as a proxy.
    ///
    /// @param from the part that goes this way
    /// @param to the part it leads to
    /// @param entrance the port that `from` is given
    /// @param exit the port where `to` listens for it: its own, but Kafka, which tells its clients where to come
    /// again, has one more for each way
    public record Link(String from, String to, int entrance, int exit) {}

    /// The name of a service's replica: the first bears the service's own.
    public static String replica(String service, int number) {
        return number == 1 ? service : service + "-" + number;
    }

    /// Where a part finds another.
    ///
    /// @param own the port where `to` listens
    int port(String from, String to, int own) {
        return links.stream()
                .filter(link -> link.from().equals(from) && link.to().equals(to))
                .map(Link::entrance)
                .findFirst()
                .orElse(own);
    }

    List<Link> linksTo(String to) {
        return links.stream().filter(link -> link.to().equals(to)).toList();
    }
}
