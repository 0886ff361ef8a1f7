package vn.monitoring.gateway.limit;

/// How many requests may come at once, and how many a second in the long run.
///
/// @param name as it stands in the answers' `RateLimit` headers
/// @param burst requests at once, after a time of quiet; at least as many as a second's
/// @param perSecond requests a second in the long run
public record Limit(String name, long burst, long perSecond) {

    public Limit {
        if (perSecond < 1 || burst < perSecond) {
            throw new IllegalArgumentException(
                    "The limit '%s' needs a burst (%d) of at least its requests a second (%d), and at least one"
                            .formatted(name, burst, perSecond));
        }
    }

    /// Seconds until an exhausted allowance is whole again.
    long windowSeconds() {
        return Math.ceilDiv(burst, perSecond);
    }
}
