package vn.monitoring.task.task;

/// What a row of a plan's table is.
public enum TaskKind {
    TASK,
    /// Has parts and derives from them.
    PARENT,
    /// One lettered part of a parent.
    SUBTASK,
    /// A lead and a deadline without a title; waits for a decision.
    ORPHAN
}
