package vn.monitoring.task.warning;

/// What a warning is about (source: domain.md, "Monthly update rule", "Timeliness", "Reconciliation").
public enum WarningKind {
    /// No update came in within the month's window.
    LATE,
    /// The last update lacks something.
    INSUFFICIENT_DATA,
    /// The deadline is near.
    DUE_SOON,
    /// The deadline has passed.
    OVERDUE,
    /// Progress, money and deliverables do not agree.
    MISMATCH,
    /// The plan gives no deadline that can be read.
    MISSING_DEADLINE;

    /// Whether it is the monthly rule that says how high it stands.
    boolean monthly() {
        return this == LATE || this == INSUFFICIENT_DATA;
    }

    /// Whether it rises with each month that it stands.
    boolean risesWithTime() {
        return this == OVERDUE || this == MISMATCH;
    }
}
