package vn.monitoring.bench.whole;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.monitoring.bench.Site;
import vn.monitoring.bench.indicators.IndicatorBench;
import vn.monitoring.bench.measure.Median;
import vn.monitoring.bench.measure.Target;
import vn.monitoring.bench.suite.Benchmark;
import vn.monitoring.client.ClientFailure;
import vn.monitoring.client.Wait;
import vn.monitoring.local.component.Application;
import vn.monitoring.local.component.Components;
import vn.monitoring.local.component.Home;
import vn.monitoring.local.component.Ports;
import vn.monitoring.local.component.Postgres;
import vn.monitoring.local.component.Topology;
import vn.monitoring.local.process.ManagedProcess;
import vn.monitoring.local.runtime.Folders;
import vn.monitoring.local.runtime.Project;
import vn.monitoring.local.runtime.RuntimeFolder;

/// How long one more replica of each application takes from its start until it says that it is ready, with its start-up
/// cache and without one, beside the platform that runs.
final class StartBenchmark implements Benchmark<IndicatorBench> {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(10);
    private static final Target READY = Target.atMost(10);
    private static final Map<String, String> WITHOUT_CACHE = Map.of("JDK_JAVA_OPTIONS", "-XX:AOTMode=off");

    @Override
    public String name() {
        return "start";
    }

    @Override
    public void run(IndicatorBench bench) {
        bench.quiet();
        Path folder = temporary();
        try {
            for (Application application : replicas(bench, folder)) {
                double with = median(bench, application, folder, Map.of());
                double without = median(bench, application, folder, WITHOUT_CACHE);
                bench.figure(name(), application.name() + " ready, with start-up cache", with, "s", READY);
                bench.figure(name(), application.name() + " ready, without", without, "s");
                bench.figure(name(), application.name() + ", with to without", with / without, "×");
            }
        } finally {
            Folders.delete(folder);
        }
    }

    /// On ports of their own, on the databases and topics of the platform that runs.
    private static List<Application> replicas(IndicatorBench bench, Path folder) {
        Site site = bench.site();
        Ports here = site.ports();
        Ports free = Ports.free();
        Ports ports = new Ports(
                free.gateway(),
                here.indicator(),
                here.task(),
                here.report(),
                here.keycloak(),
                here.keycloakManagement(),
                here.postgres(),
                here.kafka(),
                here.kafkaController());
        RuntimeFolder programs = new RuntimeFolder(
                site.home().folder().resolve("runtime"),
                new Project(bench.field().project()));
        Components components = new Components(new Home(folder), ports, Topology.PLAIN, programs, false, _ -> {});
        Postgres postgres = components.postgres(java.util.Optional.empty());
        var kafka = components.kafka();
        var keycloak = components.keycloak(postgres, java.util.Optional.empty());
        return List.of(
                components.service("indicator", 1, free.indicator(), postgres, kafka, keycloak),
                components.service("task", 1, free.task(), postgres, kafka, keycloak),
                components.service("report", 1, free.report(), postgres, kafka, keycloak),
                components.gateway());
    }

    private static double median(
            IndicatorBench bench, Application application, Path folder, Map<String, String> variables) {
        List<Double> seconds = new ArrayList<>();
        for (int round = 0; round < bench.settings().rounds(); round++) {
            seconds.add(seconds(application, folder, variables));
        }
        return Median.of(seconds);
    }

    private static double seconds(Application application, Path folder, Map<String, String> variables) {
        application.prepareData();
        long begin = System.nanoTime();
        ManagedProcess process = ManagedProcess.start(
                application.launch().with(variables),
                folder.resolve(application.name() + ".log"),
                folder.resolve("mark"));
        try {
            while (!application.isReady()) {
                if (!process.isAlive() || System.nanoTime() - begin > PATIENCE.toNanos()) {
                    throw new ClientFailure(
                            application.name() + " does not start beside the platform: see " + process.log());
                }
                Wait.pause(BETWEEN_LOOKS);
            }
            return (System.nanoTime() - begin) / 1e9;
        } finally {
            ManagedProcess.stop(process.handle(), ManagedProcess.Stop.TERM, PATIENCE);
        }
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("start");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
