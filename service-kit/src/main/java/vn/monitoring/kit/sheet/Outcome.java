package vn.monitoring.kit.sheet;

/// What became of an imported row: taken, taken with flags, stored until a person decides, or not stored.
public enum Outcome {
    ACCEPTED,
    FLAGGED,
    NEEDS_DECISION,
    REJECTED
}
