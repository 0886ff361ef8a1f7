package vn.monitoring.bench.suite;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.monitoring.bench.Site;
import vn.monitoring.bench.measure.Figure;
import vn.monitoring.bench.measure.Findings;
import vn.monitoring.bench.measure.Machine;
import vn.monitoring.bench.measure.MemoryWatch;
import vn.monitoring.bench.measure.Target;
import vn.monitoring.client.Api;
import vn.monitoring.client.ClientFailure;
import vn.monitoring.client.Screen;

/// Runs a suite's benchmarks one after the other on the running platform and tells what they found.
public final class Measuring {

    private static final Target MEMORY = Target.atMost(512);

    private final Site site;
    private final Path project;
    private final Screen screen;

    public Measuring(Site site, Path project, Screen screen) {
        this.site = site;
        this.project = project;
        this.screen = screen;
    }

    /// Runs them.
    ///
    /// @return the whole result as `--json` writes it
    /// @throws IllegalArgumentException when a benchmark is wanted that the suite does not have
    /// @throws ClientFailure when the platform does not run, nothing is loaded, or a benchmark cannot go on
    public <B extends Bench> Map<String, Object> run(Suite<B> suite, Wish wish) {
        requireKnown(suite, wish);
        Instant begin = Instant.now();
        ProcessHandle service = site.process(suite.service())
                .orElseThrow(() -> new ClientFailure("No %s runs for %s: start the platform with ./platform up --detach"
                        .formatted(suite.service(), site.home().folder())));
        Findings findings = new Findings(screen);
        try (Api api = site.api();
                B bench = suite.open(new Field(site, project, api, findings, wish));
                MemoryWatch memory = new MemoryWatch(service)) {
            Machine machine = Machine.here(bench.postgresql(), project);
            screen.step("%s; %d cores, PostgreSQL %s, load average %.1f"
                    .formatted(bench.loadedInWords(), machine.cores(), machine.postgresql(), machine.loadBefore()));
            if (!bench.hasWholeCountry()) {
                findings.remark(
                        "Only a part of the country is loaded: targets that are set for the whole are left out");
            }
            suite.benchmarks().stream().filter(wish::wants).forEach(benchmark -> run(benchmark, bench));
            screen.step("memory");
            findings.add(new Figure("memory", suite.service() + " before", megabytes(memory.first()), "MB", null));
            findings.add(new Figure("memory", suite.service() + ", most", megabytes(memory.most()), "MB", MEMORY));
            screen.line("");
            screen.table(findings.table());
            return json(suite, begin, machine, bench);
        }
    }

    static void requireKnown(Suite<?> suite, Wish wish) {
        List<String> names = suite.benchmarks().stream().map(Benchmark::name).toList();
        if (!names.containsAll(wish.only())) {
            throw new IllegalArgumentException("--only takes some of " + String.join(",", names));
        }
    }

    private <B extends Bench> void run(Benchmark<B> benchmark, B bench) {
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

    private static Map<String, Object> json(Suite<?> suite, Instant begin, Machine machine, Bench bench) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("benchmarks", suite.name());
        json.put("at", begin);
        json.put("seconds", Duration.between(begin, Instant.now()).toSeconds());
        json.put("machine", machine);
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("connections", bench.settings().connections());
        shown.put("warmUpSeconds", bench.settings().warmUp().toMillis() / 1_000.0);
        shown.put("measuredSeconds", bench.settings().seconds());
        shown.put("rounds", bench.settings().rounds());
        shown.put("subscribers", bench.settings().subscribers());
        shown.putAll(bench.sizes());
        json.put("settings", shown);
        json.put("figures", bench.findings().figures());
        json.put("missing", bench.findings().missing());
        json.put("remarks", bench.findings().remarks());
        return json;
    }
}
