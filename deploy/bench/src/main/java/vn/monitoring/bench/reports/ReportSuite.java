package vn.monitoring.bench.reports;

import java.util.List;
import vn.monitoring.bench.indicators.IndicatorBench;
import vn.monitoring.bench.suite.Benchmark;
import vn.monitoring.bench.suite.Field;
import vn.monitoring.bench.suite.Suite;
import vn.monitoring.bench.suite.Wish;

/// The benchmarks of the report-service.
public final class ReportSuite implements Suite<IndicatorBench> {

    @Override
    public String name() {
        return "reports";
    }

    @Override
    public String service() {
        return "report-service";
    }

    @Override
    public List<Benchmark<IndicatorBench>> benchmarks() {
        return List.of(new RoundBenchmark(), new DocumentBenchmark(), new SubscriberBenchmark());
    }

    @Override
    public Wish usual() {
        return new Wish(List.of(), 16, 20, 3, 1_000);
    }

    @Override
    public IndicatorBench open(Field field) {
        return new IndicatorBench(field);
    }
}
