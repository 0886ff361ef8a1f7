package vn.monitoring.local;

import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.monitoring.local.component.Home;
import vn.monitoring.local.component.Ports;
import vn.monitoring.local.component.Topology;
import vn.monitoring.local.process.Memory;
import vn.monitoring.local.process.ProcessMark;

/// What runs of a platform at this moment, read from its marks: no launcher has to answer for it.
///
/// @param state of the whole platform; of a launcher that was killed nothing it has said counts
record Status(List<Row> rows, State state) {

    private static final List<String> SERVICES = List.of("indicator-service", "task-service", "report-service");

    /// @param process empty when the component does not run
    record Row(String component, int port, Optional<ProcessHandle> process) {}

    static Status of(Home home) {
        Ports ports = Ports.read(home.ports()).orElse(Ports.standard());
        List<Row> rows = new ArrayList<>(List.of(
                row(home, "postgresql", ports.postgres()),
                row(home, "kafka", ports.kafka()),
                row(home, "keycloak", ports.keycloak())));
        int most = SERVICES.stream()
                .mapToInt(service -> replicas(home, service))
                .max()
                .orElse(1);
        for (int number = 1; number <= most; number++) {
            rows.add(replica(home, "indicator-service", number, ports.indicator()));
            rows.add(replica(home, "task-service", number, ports.task()));
            rows.add(replica(home, "report-service", number, ports.report()));
        }
        rows.add(row(home, "gateway", ports.gateway()));
        rows.add(row(home, Platform.LAUNCHER, 0));
        boolean hasLauncher = rows.getLast().process().isPresent();
        return new Status(rows, hasLauncher ? State.read(home) : State.STOPPED);
    }

    /// Every component's name in the order of starting.
    List<String> components() {
        return rows.stream()
                .map(Row::component)
                .filter(name -> !name.equals(Platform.LAUNCHER))
                .toList();
    }

    /// As many as have a mark, at least the one that every platform has.
    private static int replicas(Home home, String service) {
        int number = 1;
        while (Files.exists(home.mark(Topology.replica(service, number + 1)))) {
            number++;
        }
        return number;
    }

    private static Row replica(Home home, String service, int number, int port) {
        return row(home, Topology.replica(service, number), Ports.ofReplica(port, number));
    }

    private static Row row(Home home, String component, int port) {
        return new Row(component, port, ProcessMark.read(home.mark(component)).flatMap(ProcessMark::find));
    }

    boolean isReady() {
        return state == State.READY
                && rows.stream().allMatch(row -> row.process().isPresent());
    }

    boolean isAnythingRunning() {
        return rows.stream().anyMatch(row -> row.process().isPresent());
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("%-18s %8s %6s  %-9s %8s %10s".formatted("component", "pid", "port", "state", "memory", "uptime"));
        long total = 0;
        for (Row row : rows) {
            long bytes = row.process().map(process -> memory(row, process)).orElse(0L);
            total += bytes;
            lines.add("%-18s %8s %6s  %-9s %8s %10s"
                    .formatted(
                            row.component().equals(Platform.LAUNCHER) ? "launcher" : row.component(),
                            row.process()
                                    .map(process -> Long.toString(process.pid()))
                                    .orElse("-"),
                            row.port() == 0 ? "-" : Integer.toString(row.port()),
                            state(row),
                            row.process().isPresent() ? megabytes(bytes) : "-",
                            row.process().map(Status::uptime).orElse("-")));
        }
        lines.add("%-18s %8s %6s  %-9s %8s".formatted("together", "", "", state.text(), megabytes(total)));
        return lines;
    }

    private String state(Row row) {
        if (row.process().isEmpty()) {
            return "stopped";
        }
        return state == State.STARTING || state == State.STOPPING ? state.text() : "running";
    }

    /// The components are the launcher's children and stand in rows of their own.
    private static long memory(Row row, ProcessHandle process) {
        return row.component().equals(Platform.LAUNCHER) ? Memory.ofOne(process) : Memory.ofTree(process);
    }

    private static String megabytes(long bytes) {
        return (bytes >> 20) + " MB";
    }

    private static String uptime(ProcessHandle process) {
        Duration since = process.info()
                .startInstant()
                .map(start -> Duration.between(start, Instant.now()))
                .orElse(Duration.ZERO);
        return "%d:%02d:%02d".formatted(since.toHours(), since.toMinutesPart(), Math.max(0, since.toSecondsPart()));
    }
}
