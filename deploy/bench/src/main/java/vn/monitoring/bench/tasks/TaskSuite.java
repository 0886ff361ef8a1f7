package vn.monitoring.bench.tasks;

import java.util.List;
import vn.monitoring.bench.suite.Benchmark;
import vn.monitoring.bench.suite.Field;
import vn.monitoring.bench.suite.Suite;
import vn.monitoring.bench.suite.Wish;

/// The benchmarks of the task-service.
public final class TaskSuite implements Suite<TaskBench> {

    @Override
    public String name() {
        return "tasks";
    }

    @Override
    public String service() {
        return "task-service";
    }

    @Override
    public List<Benchmark<TaskBench>> benchmarks() {
        return List.of(
                new EvaluationBenchmark(), new WorkListBenchmark(), new StatisticsBenchmark(), new ImportBenchmark());
    }

    @Override
    public Wish usual() {
        return new Wish(List.of(), 16, 20, 3, 1);
    }

    @Override
    public TaskBench open(Field field) {
        return new TaskBench(field);
    }
}
