package vn.monitoring.bench.tasks;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.monitoring.bench.country.Country;
import vn.monitoring.bench.measure.HttpLoad;
import vn.monitoring.bench.measure.HttpLoad.Call;
import vn.monitoring.bench.measure.Target;
import vn.monitoring.bench.suite.Benchmark;

/// The lists that people open every morning, at a steady rate: those of a commune, those of a whole province, and the
/// counts for badges.
final class WorkListBenchmark implements Benchmark<TaskBench> {

    private static final Target P99 = Target.atMost(30);
    private static final int CONNECTIONS = 32;
    private static final int COMMUNES_A_SECOND = 100;
    private static final int PROVINCES_A_SECOND = 20;
    private static final List<String> LISTS =
            List.of("mine", "agency", "due-this-week", "overdue", "warned", "without-recent-update");

    @Override
    public String name() {
        return "worklist";
    }

    @Override
    public void run(TaskBench bench) {
        Map<String, String> tokens = bench.provinces().stream()
                .collect(Collectors.toMap(Function.identity(), province -> bench.token("reporter", province)));
        Random chance = new Random(Country.Size.FULL.seed());
        bench.quiet();
        measure(bench, "a commune's list", COMMUNES_A_SECOND, _ -> {
            LoadedTask task = bench.loaded().get(chance.nextInt(bench.loaded().size()));
            String list = LISTS.get(chance.nextInt(LISTS.size()));
            return Call.get(
                    "/api/v1/work-lists/%s?unit=%s".formatted(list, task.unit()),
                    tokens.getOrDefault(task.province(), ""));
        });
        List<String> provinces = bench.provinces();
        measure(bench, "a province's list", PROVINCES_A_SECOND, _ -> {
            String province = provinces.get(chance.nextInt(provinces.size()));
            return Call.get(
                    "/api/v1/work-lists/" + LISTS.get(chance.nextInt(LISTS.size())), tokens.getOrDefault(province, ""));
        });
        measure(bench, "a province's badges", PROVINCES_A_SECOND, _ -> {
            String province = provinces.get(chance.nextInt(provinces.size()));
            return Call.get("/api/v1/work-lists", tokens.getOrDefault(province, ""));
        });
    }

    private void measure(TaskBench bench, String what, int perSecond, HttpLoad.Requests requests) {
        HttpLoad.Outcome outcome;
        try (HttpLoad load = new HttpLoad(bench.gateway(), CONNECTIONS)) {
            outcome = load.open(bench.settings().window(), perSecond, requests);
        }
        bench.requireGood(name(), outcome);
        String at = "%s at %d/s, ".formatted(what, perSecond);
        bench.figure(name(), at + "p50", outcome.latencies().percentile(50), "ms");
        bench.figure(name(), at + "p99", outcome.latencies().percentile(99), "ms", bench.whole(P99));
    }
}
