package vn.monitoring.bench.indicators;

import java.util.List;
import vn.monitoring.bench.suite.Benchmark;
import vn.monitoring.bench.suite.Field;
import vn.monitoring.bench.suite.Suite;
import vn.monitoring.bench.suite.Wish;

/// The benchmarks of the indicator-service.
public final class IndicatorSuite implements Suite<IndicatorBench> {

    @Override
    public String name() {
        return "indicators";
    }

    @Override
    public String service() {
        return "indicator-service";
    }

    @Override
    public List<Benchmark<IndicatorBench>> benchmarks() {
        return List.of(
                new BatchBenchmark(),
                new SingleBenchmark(),
                new UnitBenchmark(),
                new RollupBenchmark(),
                new FreshnessBenchmark(),
                new RegradeBenchmark());
    }

    @Override
    public Wish usual() {
        return new Wish(List.of(), 16, 20, 3, 1);
    }

    @Override
    public IndicatorBench open(Field field) {
        return new IndicatorBench(field);
    }
}
