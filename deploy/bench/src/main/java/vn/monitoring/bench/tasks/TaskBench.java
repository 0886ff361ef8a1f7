package vn.monitoring.bench.tasks;

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
import vn.monitoring.bench.tasks.TaskBenchContext.Settings;
import vn.monitoring.client.Api;
import vn.monitoring.client.ClientFailure;
import vn.monitoring.client.Screen;

/// Runs the benchmarks of the task-service one after the other on the running platform and tells what they found.
public final class TaskBench {

    private static final String SERVICE = "task-service";
    private static final Target MEMORY = Target.atMost(512);
    private static final List<TaskBenchmark> ALL = List.of(
            new EvaluationBenchmark(), new WorkListBenchmark(), new StatisticsBenchmark(), new ImportBenchmark());

    /// What is wanted.
    ///
    /// @param only names of benchmarks; all when empty
    /// @param seconds how long a load is measured
    public record Wish(List<String> only, int seconds, int rounds) {

        public Wish {
            List<String> names = ALL.stream().map(TaskBenchmark::name).toList();
            if (!names.containsAll(only)) {
                throw new IllegalArgumentException("--only takes some of " + String.join(",", names));
            }
            if (seconds < 2 || rounds < 1) {
                throw new IllegalArgumentException("--rounds is at least 1, --seconds at least 2");
            }
        }

        boolean wants(TaskBenchmark benchmark) {
            return only.isEmpty() || only.contains(benchmark.name());
        }
    }

    private final Site site;
    private final Path project;
    private final Screen screen;

    public TaskBench(Site site, Path project, Screen screen) {
        this.site = site;
        this.project = project;
        this.screen = screen;
    }

    /// Runs them.
    ///
    /// @return the whole result as `--json` writes it
    /// @throws ClientFailure when the platform does not run, no tasks are loaded, or a benchmark cannot go on
    public Map<String, Object> run(Wish wish) {
        Instant begin = Instant.now();
        ProcessHandle service = site.process(SERVICE)
                .orElseThrow(() ->
                        new ClientFailure("No task-service runs for %s: start the platform with ./platform up --detach"
                                .formatted(site.home().folder())));
        Findings findings = new Findings(screen);
        try (Api api = site.api();
                TaskDatabase database = new TaskDatabase(site.databaseUrl(TaskDatabase.ROLE));
                MemoryWatch memory = new MemoryWatch(service)) {
            Machine machine = Machine.here(database.version(), project);
            List<LoadedTask> loaded = database.loaded();
            if (loaded.isEmpty()) {
                throw new ClientFailure("No tasks of a country are loaded: run ./platform load-country first.");
            }
            Settings settings = new Settings(Duration.ofSeconds(wish.seconds()), wish.rounds());
            TaskBenchContext bench = new TaskBenchContext(site, api, database, findings, settings, loaded);
            screen.step("%,d open tasks of %,d units; %d cores, PostgreSQL %s, load average %.1f"
                    .formatted(
                            loaded.size(),
                            loaded.stream().map(LoadedTask::unit).distinct().count(),
                            machine.cores(),
                            machine.postgresql(),
                            machine.loadBefore()));
            if (!bench.hasWholeCountry()) {
                findings.remark(
                        "Only a part of the country is loaded: targets that are set for the whole are left out");
            }
            ALL.stream().filter(wish::wants).forEach(benchmark -> {
                screen.step(benchmark.name());
                benchmark.run(bench);
            });
            screen.step("memory");
            findings.add(new Figure("memory", "task-service before", megabytes(memory.first()), "MB", null));
            findings.add(new Figure("memory", "task-service, most", megabytes(memory.most()), "MB", MEMORY));
            screen.line("");
            screen.table(findings.table());
            return json(begin, machine, bench);
        }
    }

    private static double megabytes(long bytes) {
        return bytes / (1024.0 * 1024);
    }

    private static Map<String, Object> json(Instant begin, Machine machine, TaskBenchContext bench) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("benchmarks", "tasks");
        json.put("at", begin);
        json.put("seconds", Duration.between(begin, Instant.now()).toSeconds());
        json.put("machine", machine);
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("measuredSeconds", bench.settings().measured().toSeconds());
        shown.put("rounds", bench.settings().rounds());
        shown.put("tasks", bench.loaded().size());
        json.put("settings", shown);
        json.put("figures", bench.findings().figures());
        json.put("missing", bench.findings().missing());
        json.put("remarks", bench.findings().remarks());
        return json;
    }
}
