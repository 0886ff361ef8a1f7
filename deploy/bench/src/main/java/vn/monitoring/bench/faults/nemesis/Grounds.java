package vn.monitoring.bench.faults.nemesis;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import vn.monitoring.client.ClientFailure;
import vn.monitoring.local.Platform;
import vn.monitoring.local.component.Kafka;
import vn.monitoring.local.component.Ports;
import vn.monitoring.local.component.Postgres;
import vn.monitoring.local.component.Topology;
import vn.monitoring.local.process.Progress;
import vn.monitoring.local.runtime.RuntimeFolder;

/// The platform that things are done to: two of each service, and links that can break between the services and what
/// they need, and between the gateway and the services.
public final class Grounds implements AutoCloseable {

    static final int REPLICAS = 2;
    static final List<String> SERVICES = List.of("indicator-service", "task-service", "report-service");
    static final String GATEWAY = "gateway";

    private static final int FIRST_ENTRANCE = 8600;
    private static final int FIRST_EXIT = 8700;
    private static final int BETWEEN_PLATFORMS = 300;

    private final Ports ports;
    private final Platform platform;
    private final List<Link> links;

    /// Not yet started.
    ///
    /// @param folder the platform's home
    public Grounds(Path folder, RuntimeFolder programs, Progress progress) {
        int offset = freeOffset();
        this.ports = Ports.shifted(offset);
        List<Topology.Link> ways = ways(offset, ports);
        this.links = ways.stream()
                .map(way -> new Link(way.from(), way.to(), way.entrance(), way.exit()))
                .toList();
        this.platform = Platform.in(folder, ports, new Topology(REPLICAS, ways), programs, false, progress);
    }

    private static List<Topology.Link> ways(int offset, Ports ports) {
        List<Topology.Link> ways = new ArrayList<>();
        int entrance = FIRST_ENTRANCE + offset;
        int exit = FIRST_EXIT + offset;
        for (String service : SERVICES) {
            for (int number = 1; number <= REPLICAS; number++) {
                String name = Topology.replica(service, number);
                ways.add(new Topology.Link(name, Postgres.NAME, entrance++, ports.postgres()));
                ways.add(new Topology.Link(name, Kafka.NAME, entrance++, exit++));
                ways.add(new Topology.Link(GATEWAY, name, entrance++, Ports.ofReplica(first(service, ports), number)));
            }
        }
        return ways;
    }

    private static int first(String service, Ports ports) {
        return switch (service) {
            case "indicator-service" -> ports.indicator();
            case "task-service" -> ports.task();
            default -> ports.report();
        };
    }

    /// Below the range from which the system takes the ports of clients.
    private static int freeOffset() {
        return IntStream.iterate(2000, offset -> offset < 20_000, offset -> offset + BETWEEN_PLATFORMS)
                .filter(offset -> isFree(offset, Ports.shifted(offset)))
                .findFirst()
                .orElseThrow(() -> new ClientFailure("No free ports for another platform"));
    }

    private static boolean isFree(int offset, Ports ports) {
        return IntStream.of(
                        ports.gateway(),
                        ports.indicator(),
                        ports.keycloak(),
                        ports.postgres(),
                        ports.kafka(),
                        FIRST_ENTRANCE + offset,
                        FIRST_EXIT + offset)
                .allMatch(Ports::isFree);
    }

    public Platform platform() {
        return platform;
    }

    public Ports ports() {
        return ports;
    }

    /// The link by which a part reaches another.
    Link link(String from, String to) {
        return links.stream()
                .filter(link -> link.leads(from, to))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no link from %s to %s".formatted(from, to)));
    }

    @Override
    public void close() {
        platform.close();
        links.forEach(Link::close);
    }
}
