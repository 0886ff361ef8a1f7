package vn.monitoring.bench.indicators;

import java.util.ArrayList;
import java.util.List;
import vn.monitoring.bench.country.ReportingPeriod;
import vn.monitoring.bench.indicators.Reporters.Reporter;
import vn.monitoring.bench.measure.HttpLoad;
import vn.monitoring.bench.measure.HttpLoad.Call;
import vn.monitoring.bench.measure.Target;
import vn.monitoring.bench.suite.Benchmark;

/// New figures one by one, beside plain durable inserts of such rows over as many connections.
final class SingleBenchmark implements Benchmark<IndicatorBench> {

    private static final Target RATE = Target.atLeast(1_500);
    private static final Target P99 = Target.atMost(30);

    @Override
    public String name() {
        return "single";
    }

    @Override
    public void run(IndicatorBench bench) {
        int connections = bench.settings().connections();
        Reporters reporters = Reporters.of(bench, connections);
        List<Desk> desks = new ArrayList<>();
        List<ReportingPeriod> months = new ArrayList<>();
        for (int connection = 0; connection < connections; connection++) {
            desks.add(new Desk(bench, months, reporters, connection));
        }
        bench.quiet();
        HttpLoad.Outcome outcome;
        try (HttpLoad load = bench.load(connections)) {
            outcome = load.closed(
                    bench.settings().window(),
                    connection -> desks.get(connection).next());
        }
        bench.requireGood(name(), outcome);
        String at = "new figures at %d connections, ".formatted(connections);
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
        bench.figure(name(), "until all events of them are told", bench.quiet(), "s");
        double inserts = new PlainInserts(bench.database(), connections)
                .rate(months.getFirst().key(), bench.settings().measured().dividedBy(2));
        bench.figure(name(), "plain JDBC inserts, durable, at %d connections".formatted(connections), inserts, "/s");
        bench.figure(name(), "rate of new figures to plain inserts", outcome.rate() / inserts, "×");
    }

    /// What one connection enters: the figures of every so-manieth indicator of its reporter's province, month by
    /// month.
    private static final class Desk {

        private final IndicatorBench bench;
        private final List<ReportingPeriod> months;
        private final String token;
        private final List<LoadedIndicator> indicators = new ArrayList<>();
        private int month;
        private int next;

        /// @param months that all desks work through, each at its own pace
        Desk(IndicatorBench bench, List<ReportingPeriod> months, Reporters reporters, int connection) {
            Reporter reporter = reporters.at(connection);
            this.bench = bench;
            this.months = months;
            this.token = reporter.token(bench.api());
            int neighbours = reporters.all().size();
            List<LoadedIndicator> all = reporter.indicators();
            int first = connection / neighbours;
            int step = (bench.settings().connections() - 1 - connection % neighbours) / neighbours + 1;
            for (int i = first; i < all.size(); i += step) {
                indicators.add(all.get(i));
            }
        }

        Call next() {
            if (next == indicators.size()) {
                next = 0;
                month++;
            }
            if (month == months.size()) {
                months.add(bench.months().take());
            }
            return Submission.of(indicators.get(next++), months.get(month), token);
        }
    }
}
