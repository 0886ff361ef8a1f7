package vn.monitoring.bench.load;

/// What one step of a load did.
///
/// @param name as the summary shows it
/// @param all things that were to be there after the step
/// @param failed refused by the platform
public record LoadStep(String name, int all, int created, int updated, int unchanged, int failed, double seconds) {

    boolean changedSomething() {
        return created + updated > 0;
    }

    /// Things a second.
    long rate() {
        return seconds == 0 ? 0 : Math.round(all / seconds);
    }
}
