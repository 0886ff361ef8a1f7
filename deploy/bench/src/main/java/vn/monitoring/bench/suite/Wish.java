package vn.monitoring.bench.suite;

import java.time.Duration;
import java.util.List;
import vn.monitoring.bench.measure.HttpLoad;

/// What is wanted of a suite.
///
/// @param only names of benchmarks; all when empty
/// @param connections of the loads that are not asked at a rate
/// @param seconds how long a load is measured, after a warm-up of half as long
/// @param rounds how often what is timed once is repeated; the median counts
/// @param subscribers how many follow the event feed
public record Wish(List<String> only, int connections, int seconds, int rounds, int subscribers) {

    public Wish {
        if (connections < 1 || rounds < 1 || subscribers < 1 || seconds < 2) {
            throw new IllegalArgumentException(
                    "--connections, --rounds and --subscribers are at least 1, --seconds at least 2");
        }
    }

    boolean wants(Benchmark<?> benchmark) {
        return only.isEmpty() || only.contains(benchmark.name());
    }

    public Duration measured() {
        return Duration.ofSeconds(seconds);
    }

    public Duration warmUp() {
        return measured().dividedBy(2);
    }

    public HttpLoad.Window window() {
        return new HttpLoad.Window(warmUp(), measured());
    }
}
