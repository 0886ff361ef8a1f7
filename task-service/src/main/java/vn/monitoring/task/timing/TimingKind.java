package vn.monitoring.task.timing;

/// The forms in which a plan says when a task is due.
public enum TimingKind {
    /// By one day.
    DATE,
    /// By the end of a month.
    MONTH,
    /// By the end of a quarter.
    QUARTER,
    /// By the end of a half-year.
    HALF_YEAR,
    /// By the end of a year.
    YEAR,
    /// Before a day: the day itself is already too late.
    BEFORE_DATE,
    /// Before a month begins.
    BEFORE_MONTH,
    /// Before a quarter begins.
    BEFORE_QUARTER,
    /// Before a half-year begins.
    BEFORE_HALF_YEAR,
    /// Before a year begins ("trước 2030" is 31/12/2029).
    BEFORE_YEAR,
    /// Within a stretch of time with a first and a last day.
    PERIOD,
    /// In several phases, each with its own years and content.
    PHASED,
    /// Once in every month.
    RECURRING_MONTH,
    /// Once in every quarter.
    RECURRING_QUARTER,
    /// Once in every half-year.
    RECURRING_HALF_YEAR,
    /// Once in every year.
    RECURRING_YEAR,
    /// All the time.
    CONTINUOUS,
    /// When somebody asks for it.
    ON_REQUEST,
    /// As another document lays down.
    EXTERNAL_SCHEDULE,
    /// The plan says nothing.
    MISSING,
    /// The plan says something that is no deadline.
    UNREADABLE
}
