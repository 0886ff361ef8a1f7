package vn.monitoring.bench.upgrade;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import vn.monitoring.bench.Site;
import vn.monitoring.bench.faults.AuditWhole;
import vn.monitoring.bench.faults.check.CheckResult;
import vn.monitoring.bench.faults.check.Checker;
import vn.monitoring.bench.faults.work.Journal;
import vn.monitoring.bench.faults.work.Recording;
import vn.monitoring.bench.faults.work.Workload;
import vn.monitoring.client.ClientFailure;
import vn.monitoring.client.Screen;
import vn.monitoring.client.TextTable;
import vn.monitoring.client.Wait;
import vn.monitoring.local.Platform;
import vn.monitoring.local.component.Home;
import vn.monitoring.local.component.Ports;
import vn.monitoring.local.component.Topology;
import vn.monitoring.local.process.Progress;
import vn.monitoring.local.runtime.Folders;
import vn.monitoring.local.runtime.RuntimeFolder;

/// A rolling upgrade as an operator makes it, and the way back, while clients work: the released version with two of
/// each
/// service, the schema migrated beside it, replica after replica replaced, both versions at once on one database and
/// one
/// Kafka; then some replicas of the released version again, on the schema and the events of the new one.
public final class UpgradeRun {

    private static final int REPLICAS = 2;

    /// Those that tell facts before those that hear them: the released version hears what the new one tells.
    private static final List<String> SERVICES = List.of("indicator-service", "task-service", "report-service");

    private static final String GATEWAY = "gateway";
    private static final Map<String, String> MIGRATE_ONLY = Map.of("MIGRATE", "only");
    private static final Map<String, String> MIGRATE_NEVER = Map.of("MIGRATE", "never");

    /// Until the gateway, which asks every second, knows that a replica is ready.
    private static final Duration NOTICED = Duration.ofSeconds(3);

    private static final Duration SIDE_BY_SIDE = Duration.ofSeconds(8);
    private static final Duration UNTIL_CERTAIN = Duration.ofSeconds(60);
    private static final Duration UNTIL_SETTLED = Duration.ofMinutes(3);

    private final Path folder;
    private final RuntimeFolder programs;
    private final ReleasedVersion released;
    private final long seed;
    private final Screen screen;
    private NothingFailed.Interval gatewayAway = new NothingFailed.Interval(Instant.MAX, Instant.MIN);

    /// @param folder of this run's platform and its journal; emptied first
    /// @param programs of this version
    public UpgradeRun(Path folder, RuntimeFolder programs, ReleasedVersion released, long seed, Screen screen) {
        this.folder = folder;
        this.programs = programs;
        this.released = released;
        this.seed = seed;
        this.screen = screen;
    }

    /// @throws ClientFailure when something could not be done that is no client's request
    public List<CheckResult> run() {
        Folders.delete(folder);
        Path home = folder.resolve("platform");
        Ports ports = Ports.shifted(freeOffset());
        Topology topology = new Topology(REPLICAS, List.of());
        screen.step("Starting release %s, two of each service".formatted(released.version()));
        try (Platform platform =
                Platform.in(home, ports, topology, programs, released.programs(), false, Progress.silent())) {
            platform.start();
            Site site = new Site(new Home(home), ports);
            try (Journal journal = Journal.at(folder.resolve("journal.ndjson"));
                    Workload workload = Workload.on(site, seed, journal)) {
                screen.step("Preparing what the clients work on");
                workload.prepare();
                workload.start();
                Wait.pause(SIDE_BY_SIDE);
                upgrade(platform);
                goBack(platform);
                screen.step("Letting the clients finish");
                workload.finish(UNTIL_CERTAIN);
                return prove(site, journal.recording(), workload);
            }
        }
    }

    private void upgrade(Platform platform) {
        screen.step("Migrating the schema beside the release");
        for (String service : SERVICES) {
            int exit = platform.run(service, "migration", programs, MIGRATE_ONLY);
            if (exit != 0) {
                throw new ClientFailure("The migration of %s ended with %d, see %s"
                        .formatted(service, exit, platform.log(service + "-migration")));
            }
        }
        screen.step("Replacing replica after replica");
        for (String service : SERVICES) {
            for (int number = 1; number <= REPLICAS; number++) {
                replace(platform, Topology.replica(service, number));
            }
        }
        Instant from = Instant.now();
        replace(platform, GATEWAY);
        gatewayAway = new NothingFailed.Interval(from, Instant.now());
        Wait.pause(SIDE_BY_SIDE);
    }

    private void replace(Platform platform, String replica) {
        double begun = screen.seconds();
        platform.stop(replica);
        double ended = screen.seconds();
        platform.start(replica, programs, MIGRATE_NEVER);
        double ready = screen.seconds();
        Wait.pause(NOTICED);
        tell(replica, begun, ended, ready);
    }

    private void tell(String replica, double begun, double ended, double ready) {
        screen.line(
                "%-20s ended in %4.1f s, ready again after %4.1f s".formatted(replica, ended - begun, ready - ended));
    }

    /// One of each, so that the released version is beside the new one, writes, and hears what that one tells.
    private void goBack(Platform platform) {
        screen.step("Rolling one of each service back to release %s".formatted(released.version()));
        for (String service : SERVICES) {
            double begun = screen.seconds();
            platform.stop(service);
            double ended = screen.seconds();
            platform.start(service);
            double ready = screen.seconds();
            Wait.pause(NOTICED);
            tell(service, begun, ended, ready);
        }
        Wait.pause(SIDE_BY_SIDE);
    }

    private List<CheckResult> prove(Site site, Recording recording, Workload workload) {
        List<CheckResult> results = new ArrayList<>();
        results.add(NothingFailed.check(recording, gatewayAway));
        try (Checker checker = new Checker(site, recording)) {
            screen.step("Waiting until the platform has nothing left to do");
            results.add(checker.settle(UNTIL_SETTLED));
            workload.listenUntil(checker.feedEnd());
            workload.close();
            screen.step("Proving from databases, topics and the clients' journal");
            results.addAll(checker.check());
        }
        results.add(AuditWhole.check(site));
        show(results);
        return results;
    }

    private void show(List<CheckResult> results) {
        TextTable table = new TextTable("check", "", "what was looked at");
        results.forEach(check ->
                table.row(check.name(), check.holds() ? "holds" : check.violated() + " violations", check.counted()));
        screen.table(table);
        results.forEach(
                check -> check.violations().forEach(violation -> screen.line("✗ " + check.name() + ": " + violation)));
    }

    private static int freeOffset() {
        for (int offset = 2000; offset < 20_000; offset += 300) {
            Ports ports = Ports.shifted(offset);
            if (IntStream.of(ports.gateway(), ports.indicator(), ports.keycloak(), ports.postgres(), ports.kafka())
                    .allMatch(Ports::isFree)) {
                return offset;
            }
        }
        throw new ClientFailure("No free ports for another platform");
    }
}
