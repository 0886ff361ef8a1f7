package vn.monitoring.bench.suite;

/// One benchmark: measures, and tells what it found as it goes.
///
/// @param <B> what it works with
public interface Benchmark<B extends Bench> {

    /// As `--only` names it.
    String name();

    /// @throws Unavailable when the platform does not offer what it measures
    void run(B bench);
}
