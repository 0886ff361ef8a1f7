package vn.monitoring.bench.whole;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import vn.monitoring.bench.country.ReportingPeriod;
import vn.monitoring.bench.indicators.IndicatorBench;
import vn.monitoring.bench.indicators.LoadedIndicator;
import vn.monitoring.bench.indicators.Reporters;
import vn.monitoring.bench.indicators.Submission;
import vn.monitoring.bench.measure.Curve;
import vn.monitoring.bench.measure.HttpLoad;
import vn.monitoring.bench.measure.HttpLoad.Call;
import vn.monitoring.bench.measure.Target;
import vn.monitoring.bench.suite.Benchmark;
import vn.monitoring.local.process.Memory;

/// A day's mixture (two reads for each new figure) at three fifths of what the platform can carry, for a long time:
/// memory
/// stays flat and answers stay quick.
final class SoakBenchmark implements Benchmark<IndicatorBench> {

    private static final Duration PROBE = Duration.ofSeconds(20);
    private static final double SHARE = 0.6;
    private static final Target FLAT = Target.atMost(1.05);
    private static final List<String> WATCHED =
            List.of("indicator-service", "task-service", "report-service", "gateway", "kafka", "postgresql");
    private static final int MEGABYTE = 1 << 20;

    @Override
    public String name() {
        return "soak";
    }

    @Override
    public void run(IndicatorBench bench) {
        int connections = bench.settings().connections();
        bench.quiet();
        try (Mixture mixture = new Mixture(bench, connections)) {
            double most;
            try (HttpLoad load = bench.load(connections)) {
                HttpLoad.Outcome outcome =
                        load.closed(new HttpLoad.Window(PROBE.dividedBy(2), PROBE), _ -> mixture.next());
                bench.requireGood(name(), outcome);
                most = outcome.rate();
            }
            bench.figure(name(), "most at %d connections".formatted(connections), most, "/s");
            bench.quiet();
            soak(bench, mixture, most * SHARE);
        }
        bench.figure(name(), "until all events are told", bench.quiet(), "s");
    }

    private void soak(IndicatorBench bench, Mixture mixture, double rate) {
        Duration length = bench.settings().measured();
        Map<String, Curve> curves = new LinkedHashMap<>();
        long begin = System.nanoTime();
        HttpLoad.Outcome outcome;
        try (ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
                HttpLoad load = bench.load(bench.settings().connections() * 4)) {
            for (String part : WATCHED) {
                bench.site().process(part).ifPresent(process -> {
                    Curve curve = new Curve();
                    curves.put(part, curve);
                    clock.scheduleWithFixedDelay(
                            () -> curve.add(
                                    (System.nanoTime() - begin) / 1e9, Memory.ofTree(process) / (double) MEGABYTE),
                            0,
                            1,
                            TimeUnit.SECONDS);
                });
            }
            outcome = load.open(new HttpLoad.Window(length.dividedBy(10), length), rate, _ -> mixture.next());
            clock.shutdownNow();
        }
        bench.requireGood(name(), outcome);
        bench.figure(name(), "asked for %d s at".formatted(length.toSeconds()), rate, "/s");
        bench.figure(name(), "answered", outcome.rate(), "/s");
        for (double percent : new double[] {50, 99, 99.9}) {
            bench.figure(
                    name(),
                    "answer, p" + (percent == 99.9 ? "99.9" : Integer.toString((int) percent)),
                    outcome.latencies().percentile(percent),
                    "ms");
        }
        bench.figure(name(), "longest answer", outcome.latencies().max(), "ms");
        curves.forEach((part, curve) -> {
            bench.figure(name(), part + ", most memory", curve.most(), "MB");
            bench.figure(
                    name(), part + ", memory of the last quarter to that of the second", curve.growth(), "×", FLAT);
        });
    }

    /// Two reads and a new figure, again and again; tokens are renewed beside the load.
    private static final class Mixture implements AutoCloseable {

        private final IndicatorBench bench;
        private final Reporters reporters;
        private final ScheduledExecutorService renewal = Executors.newSingleThreadScheduledExecutor();
        private final Map<String, String> tokens = new ConcurrentHashMap<>();
        private final List<LoadedIndicator> indicators = new ArrayList<>();
        private ReportingPeriod month;
        private int step;
        private int written;

        Mixture(IndicatorBench bench, int people) {
            this.bench = bench;
            this.reporters = Reporters.of(bench, people);
            this.month = bench.months().take();
            reporters.all().forEach(reporter -> indicators.addAll(reporter.indicators()));
            renew();
            renewal.scheduleWithFixedDelay(this::renew, 30, 30, TimeUnit.SECONDS);
        }

        private void renew() {
            reporters.all().forEach(reporter -> tokens.put(reporter.province(), reporter.token(bench.api())));
        }

        Call next() {
            LoadedIndicator indicator = indicators.get(written % indicators.size());
            String token = tokens.getOrDefault(indicator.province(), "");
            return switch (step++ % 3) {
                case 0 -> Call.get("/api/v1/scorecards/" + indicator.commune(), token);
                case 1 -> Call.get("/api/v1/tasks?unit=" + indicator.commune() + "&limit=20", token);
                default -> figure(indicator, token);
            };
        }

        private Call figure(LoadedIndicator indicator, String token) {
            Call call = Submission.of(indicator, month, token);
            written++;
            if (written % indicators.size() == 0) {
                month = bench.months().take();
            }
            return call;
        }

        @Override
        public void close() {
            renewal.shutdownNow();
        }
    }
}
