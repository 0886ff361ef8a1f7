package vn.monitoring.bench.gateway;

import java.util.List;
import vn.monitoring.bench.indicators.IndicatorBench;
import vn.monitoring.bench.suite.Benchmark;
import vn.monitoring.bench.suite.Field;
import vn.monitoring.bench.suite.Suite;
import vn.monitoring.bench.suite.Wish;

/// The benchmarks of the gateway.
public final class GatewaySuite implements Suite<IndicatorBench> {

    @Override
    public String name() {
        return "gateway";
    }

    @Override
    public String service() {
        return "gateway";
    }

    @Override
    public List<Benchmark<IndicatorBench>> benchmarks() {
        return List.of(new ThroughputBenchmark(), new StreamBenchmark(), new UploadBenchmark());
    }

    @Override
    public Wish usual() {
        return new Wish(List.of(), 64, 20, 3, 10_000);
    }

    @Override
    public IndicatorBench open(Field field) {
        return new IndicatorBench(field);
    }
}
