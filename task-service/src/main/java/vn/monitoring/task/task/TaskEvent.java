package vn.monitoring.task.task;

import java.util.Locale;

/// What can be told of a task; each becomes a fact of the topic `monitoring.task` with its full state.
public enum TaskEvent {
    IMPORTED,
    ASSIGNED,
    ACKNOWLEDGED,
    PROGRESSED,
    SUBMITTED,
    COMPLETED,
    RETURNED,
    PAUSED,
    RESUMED,
    CANCELLED,
    SUPERSEDED,
    EXTENSION_REQUESTED,
    EXTENDED,
    EXTENSION_REFUSED,
    CREATED,
    CORRECTED,
    /// A task with parts follows them without a step of its own.
    DERIVED;

    static final String TOPIC = "monitoring.task";

    /// The event that brings a derived task into a status.
    static TaskEvent leadingTo(TaskStatus status) {
        return switch (status) {
            case DRAFT -> IMPORTED;
            case ASSIGNED -> ASSIGNED;
            case ACCEPTED -> ACKNOWLEDGED;
            case IN_PROGRESS -> PROGRESSED;
            case SUBMITTED -> SUBMITTED;
            case RETURNED -> RETURNED;
            case COMPLETED -> COMPLETED;
            case PAUSED -> PAUSED;
            case CANCELLED -> CANCELLED;
            case SUPERSEDED -> SUPERSEDED;
        };
    }

    String type() {
        return "vn.monitoring.task." + name().toLowerCase(Locale.ROOT).replace('_', '-') + ".v1";
    }
}
