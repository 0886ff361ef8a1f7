package vn.monitoring.task.timeliness;

/// How a task stands against its deadline on a day (source: domain.md, "Timeliness").
public enum Timeliness {
    /// Done before its due period began (trước hạn).
    DONE_EARLY,
    /// Done within its deadline.
    ON_TIME,
    /// Done after its deadline.
    LATE,
    /// Open, no work reported, the deadline not near.
    NOT_STARTED,
    /// Open, at work, the deadline not near.
    WITHIN_TIME,
    /// Open, the deadline near.
    DUE_SOON,
    /// Open, the deadline passed.
    OVERDUE,
    /// Continuous, and its updates are up to date.
    KEPT_UP,
    /// Continuous, and an update is missing.
    UPDATE_LATE,
    /// Grey: the plan gives no deadline that can be read.
    NO_DEADLINE,
    /// Cancelled or superseded: not judged.
    DROPPED;

    /// True for what counts as behind: late, overdue, update late.
    public boolean behind() {
        return this == LATE || this == OVERDUE || this == UPDATE_LATE;
    }
}
