package vn.monitoring.bench.indicators;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import vn.monitoring.bench.load.NationalAccounts;
import vn.monitoring.bench.measure.HttpLoad;
import vn.monitoring.bench.measure.HttpLoad.Call;
import vn.monitoring.bench.measure.Target;
import vn.monitoring.bench.suite.Benchmark;
import vn.monitoring.client.ClientFailure;

/// Sums over the country by province, alone and under load, and over one province by commune while batches are being
/// written.
final class RollupBenchmark implements Benchmark<IndicatorBench> {

    /// Of the demo realm: sees the province.
    private static final String PROVINCE_USER = "steering-31";

    private static final String PROVINCE = "31";
    private static final double QUESTIONS_A_SECOND = 20;
    private static final Target ALONE_P99 = Target.atMost(10);
    private static final Target RATE = Target.atLeast(1_000);
    private static final Target BUSY_P99 = Target.atMost(30);

    @Override
    public String name() {
        return "rollup";
    }

    @Override
    public void run(IndicatorBench bench) {
        String period = bench.period();
        String path = "/api/v1/rollups?by=province&period=" + period;
        String token = bench.api().tokens().of(NationalAccounts.VERIFIER);
        Rollups.require(bench.api(), NationalAccounts.VERIFIER, path);
        bench.quiet();
        country(bench, 1, Call.get(path, token));
        country(bench, bench.settings().connections(), Call.get(path, token));
        province(bench, period);
    }

    private void country(IndicatorBench bench, int connections, Call call) {
        HttpLoad.Outcome outcome;
        try (HttpLoad load = bench.load(connections)) {
            outcome = load.closed(bench.settings().window(), _ -> call);
        }
        bench.requireGood(name(), outcome);
        String at = connections == 1
                ? "indicators × provinces, alone, "
                : "indicators × provinces at %d connections, ".formatted(connections);
        bench.figure(
                name(),
                at + "warm-up",
                outcome.warmUp() / (double) bench.settings().warmUp().toSeconds(),
                "/s");
        if (connections == 1) {
            bench.figure(name(), at + "rate", outcome.rate(), "/s");
            bench.figure(name(), at + "p50", outcome.latencies().percentile(50), "ms");
            bench.figure(name(), at + "p99", outcome.latencies().percentile(99), "ms", bench.whole(ALONE_P99));
        } else {
            bench.figure(name(), at + "rate", outcome.rate(), "/s", bench.whole(RATE));
            bench.figure(name(), at + "p50", outcome.latencies().percentile(50), "ms");
            bench.figure(name(), at + "p99", outcome.latencies().percentile(99), "ms");
            bench.figure(name(), at + "generator", outcome.ownCores(), "cores");
        }
    }

    /// Asked at a fixed rate, so that an answer that hangs counts for all questions behind it.
    private void province(IndicatorBench bench, String period) {
        Call call = Call.get(
                "/api/v1/rollups?unit=%s&by=commune&period=%s".formatted(PROVINCE, period),
                bench.api().tokens().of(PROVINCE_USER));
        HttpLoad.Outcome calm = atRate(bench, call);
        bench.requireGood(name(), calm);
        bench.figure(
                name(),
                "one province × its communes, alone, p99",
                calm.latencies().percentile(99),
                "ms");
        Writer writer = new Writer(bench);
        HttpLoad.Outcome busy;
        try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
            Future<?> writing = threads.submit(writer);
            busy = atRate(bench, call);
            writer.stop();
            await(writing);
        }
        bench.requireGood(name(), busy);
        String busily = "one province × its communes beside batches, ";
        bench.figure(name(), busily + "p50", busy.latencies().percentile(50), "ms");
        bench.figure(name(), busily + "p99", busy.latencies().percentile(99), "ms", bench.whole(BUSY_P99));
        bench.figure(name(), busily + "longest", busy.latencies().max(), "ms");
        bench.figure(name(), "rows written by these batches", writer.rows(), "rows");
    }

    private static HttpLoad.Outcome atRate(IndicatorBench bench, Call call) {
        try (HttpLoad load = bench.load(bench.settings().connections())) {
            return load.open(bench.settings().window(), QUESTIONS_A_SECOND, _ -> call);
        }
    }

    private static void await(Future<?> writing) {
        try {
            writing.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ClientFailure failure) {
                throw failure;
            }
            throw new ClientFailure("The batches beside the questions failed: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClientFailure("Interrupted while batches were written", e);
        }
    }

    /// Sends one batch of all indicators after the other, each of a fresh month.
    private static final class Writer implements Runnable {

        private final IndicatorBench bench;
        private final AtomicBoolean goesOn = new AtomicBoolean(true);
        private final AtomicLong rows = new AtomicLong();

        Writer(IndicatorBench bench) {
            this.bench = bench;
        }

        @Override
        public void run() {
            Batches batches = new Batches(bench.api());
            while (goesOn.get()) {
                rows.addAndGet(
                        batches.send(Batches.csv(bench.loaded(), bench.months().take(), 0))
                                .rows());
            }
        }

        void stop() {
            goesOn.set(false);
        }

        long rows() {
            return rows.get();
        }
    }
}
