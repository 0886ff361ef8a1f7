package vn.monitoring.bench.indicators;

import java.util.ArrayList;
import java.util.List;
import vn.monitoring.bench.country.ReportingPeriod;
import vn.monitoring.bench.indicators.Batches.Sent;
import vn.monitoring.bench.measure.Median;
import vn.monitoring.bench.measure.Target;
import vn.monitoring.bench.suite.Benchmark;

/// All figures of a month in one batch: new, changed, unchanged, beside PostgreSQL's COPY of the very rows that were
/// stored; and what a row costs in batches of different sizes.
final class BatchBenchmark implements Benchmark<IndicatorBench> {

    private static final int WARM_UP_ROWS = 10_000;
    private static final int WARM_UP_ROUNDS = 3;
    private static final List<Integer> SIZES = List.of(1_000, 10_000, 100_000);
    private static final Target SECONDS = Target.atMost(3);
    private static final Target OF_COPY = Target.atLeast(0.25);
    private static final Target NO_SLOWER = Target.atMost(1);
    private static final Target FLAT = Target.atMost(1.2);

    @Override
    public String name() {
        return "batch";
    }

    @Override
    public void run(IndicatorBench bench) {
        Batches batches = new Batches(bench.api());
        warmUp(bench, batches);
        List<Double> created = new ArrayList<>();
        List<Double> changed = new ArrayList<>();
        List<Double> unchanged = new ArrayList<>();
        List<Double> told = new ArrayList<>();
        List<Double> copied = new ArrayList<>();
        List<Double> copiedBare = new ArrayList<>();
        for (int round = 0; round < bench.settings().rounds(); round++) {
            ReportingPeriod month = bench.months().take();
            bench.quiet();
            created.add(send(bench, batches, Batches.csv(bench.loaded(), month, 0), "new"));
            told.add(bench.quiet());
            byte[] rows = bench.database().rowsOf(month.key());
            copied.add(bench.database().copyIn(bench.database().scratchTable(true), rows));
            copiedBare.add(bench.database().copyIn(bench.database().scratchTable(false), rows));
            bench.database().dropScratch();
            byte[] other = Batches.csv(bench.loaded(), month, 1);
            changed.add(send(bench, batches, other, "changed"));
            bench.quiet();
            unchanged.add(send(bench, batches, other, "unchanged"));
        }
        tell(bench, created, copied, copiedBare, changed, unchanged, told);
        sizes(bench, batches);
    }

    private void warmUp(IndicatorBench bench, Batches batches) {
        List<LoadedIndicator> some =
                bench.loaded().subList(0, Math.min(WARM_UP_ROWS, bench.loaded().size()));
        double seconds = 0;
        for (int round = 0; round < WARM_UP_ROUNDS; round++) {
            seconds += batches.send(Batches.csv(some, bench.months().take(), 0)).seconds();
        }
        bench.figure(name(), "warm-up: %d × %,d new rows".formatted(WARM_UP_ROUNDS, some.size()), seconds, "s");
    }

    private double send(IndicatorBench bench, Batches batches, byte[] csv, String what) {
        Sent sent = batches.send(csv);
        int expected = switch (what) {
            case "new" -> sent.created();
            case "changed" -> sent.updated();
            default -> sent.unchanged();
        };
        if (expected != bench.loaded().size()) {
            bench.findings()
                    .remark("batch: of %,d %s rows: %s".formatted(bench.loaded().size(), what, sent));
        }
        return sent.seconds();
    }

    private void tell(
            IndicatorBench bench,
            List<Double> created,
            List<Double> copied,
            List<Double> copiedBare,
            List<Double> changed,
            List<Double> unchanged,
            List<Double> told) {
        int rows = bench.loaded().size();
        String all = "%,d rows".formatted(rows);
        double seconds = Median.of(created);
        double copy = Median.of(copied);
        bench.figure(name(), all + ", new", seconds, "s", bench.whole(SECONDS));
        bench.figure(name(), all + ", new, rate", rows / seconds, "rows/s");
        bench.figure(name(), all + ", new, slowest of %d".formatted(created.size()), Median.worst(created), "s");
        bench.figure(name(), "COPY of the same rows, key and unique index", copy, "s");
        bench.figure(name(), "COPY of the same rows, no index", Median.of(copiedBare), "s");
        bench.figure(name(), "rate of new rows to COPY's", copy / seconds, "×", OF_COPY);
        bench.figure(name(), "rate of new rows to COPY's without index", Median.of(copiedBare) / seconds, "×");
        bench.figure(name(), all + ", changed", Median.of(changed), "s");
        bench.figure(name(), "time of changed rows to that of new ones", Median.of(changed) / seconds, "×", NO_SLOWER);
        bench.figure(name(), all + ", unchanged", Median.of(unchanged), "s");
        bench.figure(
                name(), "time of unchanged rows to that of new ones", Median.of(unchanged) / seconds, "×", NO_SLOWER);
        bench.figure(name(), "until all events of the new rows are told", Median.of(told), "s");
    }

    /// Each size in fresh months; sizes that would take more than twice the loaded indicators are left out.
    private void sizes(IndicatorBench bench, Batches batches) {
        List<Double> costs = new ArrayList<>();
        for (int size : SIZES) {
            if (size > 2 * bench.loaded().size()) {
                bench.findings()
                        .remark("batch: no batch of %,d rows, only %,d indicators are loaded"
                                .formatted(size, bench.loaded().size()));
                continue;
            }
            List<Double> rounds = new ArrayList<>();
            for (int round = 0; round < bench.settings().rounds(); round++) {
                bench.quiet();
                rounds.add(batches.send(Batches.csv(bench.loaded(), size, bench.months()))
                        .microsecondsARow());
            }
            costs.add(Median.of(rounds));
            bench.figure(name(), "cost of a row among %,d".formatted(size), costs.getLast(), "µs");
        }
        if (costs.size() > 1) {
            bench.figure(
                    name(), "cost of a row, largest batch to smallest", costs.getLast() / costs.getFirst(), "×", FLAT);
        }
    }
}
