package vn.monitoring.bench.badinput;

import java.util.List;

/// What is wanted of a run.
///
/// @param requests to each operation
/// @param only operation ids; all when empty
/// @param seed by which requests are chosen: the same seed, the same requests
public record Extent(int requests, List<String> only, int seed) {

    public static final int USUAL_REQUESTS = 120;
    public static final int USUAL_SEED = 57;

    private static final int FEWEST = 50;

    public Extent {
        if (requests < FEWEST) {
            throw new IllegalArgumentException("--requests is at least " + FEWEST);
        }
    }

    boolean wants(String operation) {
        return only.isEmpty() || only.contains(operation);
    }
}
