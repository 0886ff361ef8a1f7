package vn.monitoring.bench.measure;

import java.util.Collection;
import java.util.Collections;
import java.util.List;

/// The middle of a few repetitions; of an even number the worse one of the two in the middle.
public final class Median {

    private Median() {}

    /// @throws IllegalArgumentException for none at all
    public static double of(Collection<Double> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("a median of nothing");
        }
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }

    /// The largest, as of times.
    public static double worst(Collection<Double> values) {
        return Collections.max(values);
    }
}
