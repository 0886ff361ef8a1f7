package vn.monitoring.task.timing;

/// What a person should look at in the text of a deadline.
public enum TimingFlag {
    /// "trước": the named period itself is already too late.
    STRICT_BEFORE,
    /// "cơ bản hoàn thành": done in the main, without a measure of what remains.
    BASICALLY_DONE,
    /// A deliverable stands in the cell of the deadline.
    DELIVERABLE_IN_TIMING,
    /// It begins but names no end.
    OPEN_END,
    /// Another document holds the real schedule.
    SCHEDULE_IN,
    /// Several deadlines in one cell; the last one counts.
    SEVERAL_DATES,
    /// No year is written; the plan's year was taken.
    YEAR_FROM_PLAN,
    /// A day, month or quarter that no calendar has.
    IMPOSSIBLE_DATE,
    /// The deadline was set when the task was assigned, not by the plan.
    SET_AT_ASSIGNMENT,
    /// The deadline was put off by a decision; the original one is kept beside it.
    EXTENDED
}
