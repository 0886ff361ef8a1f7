package vn.monitoring.bench.faults.work;

/// What a client knows of a write in the end.
public enum Outcome {
    /// The platform said that it is done: it must be there exactly once.
    ACKNOWLEDGED,
    /// The platform said for certain that it is not done: nothing of it may be there.
    REFUSED,
    /// No certain answer came: it may be there once, or not at all.
    UNKNOWN
}
