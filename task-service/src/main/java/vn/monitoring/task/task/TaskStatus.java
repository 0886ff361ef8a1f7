package vn.monitoring.task.task;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
    COMPLETED("hoàn thành"),
    /// Held by a decision: still open, but its clock stands.
    PAUSED("tạm dừng"),
    /// Ended by a decision without being done.
    CANCELLED("đã hủy"),
    /// Replaced by another task or plan.
    SUPERSEDED("đã được thay thế");

    private final String vi;

    TaskStatus(String vi) {
        this.vi = vi;
    }

    public String vi() {
        return vi;
    }

    /// Whether work was reported; what is held or dropped does not tell.
    public boolean begun() {
        return switch (this) {
            case DRAFT, ASSIGNED, ACCEPTED, PAUSED, CANCELLED, SUPERSEDED -> false;
            case IN_PROGRESS, SUBMITTED, RETURNED, COMPLETED -> true;
        };
    }

    /// Whether somebody still has to do it; what is paused is open.
    public boolean open() {
        return switch (this) {
            case DRAFT, ASSIGNED, ACCEPTED, IN_PROGRESS, SUBMITTED, RETURNED, PAUSED -> true;
            case COMPLETED, CANCELLED, SUPERSEDED -> false;
        };
    }

    /// Whether it ended without being done.
    public boolean dropped() {
        return this == CANCELLED || this == SUPERSEDED;
    }

    /// The status after a step, empty when the step is not allowed here. What is submitted is decided on
    /// first: it is neither paused nor dropped.
    ///
    /// @param pausedFrom of a paused task the status to which it goes back
    public Optional<TaskStatus> after(TaskStep step, @Nullable TaskStatus pausedFrom) {
        return switch (step) {
            case ASSIGN -> to(ASSIGNED, this == DRAFT);
            case ACKNOWLEDGE -> to(ACCEPTED, this == ASSIGNED);
            case PROGRESS -> to(IN_PROGRESS, this == ACCEPTED || this == IN_PROGRESS || this == RETURNED);
            case SUBMIT -> to(SUBMITTED, this == IN_PROGRESS);
            case COMPLETE -> to(COMPLETED, this == SUBMITTED);
            case SEND_BACK -> to(RETURNED, this == SUBMITTED);
            case PAUSE -> to(PAUSED, inHand());
            case RESUME -> this == PAUSED ? Optional.ofNullable(pausedFrom) : Optional.empty();
            case CANCEL -> to(CANCELLED, this == DRAFT || this == PAUSED || inHand());
            case SUPERSEDE -> to(SUPERSEDED, this == DRAFT || this == PAUSED || inHand());
        };
    }

    /// Given to somebody who has it in hand.
    boolean inHand() {
        return this == ASSIGNED || this == ACCEPTED || this == IN_PROGRESS || this == RETURNED;
    }

    private static Optional<TaskStatus> to(TaskStatus next, boolean allowed) {
        return allowed ? Optional.of(next) : Optional.empty();
    }
}
