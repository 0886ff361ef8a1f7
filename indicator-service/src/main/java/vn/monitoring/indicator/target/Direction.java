package vn.monitoring.indicator.target;

/// Which way an indicator is to move.
public enum Direction {
    HIGHER,
    LOWER,
    /// A level to hold from below.
    MAINTAIN,
    /// A figure to come close to.
    NEAR;

    /// The sign by which a difference counts as good: −1 when lower is better, else 1.
    public int sign() {
        return this == LOWER ? -1 : 1;
    }
}
