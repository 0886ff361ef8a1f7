package vn.monitoring.bench.reports;

/// One benchmark: measures, and tells what it found as it goes.
interface ReportBenchmark {

    /// As `--only` names it.
    String name();

    void run(ReportBenchContext bench);
}
