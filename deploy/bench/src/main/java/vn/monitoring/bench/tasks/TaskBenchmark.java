package vn.monitoring.bench.tasks;

/// One benchmark: measures, and tells what it found as it goes.
interface TaskBenchmark {

    /// As `--only` names it.
    String name();

    void run(TaskBenchContext bench);
}
