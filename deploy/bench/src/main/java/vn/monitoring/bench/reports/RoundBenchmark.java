package vn.monitoring.bench.reports;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import vn.monitoring.bench.indicators.IndicatorBench;
import vn.monitoring.bench.measure.Target;
import vn.monitoring.bench.suite.Benchmark;
import vn.monitoring.client.Wait;

/// The whole country at one cut-off: every commune's report is drafted, and all of them are accepted in one batch; then
/// a
/// province takes up those of its communes.
final class RoundBenchmark implements Benchmark<IndicatorBench> {

    private static final Target DRAFTS = Target.atMost(60);
    private static final Target ACCEPTANCE = Target.atMost(2);
    private static final int WHOLE_COUNTRY = 3_000;
    private static final long LONGEST_DRAFTING = 300;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    @Override
    public String name() {
        return "round";
    }

    @Override
    public void run(IndicatorBench bench) {
        try (ReportDatabase database = new ReportDatabase(bench.site().databaseUrl(ReportDatabase.ROLE))) {
            bench.quiet();
            ReportingRound round = ReportingRound.open(bench, database);
            long begin = System.nanoTime();
            long owed = round.owe();
            bench.figure(name(), "%,d reports of %s owed".formatted(owed, round.period()), seconds(begin), "s");
            begin = System.nanoTime();
            round.draft();
            while (round.drafted() < owed && seconds(begin) < LONGEST_DRAFTING) {
                Wait.pause(BETWEEN_LOOKS);
            }
            double took = seconds(begin);
            bench.figure(
                    name(),
                    "%,d reports drafted".formatted(round.drafted()),
                    took,
                    "s",
                    owed >= WHOLE_COUNTRY ? DRAFTS : null);
            while (database.backlog() > 0) {
                Wait.pause(BETWEEN_LOOKS);
            }
            List<UUID> sent = round.putAsSent();
            begin = System.nanoTime();
            int accepted = round.accept(sent);
            bench.figure(
                    name(),
                    "%,d reports accepted in one batch".formatted(accepted),
                    seconds(begin),
                    "s",
                    owed >= WHOLE_COUNTRY ? ACCEPTANCE : null);
            new ProvinceRound(bench, round.period()).measure(name());
        }
    }

    private static double seconds(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }
}
