package vn.monitoring.bench.whole;

import java.util.List;
import vn.monitoring.bench.indicators.IndicatorBench;
import vn.monitoring.bench.suite.Benchmark;
import vn.monitoring.bench.suite.Field;
import vn.monitoring.bench.suite.Suite;
import vn.monitoring.bench.suite.Wish;

/// The benchmarks of the platform as a whole.
public final class PlatformSuite implements Suite<IndicatorBench> {

    private static final int SOAK_SECONDS = 600;

    @Override
    public String name() {
        return "platform";
    }

    @Override
    public String service() {
        return "gateway";
    }

    @Override
    public List<Benchmark<IndicatorBench>> benchmarks() {
        return List.of(new StartBenchmark(), new SoakBenchmark());
    }

    @Override
    public Wish usual() {
        return new Wish(List.of(), 16, SOAK_SECONDS, 3, 1);
    }

    @Override
    public IndicatorBench open(Field field) {
        return new IndicatorBench(field);
    }
}
