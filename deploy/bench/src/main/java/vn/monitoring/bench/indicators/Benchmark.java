package vn.monitoring.bench.indicators;

/// One benchmark: measures, and tells what it found as it goes.
interface Benchmark {

    /// As `--only` names it.
    String name();

    /// @throws Unavailable when the platform has no such endpoint
    void run(Bench bench);
}
