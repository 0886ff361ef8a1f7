package vn.monitoring.bench.scale;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import vn.monitoring.bench.Site;
import vn.monitoring.bench.country.Country;
import vn.monitoring.bench.country.ReportingPeriod;
import vn.monitoring.bench.indicators.IndicatorSuite;
import vn.monitoring.bench.load.CountryLoad;
import vn.monitoring.bench.load.LoadReport;
import vn.monitoring.bench.measure.Figure;
import vn.monitoring.bench.measure.Machine;
import vn.monitoring.bench.suite.Measuring;
import vn.monitoring.bench.suite.Suite;
import vn.monitoring.bench.tasks.TaskSuite;
import vn.monitoring.client.Api;
import vn.monitoring.client.ClientFailure;
import vn.monitoring.client.Screen;
import vn.monitoring.local.Platform;
import vn.monitoring.local.component.Home;
import vn.monitoring.local.component.Ports;
import vn.monitoring.local.component.Topology;
import vn.monitoring.local.process.Progress;
import vn.monitoring.local.runtime.Folders;
import vn.monitoring.local.runtime.RuntimeFolder;

/// Starts a platform of its own again and again: with more and more of the country loaded, and on each size with more
/// and
/// more replicas of each service, and runs the same benchmarks on it. Everything shares this machine, the load as well.
public final class ScaleRun {

    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final int TASKS_PER_PLAN = 30;
    private static final int PLANS_AT_ONCE = 16;
    private static final int FIRST_OFFSET = 2_000;
    private static final int LAST_OFFSET = 20_000;
    private static final int BETWEEN_PLATFORMS = 600;

    private final Path folder;
    private final RuntimeFolder programs;
    private final ScaleWish wish;
    private final Screen screen;

    /// @param folder of the platform; emptied first
    public ScaleRun(Path folder, RuntimeFolder programs, ScaleWish wish, Screen screen) {
        this.folder = folder;
        this.programs = programs;
        this.wish = wish;
        this.screen = screen;
    }

    public ScaleReport run() {
        Path project = programs.project().root();
        Machine machine = Machine.here(programs.project().postgresVersion(), project);
        Folders.delete(folder);
        List<Reading> readings = new ArrayList<>();
        for (int communes : wish.communes()) {
            onPlatform(1, site -> load(site, communes));
            for (int replicas : wish.replicas()) {
                screen.step("%,d communes, %d of each service".formatted(communes, replicas));
                onPlatform(replicas, site -> readings.add(read(site, project, replicas, communes)));
            }
        }
        return new ScaleReport(machine, wish, readings);
    }

    private interface Work {
        void on(Site site);
    }

    private void onPlatform(int replicas, Work work) {
        Ports ports = Ports.shifted(freeOffset());
        Topology topology = new Topology(replicas, List.of());
        try (Platform platform = Platform.in(folder, ports, topology, programs, replicas == 1, Progress.silent())) {
            platform.start();
            work.on(new Site(new Home(folder), ports));
        }
    }

    /// Replicas listen ten ports apart, so that free ports here and there would not do.
    private static int freeOffset() {
        return IntStream.iterate(FIRST_OFFSET, offset -> offset < LAST_OFFSET, offset -> offset + BETWEEN_PLATFORMS)
                .filter(offset -> {
                    Ports ports = Ports.shifted(offset);
                    return IntStream.of(
                                    ports.gateway(),
                                    ports.indicator(),
                                    ports.keycloak(),
                                    ports.postgres(),
                                    ports.kafka())
                            .allMatch(Ports::isFree);
                })
                .findFirst()
                .orElseThrow(() -> new ClientFailure("No free ports for another platform"));
    }

    private void load(Site site, int communes) {
        Country.Size full = Country.Size.FULL;
        int provinces = Math.clamp(communes - 2, 2, full.provinces());
        Country country = Country.of(new Country.Size(provinces, communes, full.indicators(), full.seed()));
        List<ReportingPeriod> periods = List.of(ReportingPeriod.lastQuarter(LocalDate.now(ZONE)));
        try (Api api = site.api()) {
            LoadReport report = new CountryLoad(
                            api, site.keycloak(), screen, country, periods, TASKS_PER_PLAN, PLANS_AT_ONCE)
                    .run();
            if (!report.isComplete()) {
                throw new ClientFailure("%,d communes could not be loaded: see above".formatted(communes));
            }
        }
    }

    private Reading read(Site site, Path project, int replicas, int communes) {
        List<Figure> figures = new ArrayList<>();
        List<String> remarks = new ArrayList<>();
        Measuring measuring = new Measuring(site, project, screen);
        measure(measuring, new IndicatorSuite(), "single,unit", figures, remarks);
        measure(measuring, new TaskSuite(), "worklist", figures, remarks);
        return new Reading(replicas, communes, figures, remarks);
    }

    private void measure(
            Measuring measuring, Suite<?> suite, String benchmarks, List<Figure> figures, List<String> remarks) {
        Map<String, Object> result = measuring.run(suite, wish.of(benchmarks));
        if (result.get("figures") instanceof List<?> found) {
            found.stream()
                    .filter(Figure.class::isInstance)
                    .map(Figure.class::cast)
                    .forEach(figures::add);
        }
        if (result.get("remarks") instanceof List<?> said) {
            said.forEach(remark -> remarks.add(String.valueOf(remark)));
        }
    }
}
