package vn.monitoring.bench.tasks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.monitoring.bench.load.NationalAccounts;
import vn.monitoring.bench.measure.Median;
import vn.monitoring.bench.measure.Target;
import vn.monitoring.bench.suite.Benchmark;
import vn.monitoring.client.Session;
import vn.monitoring.client.Write;

/// The evaluation of all tasks for warnings, as each night does it: once as it comes, which writes what was not yet
/// found, then again, which writes nothing.
final class EvaluationBenchmark implements Benchmark<TaskBench> {

    private static final Target SECONDS = Target.atMost(10);

    @Override
    public String name() {
        return "evaluation";
    }

    @Override
    public void run(TaskBench bench) {
        bench.quiet();
        JsonNode first = evaluate(bench);
        long changed = first.path("opened").asLong()
                + first.path("escalated").asLong()
                + first.path("closed").asLong();
        bench.figure(
                name(),
                "%,d tasks, %,d warnings changed".formatted(first.path("tasks").asLong(), changed),
                first.path("seconds").asDouble(),
                "s",
                bench.whole(SECONDS));
        List<Double> rounds = new ArrayList<>();
        for (int round = 0; round < bench.settings().rounds(); round++) {
            bench.quiet();
            rounds.add(evaluate(bench).path("seconds").asDouble());
        }
        bench.figure(name(), "the same again", Median.of(rounds), "s", bench.whole(SECONDS));
        bench.figure(name(), "slowest of %d".formatted(rounds.size()), Median.worst(rounds), "s");
    }

    /// The answer, with the seconds that it took the caller.
    private static JsonNode evaluate(TaskBench bench) {
        Session loader = bench.api().as(NationalAccounts.LOADER);
        long begin = System.nanoTime();
        JsonNode answer = loader.write(Write.post("/api/v1/warnings/evaluations", Map.of()))
                .as(JsonNode.class);
        double seconds = (System.nanoTime() - begin) / 1e9;
        return ((com.fasterxml.jackson.databind.node.ObjectNode) answer).put("seconds", seconds);
    }
}
