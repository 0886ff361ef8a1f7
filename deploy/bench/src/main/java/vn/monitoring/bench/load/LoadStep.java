package vn.monitoring.bench.load;

/// What one step of a load did.
///
/// @param name as the summary shows it
/// @param all things that were to be there after the step
/// @param failed refused by the platform
public record LoadStep(String name, int all, int created, int updated, int unchanged, int failed, double seconds) {

    boolean changedSomething() {
        return written() > 0;
    }

    /// What was written a second; where nothing was, what was looked at.
    long rate() {
        int counted = changedSomething() ? written() : all;
        return seconds == 0 ? 0 : Math.round(counted / seconds);
    }

    private int written() {
        return created + updated;
    }
}
