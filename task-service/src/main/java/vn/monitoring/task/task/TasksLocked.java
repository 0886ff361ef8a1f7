package vn.monitoring.task.task;

import java.util.List;
import java.util.UUID;

/// Fired in the transaction of a change, before anything is changed: the tasks are locked and as they were.
public record TasksLocked(List<UUID> ids) {}
