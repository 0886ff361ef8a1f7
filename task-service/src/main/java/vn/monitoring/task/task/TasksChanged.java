package vn.monitoring.task.task;

import java.util.List;
import java.util.UUID;

/// Fired in the transaction of a change, after all of it is in the database. Whoever changes what hangs on a task, such
/// as its money, fires it too.
public record TasksChanged(List<UUID> ids) {}
