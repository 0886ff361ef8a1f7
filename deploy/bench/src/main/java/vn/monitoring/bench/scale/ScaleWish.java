package vn.monitoring.bench.scale;

import java.util.List;
import vn.monitoring.bench.suite.Wish;

/// Which sizes are measured, and how.
///
/// @param replicas of each service
/// @param communes that are loaded, the smallest first: a larger country contains the smaller one
/// @param connections of the loads that are not asked at a rate
/// @param seconds how long each load is measured
public record ScaleWish(List<Integer> replicas, List<Integer> communes, int connections, int seconds) {

    /// 1, 4 and 16 times the communes of about two provinces: the last is the whole country.
    public static final ScaleWish USUAL = new ScaleWish(List.of(1, 2, 4), List.of(208, 830, 3_321), 16, 20);

    public ScaleWish {
        replicas = replicas.stream().sorted().distinct().toList();
        communes = communes.stream().sorted().distinct().toList();
        if (replicas.isEmpty() || communes.isEmpty()) {
            throw new IllegalArgumentException("--replicas and --communes take numbers with commas between them");
        }
    }

    Wish of(String benchmarks) {
        return new Wish(List.of(benchmarks.split(",", -1)), connections, seconds, 1, 1);
    }
}
