package vn.monitoring.bench.indicators;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import vn.monitoring.bench.load.NationalAccounts;
import vn.monitoring.bench.measure.Median;
import vn.monitoring.bench.measure.Target;
import vn.monitoring.bench.suite.Benchmark;
import vn.monitoring.bench.suite.Unavailable;
import vn.monitoring.client.ClientFailure;
import vn.monitoring.client.Session;
import vn.monitoring.client.UnexpectedAnswer;
import vn.monitoring.client.Wait;
import vn.monitoring.client.Write;

/// All indicators under a new version of the grading policy: from the policy's answer until nothing is due any more.
final class RegradeBenchmark implements Benchmark<IndicatorBench> {

    private static final String POLICIES = "/api/v1/grading-policies";

    /// The setting that each new version changes, to and fro: some grades change, most do not.
    private static final String CHANGED = "slightlyBehindPoints";

    private static final double FIRST = 2;
    private static final double SECOND = 2.5;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);
    private static final Target SECONDS = Target.atMost(5);
    private static final long PATIENCE = TimeUnit.MINUTES.toNanos(10);

    @Override
    public String name() {
        return "regrade";
    }

    @Override
    public void run(IndicatorBench bench) {
        List<Double> rounds = new ArrayList<>();
        for (int round = 0; round < bench.settings().rounds(); round++) {
            bench.quiet();
            rounds.add(regrade(bench));
        }
        bench.figure(
                name(),
                "%,d indicators under a new policy".formatted(bench.loaded().size()),
                Median.of(rounds),
                "s",
                bench.whole(SECONDS));
        bench.figure(name(), "slowest of %d".formatted(rounds.size()), Median.worst(rounds), "s");
    }

    /// In seconds.
    private static double regrade(IndicatorBench bench) {
        Session decider = bench.api().as(NationalAccounts.LOADER);
        double points = current(decider) == FIRST ? SECOND : FIRST;
        Write policy =
                Write.post(POLICIES, Map.of("settings", Map.of(CHANGED, points), "decisionDocument", "Đo hiệu năng"));
        long begin = System.nanoTime();
        decider.write(policy);
        while (!bench.database().isGraded()) {
            if (System.nanoTime() - begin > PATIENCE) {
                throw new ClientFailure("Not all is graded under the new policy after 10 minutes");
            }
            Wait.pause(BETWEEN_LOOKS);
        }
        return (System.nanoTime() - begin) / 1e9;
    }

    /// The changed setting's present value.
    private static double current(Session decider) {
        try {
            return decider.get(POLICIES + "?limit=1", JsonNode.class)
                    .path("items")
                    .path(0)
                    .path("settings")
                    .path(CHANGED)
                    .asDouble();
        } catch (UnexpectedAnswer answer) {
            if (answer.status() == 404) {
                throw new Unavailable("GET /grading-policies: 404");
            }
            throw answer;
        }
    }
}
