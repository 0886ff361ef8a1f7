package vn.monitoring.bench.reports;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.monitoring.bench.Site;
import vn.monitoring.bench.indicators.Database;
import vn.monitoring.bench.indicators.FreshMonths;
import vn.monitoring.bench.indicators.LoadedIndicator;
import vn.monitoring.bench.measure.Figure;
import vn.monitoring.bench.measure.Findings;
import vn.monitoring.bench.measure.Machine;
import vn.monitoring.bench.measure.MemoryWatch;
import vn.monitoring.bench.measure.Target;
import vn.monitoring.bench.reports.ReportBenchContext.Settings;
import vn.monitoring.client.Api;
import vn.monitoring.client.ClientFailure;
import vn.monitoring.client.Screen;

/// Runs the benchmarks of the report-service one after the other on the running platform and tells what they found.
public final class ReportBench {

    private static final String SERVICE = "report-service";
    private static final Target MEMORY = Target.atMost(512);
    static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final List<ReportBenchmark> ALL =
            List.of(new RoundBenchmark(), new DocumentBenchmark(), new SubscriberBenchmark());

    /// What is wanted.
    ///
    /// @param only names of benchmarks; all when empty
    /// @param seconds how long a load is measured
    /// @param subscribers how many follow the feed
    public record Wish(List<String> only, int seconds, int rounds, int subscribers) {

        public Wish {
            List<String> names = ALL.stream().map(ReportBenchmark::name).toList();
            if (!names.containsAll(only)) {
                throw new IllegalArgumentException("--only takes some of " + String.join(",", names));
            }
            if (seconds < 2 || rounds < 1 || subscribers < 1) {
                throw new IllegalArgumentException("--rounds and --subscribers are at least 1, --seconds at least 2");
            }
        }

        boolean wants(ReportBenchmark benchmark) {
            return only.isEmpty() || only.contains(benchmark.name());
        }
    }

    private final Site site;
    private final Path project;
    private final Screen screen;

    public ReportBench(Site site, Path project, Screen screen) {
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
                        "No report-service runs for %s: start the platform with ./platform up --detach"
                                .formatted(site.home().folder())));
        Findings findings = new Findings(screen);
        try (Api api = site.api();
                Database indicators = new Database(site.databaseUrl(Database.ROLE));
                MemoryWatch memory = new MemoryWatch(service)) {
            Machine machine = Machine.here(indicators.version(), project);
            List<LoadedIndicator> loaded = indicators.loaded();
            if (loaded.isEmpty()) {
                throw new ClientFailure("No figures of a country are loaded: run ./platform load-country first.");
            }
            Settings settings = new Settings(Duration.ofSeconds(wish.seconds()), wish.rounds(), wish.subscribers());
            FreshMonths months = new FreshMonths(YearMonth.now(ZONE), indicators.periods());
            ReportBenchContext bench =
                    new ReportBenchContext(site, api, indicators, findings, settings, loaded, months);
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
            ALL.stream().filter(wish::wants).forEach(benchmark -> {
                screen.step(benchmark.name());
                benchmark.run(bench);
            });
            screen.step("memory");
            findings.add(new Figure("memory", "report-service before", megabytes(memory.first()), "MB", null));
            findings.add(new Figure("memory", "report-service, most", megabytes(memory.most()), "MB", MEMORY));
            screen.line("");
            screen.table(findings.table());
            return json(begin, machine, bench);
        }
    }

    private static double megabytes(long bytes) {
        return bytes / (1024.0 * 1024);
    }

    private static Map<String, Object> json(Instant begin, Machine machine, ReportBenchContext bench) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("benchmarks", "reports");
        json.put("at", begin);
        json.put("seconds", Duration.between(begin, Instant.now()).toSeconds());
        json.put("machine", machine);
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("measuredSeconds", bench.settings().measured().toSeconds());
        shown.put("rounds", bench.settings().rounds());
        shown.put("subscribers", bench.settings().subscribers());
        shown.put("indicators", bench.loaded().size());
        json.put("settings", shown);
        json.put("figures", bench.findings().figures());
        json.put("missing", bench.findings().missing());
        json.put("remarks", bench.findings().remarks());
        return json;
    }
}
