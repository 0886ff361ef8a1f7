package vn.monitoring.bench.tasks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import vn.monitoring.bench.country.Country;
import vn.monitoring.bench.country.TaskFile;
import vn.monitoring.bench.load.NationalAccounts;
import vn.monitoring.bench.load.TaskLoad;
import vn.monitoring.bench.measure.Median;
import vn.monitoring.bench.suite.Benchmark;
import vn.monitoring.client.Parallel;
import vn.monitoring.client.Session;

/// Task sheets imported again with another deliverable in each row, which changes every task of theirs; and as they
/// are,
/// which reads and compares them only. How fast new ones come in is told by `./platform load-country`.
final class ImportBenchmark implements Benchmark<TaskBench> {

    private static final int PLANS = 200;
    private static final int WIDTH = 4;

    @Override
    public String name() {
        return "import";
    }

    @Override
    public void run(TaskBench bench) {
        Session loader = bench.api().as(NationalAccounts.LOADER);
        List<TaskLoad.Plan> plans = TaskLoad.plans(loader).stream().limit(PLANS).toList();
        int tasks = rowsOf(bench, plans.getFirst());
        List<Double> changed = new ArrayList<>();
        List<Double> same = new ArrayList<>();
        for (int round = 0; round < bench.settings().rounds(); round++) {
            int edition = (int) (System.currentTimeMillis() / 1000) + round;
            bench.quiet();
            changed.add(rowsPerSecond(loader, plans, tasks, edition));
            bench.quiet();
            same.add(rowsPerSecond(loader, plans, tasks, edition));
        }
        String of = "%d sheets of %d tasks, %d at once, ".formatted(plans.size(), tasks, WIDTH);
        bench.figure(name(), of + "every task changed", Median.of(changed), "rows/s");
        bench.figure(name(), of + "nothing changed", Median.of(same), "rows/s");
    }

    /// How many tasks the generated sheets were loaded with.
    private static int rowsOf(TaskBench bench, TaskLoad.Plan plan) {
        return (int) bench.loaded().stream()
                .filter(task -> task.unit().equals(plan.unitCode()))
                .count();
    }

    private static double rowsPerSecond(Session loader, List<TaskLoad.Plan> plans, int tasks, int edition) {
        AtomicInteger rows = new AtomicInteger();
        long begin = System.nanoTime();
        Parallel.forEach(plans, WIDTH, plan -> {
            TaskFile sheet = TaskFile.of(plan.unitCode(), tasks, Country.Size.FULL.seed())
                    .edition(edition);
            rows.addAndGet(TaskLoad.importSheet(loader, plan, sheet));
        });
        return rows.get() / ((System.nanoTime() - begin) / 1e9);
    }
}
