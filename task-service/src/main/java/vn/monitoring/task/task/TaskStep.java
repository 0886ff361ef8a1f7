package vn.monitoring.task.task;

/// A step in the life of a task.
public enum TaskStep {
    ASSIGN,
    ACKNOWLEDGE,
    PROGRESS,
    SUBMIT,
    COMPLETE,
    SEND_BACK
}
