package vn.monitoring.bench.indicators;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.monitoring.bench.Site;
import vn.monitoring.bench.indicators.Bench.Settings;
import vn.monitoring.bench.measure.Figure;
import vn.monitoring.bench.measure.Findings;
import vn.monitoring.bench.measure.Machine;
import vn.monitoring.bench.measure.MemoryWatch;
import vn.monitoring.bench.measure.Target;
import vn.monitoring.client.Api;
import vn.monitoring.client.ClientFailure;
import vn.monitoring.client.Screen;

/// Runs the benchmarks one after the other on the running platform and tells what they found.
public final class IndicatorBench {

    private static final String SERVICE = "indicator-service";
    private static final Target MEMORY = Target.atMost(512);
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final List<Benchmark> ALL = List.of(
            new BatchBenchmark(),
            new SingleBenchmark(),
            new UnitBenchmark(),
            new RollupBenchmark(),
            new FreshnessBenchmark(),
            new RegradeBenchmark());

    /// What is wanted.
    ///
    /// @param only names of benchmarks; all when empty
    /// @param seconds how long a load is measured
    public record Wish(List<String> only, int connections, int seconds, int rounds) {

        public Wish {
            List<String> names = ALL.stream().map(Benchmark::name).toList();
            if (!names.containsAll(only)) {
                throw new IllegalArgumentException("--only takes some of " + String.join(",", names));
            }
            if (connections < 1 || seconds < 2 || rounds < 1) {
                throw new IllegalArgumentException("--connections and --rounds are at least 1, --seconds at least 2");
            }
        }

        boolean wants(Benchmark benchmark) {
            return only.isEmpty() || only.contains(benchmark.name());
        }
    }

    private final Site site;
    private final Path project;
    private final Screen screen;

    public IndicatorBench(Site site, Path project, Screen screen) {
        this.site = site;
        this.project = project;
        this.screen = screen;
    }

    /// Runs them.
    ///
    /// @return the whole result as `--json` writes it
    /// @throws ClientFailure when the platform does not run, nothing is loaded, or a benchmark cannot go on
    public Map<String, Object> run(Wish wish) {
        Instant begin = Instant.now();
        ProcessHandle service = site.process(SERVICE)
                .orElseThrow(() -> new ClientFailure(
                        "No indicator-service runs for %s: start the platform with ./platform up --detach"
                                .formatted(site.home().folder())));
        Findings findings = new Findings(screen);
        try (Api api = site.api();
                Database database = new Database(site.databaseUrl(Database.ROLE));
                MemoryWatch memory = new MemoryWatch(service)) {
            Machine machine = Machine.here(database.version(), project);
            List<LoadedIndicator> loaded = database.loaded();
            if (loaded.isEmpty()) {
                throw new ClientFailure("No country is loaded: run ./platform load-country first.");
            }
            Settings settings = new Settings(wish.connections(), Duration.ofSeconds(wish.seconds()), wish.rounds());
            FreshMonths months = new FreshMonths(YearMonth.now(ZONE), database.periods());
            screen.step("%,d indicators of %,d communes; %d cores, PostgreSQL %s, load average %.1f"
                    .formatted(
                            loaded.size(),
                            loaded.stream()
                                    .map(LoadedIndicator::commune)
                                    .distinct()
                                    .count(),
                            machine.cores(),
                            machine.postgresql(),
                            machine.loadBefore()));
            Bench bench = new Bench(site, api, database, findings, settings, loaded, months);
            if (!bench.hasWholeCountry()) {
                findings.remark(
                        "Only a part of the country is loaded: targets that are set for the whole are left out");
            }
            ALL.stream().filter(wish::wants).forEach(benchmark -> run(benchmark, bench));
            screen.step("memory");
            findings.add(new Figure("memory", "indicator-service before", megabytes(memory.first()), "MB", null));
            findings.add(new Figure("memory", "indicator-service, most", megabytes(memory.most()), "MB", MEMORY));
            screen.line("");
            screen.table(findings.table());
            return json(begin, machine, settings, bench);
        }
    }

    private void run(Benchmark benchmark, Bench bench) {
        screen.step(benchmark.name());
        try {
            benchmark.run(bench);
        } catch (Unavailable e) {
            bench.findings().missing(benchmark.name(), String.valueOf(e.getMessage()));
        }
    }

    private static double megabytes(long bytes) {
        return bytes / (1024.0 * 1024);
    }

    private Map<String, Object> json(Instant begin, Machine machine, Settings settings, Bench bench) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("benchmarks", "indicators");
        json.put("at", begin);
        json.put("seconds", Duration.between(begin, Instant.now()).toSeconds());
        json.put("machine", machine);
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("connections", settings.connections());
        shown.put("warmUpSeconds", settings.warmUp().toMillis() / 1_000.0);
        shown.put("measuredSeconds", settings.measured().toSeconds());
        shown.put("rounds", settings.rounds());
        shown.put("indicators", bench.loaded().size());
        json.put("settings", shown);
        json.put("figures", bench.findings().figures());
        json.put("missing", bench.findings().missing());
        json.put("remarks", bench.findings().remarks());
        return json;
    }
}
