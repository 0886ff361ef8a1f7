package vn.monitoring.task.task;

import java.util.UUID;

/// Where a task comes from.
public enum TaskOrigin {
    /// A row of the plan's table.
    PLAN,
    /// Added by hand.
    HAND,
    /// A finding of an inspection that is to be put right.
    INSPECTION;

    private static final String OF_INSPECTIONS = "inspection:";

    static TaskOrigin of(String rowKey) {
        if (rowKey.startsWith(OF_INSPECTIONS)) {
            return INSPECTION;
        }
        return rowKey.startsWith(Task.BY_HAND) ? HAND : PLAN;
    }

    static String rowKey(UUID findingId) {
        return OF_INSPECTIONS + findingId;
    }
}
