package vn.monitoring.bench.gateway;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import vn.monitoring.bench.indicators.IndicatorBench;
import vn.monitoring.bench.measure.Target;
import vn.monitoring.bench.suite.Benchmark;
import vn.monitoring.client.Wait;

/// What the gateway takes for thousands of dashboards that wait for an event.
final class StreamBenchmark implements Benchmark<IndicatorBench> {

    private static final Target MEMORY = Target.atMost(300);
    private static final Target NONE = Target.atMost(0);
    private static final Duration HELD = Duration.ofSeconds(20);

    /// For files, logs and the rest of a process.
    private static final int OTHER_DESCRIPTORS = 500;

    @Override
    public String name() {
        return "streams";
    }

    @Override
    public void run(IndicatorBench bench) {
        int wanted = bench.settings().subscribers();
        int count = Math.min(wanted, mostStreams());
        if (count < wanted) {
            bench.findings()
                    .remark("A process may open too few files here for %,d streams (two each): %,d are opened"
                            .formatted(wanted, count));
        }
        String token = bench.token("leader", bench.provinces().getFirst());
        try (Sink sink = new Sink();
                SpareGateway gateway = new SpareGateway(bench.field(), sink);
                IdleStreams streams = new IdleStreams(gateway.address(), count)) {
            long begin = System.nanoTime();
            streams.open(token);
            bench.figure(name(), "%,d streams opened".formatted(count), (System.nanoTime() - begin) / 1e9, "s");
            Wait.pause(HELD);
            String at = "%,d idle streams, ".formatted(count);
            bench.figure(name(), at + "gateway before", gateway.firstMemory(), "MB");
            bench.figure(name(), at + "gateway, most", gateway.mostMemory(), "MB", MEMORY);
            bench.figure(name(), at + "ended", streams.ended(), "", NONE);
        }
    }

    /// A stream takes a descriptor on either side of the gateway, and of this process.
    private static int mostStreams() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system
                ? (int) Math.min(Integer.MAX_VALUE, (system.getMaxFileDescriptorCount() - OTHER_DESCRIPTORS) / 2)
                : Integer.MAX_VALUE;
    }
}
