package vn.monitoring.kit.sheet;

/// What an import did, or in a dry run would do, to the stored row.
public enum Change {
    CREATED,
    UPDATED,
    UNCHANGED
}
