package vn.monitoring.bench.tasks;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.monitoring.bench.country.Country;
import vn.monitoring.bench.measure.HttpLoad;
import vn.monitoring.bench.measure.HttpLoad.Call;
import vn.monitoring.bench.measure.Target;
import vn.monitoring.bench.suite.Benchmark;

/// Statistics of communes and of provinces while progress updates are written, both at a steady rate.
final class StatisticsBenchmark implements Benchmark<TaskBench> {

    private static final Target P99 = Target.atMost(50);
    private static final Target WRITES = Target.atLeast(49.5);
    private static final int WRITES_A_SECOND = 50;
    private static final int COMMUNES_A_SECOND = 50;
    private static final int PROVINCES_A_SECOND = 10;
    private static final int CONNECTIONS = 32;
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    @Override
    public String name() {
        return "statistics";
    }

    @Override
    public void run(TaskBench bench) {
        Map<String, String> reporters = tokens(bench, "reporter");
        Map<String, String> leaders = tokens(bench, "leader");
        Random chance = new Random(Country.Size.FULL.seed());
        Updates updates = new Updates(bench.loaded(), reporters, LocalDate.now(ZONE), Country.Size.FULL.seed());
        measure(bench, updates, "a commune", COMMUNES_A_SECOND, _ -> {
            LoadedTask task = bench.loaded().get(chance.nextInt(bench.loaded().size()));
            return Call.get(
                    "/api/v1/task-statistics?groupBy=unit&unit=" + task.unit(),
                    leaders.getOrDefault(task.province(), ""));
        });
        List<String> provinces = bench.provinces();
        measure(bench, updates, "a province", PROVINCES_A_SECOND, _ -> {
            String province = provinces.get(chance.nextInt(provinces.size()));
            return Call.get(
                    "/api/v1/task-statistics?groupBy=unit&unit=" + province, leaders.getOrDefault(province, ""));
        });
    }

    private void measure(TaskBench bench, Updates updates, String what, int perSecond, HttpLoad.Requests requests) {
        bench.quiet();
        HttpLoad.Outcome written;
        HttpLoad.Outcome read;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletableFuture<HttpLoad.Outcome> writing =
                    CompletableFuture.supplyAsync(() -> open(bench, WRITES_A_SECOND, updates), threads);
            read = open(bench, perSecond, requests);
            written = writing.join();
        }
        bench.requireGood(name(), written);
        bench.requireGood(name(), read);
        String at = "%s at %d/s, ".formatted(what, perSecond);
        bench.figure(name(), at + "p50", read.latencies().percentile(50), "ms");
        bench.figure(name(), at + "p99", read.latencies().percentile(99), "ms", bench.whole(P99));
        bench.figure(name(), "updates written beside " + what, written.rate(), "/s", WRITES);
        bench.figure(
                name(),
                "an update beside " + what + ", p99",
                written.latencies().percentile(99),
                "ms");
    }

    private static HttpLoad.Outcome open(TaskBench bench, int perSecond, HttpLoad.Requests requests) {
        try (HttpLoad load = new HttpLoad(bench.gateway(), CONNECTIONS)) {
            return load.open(bench.settings().window(), perSecond, requests);
        }
    }

    private static Map<String, String> tokens(TaskBench bench, String role) {
        return bench.provinces().stream()
                .collect(Collectors.toMap(Function.identity(), province -> bench.token(role, province)));
    }
}
