package vn.monitoring.bench.indicators;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import vn.monitoring.bench.country.Country;
import vn.monitoring.bench.measure.HttpLoad;
import vn.monitoring.bench.measure.HttpLoad.Call;
import vn.monitoring.bench.measure.Target;
import vn.monitoring.bench.suite.Benchmark;

/// All figures of one commune and period, of communes by chance, each user asking in his own province.
final class UnitBenchmark implements Benchmark<IndicatorBench> {

    private static final Target RATE = Target.atLeast(4_000);
    private static final Target P99 = Target.atMost(15);

    @Override
    public String name() {
        return "unit";
    }

    @Override
    public void run(IndicatorBench bench) {
        int connections = bench.settings().connections();
        String period = bench.period();
        Reporters reporters = Reporters.of(bench, connections);
        List<String> tokens = IntStream.range(0, connections)
                .mapToObj(connection -> reporters.at(connection).token(bench.api()))
                .toList();
        List<List<String>> communes = IntStream.range(0, connections)
                .mapToObj(connection -> reporters.at(connection).indicators().stream()
                        .map(LoadedIndicator::commune)
                        .distinct()
                        .toList())
                .toList();
        Random chance = new Random(Country.Size.FULL.seed());
        bench.quiet();
        HttpLoad.Outcome outcome;
        try (HttpLoad load = bench.load(connections)) {
            outcome = load.closed(bench.settings().window(), connection -> {
                List<String> own = communes.get(connection);
                String commune = own.get(chance.nextInt(own.size()));
                return Call.get(
                        "/api/v1/measurements?unit=%s&period=%s".formatted(commune, period), tokens.get(connection));
            });
        }
        bench.requireGood(name(), outcome);
        String at = "one commune's period at %d connections, ".formatted(connections);
        bench.figure(
                name(),
                at + "warm-up",
                outcome.warmUp() / (double) bench.settings().warmUp().toSeconds(),
                "/s");
        bench.figure(name(), at + "rate", outcome.rate(), "/s", RATE);
        bench.figure(name(), at + "p50", outcome.latencies().percentile(50), "ms");
        bench.figure(name(), at + "p99", outcome.latencies().percentile(99), "ms", P99);
        bench.figure(name(), at + "p99.9", outcome.latencies().percentile(99.9), "ms");
        bench.figure(name(), at + "generator", outcome.ownCores(), "cores");
    }
}
