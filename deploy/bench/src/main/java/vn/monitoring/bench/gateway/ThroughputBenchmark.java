package vn.monitoring.bench.gateway;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.monitoring.bench.country.Country;
import vn.monitoring.bench.indicators.IndicatorBench;
import vn.monitoring.bench.indicators.LoadedIndicator;
import vn.monitoring.bench.measure.HttpLoad;
import vn.monitoring.bench.measure.HttpLoad.Call;
import vn.monitoring.bench.measure.HttpLoad.Outcome;
import vn.monitoring.bench.measure.Median;
import vn.monitoring.bench.measure.Target;
import vn.monitoring.bench.suite.Benchmark;

/// A small authenticated GET (one commune), through the gateway and straight at the service, in turns: first as many as
/// the connections carry, then both at half of what the gateway carried.
final class ThroughputBenchmark implements Benchmark<IndicatorBench> {

    private static final Target RATIO = Target.atLeast(0.5);
    private static final Target ADDED = Target.atMost(1);

    @Override
    public String name() {
        return "throughput";
    }

    @Override
    public void run(IndicatorBench bench) {
        URI straight = URI.create("http://127.0.0.1:" + bench.site().ports().indicator());
        HttpLoad.Requests requests = requests(bench);
        List<Outcome> past = new ArrayList<>();
        List<Outcome> through = new ArrayList<>();
        for (int round = 0; round < bench.settings().rounds(); round++) {
            bench.quiet();
            past.add(closed(bench, straight, requests));
            through.add(closed(bench, bench.gateway(), requests));
        }
        double pastRate = Median.of(past.stream().map(Outcome::rate).toList());
        double throughRate = Median.of(through.stream().map(Outcome::rate).toList());
        String at = "one unit at %d connections, ".formatted(bench.settings().connections());
        bench.figure(name(), at + "straight at the service", pastRate, "/s");
        bench.figure(name(), at + "through the gateway", throughRate, "/s");
        bench.figure(name(), at + "through / straight", throughRate / pastRate, "×", RATIO);
        bench.figure(name(), at + "generator", through.getLast().ownCores(), "cores");
        halfLoad(bench, straight, requests, throughRate / 2);
    }

    private void halfLoad(IndicatorBench bench, URI straight, HttpLoad.Requests requests, double perSecond) {
        List<Double> past = new ArrayList<>();
        List<Double> through = new ArrayList<>();
        for (int round = 0; round < bench.settings().rounds(); round++) {
            past.add(open(bench, straight, requests, perSecond));
            through.add(open(bench, bench.gateway(), requests, perSecond));
        }
        String at = "one unit at %.0f/s, ".formatted(perSecond);
        bench.figure(name(), at + "straight p50", Median.of(past), "ms");
        bench.figure(name(), at + "through the gateway p50", Median.of(through), "ms");
        bench.figure(name(), at + "added to p50", Median.of(through) - Median.of(past), "ms", ADDED);
    }

    private Outcome closed(IndicatorBench bench, URI server, HttpLoad.Requests requests) {
        try (HttpLoad load = new HttpLoad(server, bench.settings().connections())) {
            Outcome outcome = load.closed(bench.settings().window(), requests);
            bench.requireGood(name(), outcome);
            return outcome;
        }
    }

    /// The median latency in milliseconds.
    private double open(IndicatorBench bench, URI server, HttpLoad.Requests requests, double perSecond) {
        try (HttpLoad load = new HttpLoad(server, bench.settings().connections())) {
            Outcome outcome = load.open(bench.settings().window(), perSecond, requests);
            bench.requireGood(name(), outcome);
            return outcome.latencies().percentile(50);
        }
    }

    /// Of many provinces' users, each asking for a commune of his own.
    private static HttpLoad.Requests requests(IndicatorBench bench) {
        Map<String, String> tokens = bench.provinces().stream()
                .collect(Collectors.toMap(Function.identity(), province -> bench.token("reporter", province)));
        Random chance = new Random(Country.Size.FULL.seed());
        return _ -> {
            LoadedIndicator one =
                    bench.loaded().get(chance.nextInt(bench.loaded().size()));
            return Call.get("/api/v1/units/" + one.commune(), tokens.getOrDefault(one.province(), ""));
        };
    }
}
