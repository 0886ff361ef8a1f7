package vn.monitoring.task.task;

/// A task as it is after a change, for what follows from it; observed in the transaction of the change.
public record TaskChanged(Task task) {}
