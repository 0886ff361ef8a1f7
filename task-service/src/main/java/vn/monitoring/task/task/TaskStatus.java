package vn.monitoring.task.task;

import java.util.Optional;

/// Where a task stands in its life (source: domain.md, "Life").
public enum TaskStatus {
    /// Imported, not yet given to anybody.
    DRAFT("dự thảo"),
    /// Given to its lead agency.
    ASSIGNED("đã giao"),
    /// Acknowledged by the lead agency.
    ACCEPTED("đã tiếp nhận"),
    /// Work is reported.
    IN_PROGRESS("đang thực hiện"),
    /// Handed over for review.
    SUBMITTED("đã nộp"),
    /// Sent back with reasons.
    RETURNED("bị trả lại"),
    /// Accepted by another unit.
    COMPLETED("hoàn thành");

    private final String vi;

    TaskStatus(String vi) {
        this.vi = vi;
    }

    String vi() {
        return vi;
    }

    /// Whether work was reported.
    public boolean begun() {
        return switch (this) {
            case DRAFT, ASSIGNED, ACCEPTED -> false;
            case IN_PROGRESS, SUBMITTED, RETURNED, COMPLETED -> true;
        };
    }

    /// The status after a step, empty when the step is not allowed here.
    public Optional<TaskStatus> after(TaskStep step) {
        return switch (step) {
            case ASSIGN -> to(ASSIGNED, this == DRAFT);
            case ACKNOWLEDGE -> to(ACCEPTED, this == ASSIGNED);
            case PROGRESS -> to(IN_PROGRESS, this == ACCEPTED || this == IN_PROGRESS || this == RETURNED);
            case SUBMIT -> to(SUBMITTED, this == IN_PROGRESS);
            case COMPLETE -> to(COMPLETED, this == SUBMITTED);
            case SEND_BACK -> to(RETURNED, this == SUBMITTED);
        };
    }

    private static Optional<TaskStatus> to(TaskStatus next, boolean allowed) {
        return allowed ? Optional.of(next) : Optional.empty();
    }
}
