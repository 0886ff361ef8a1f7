package vn.monitoring.task.reminder;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.problem.Problem;

/// A reminder about a task and what became of it.
///
/// @param explainBy the day by which an explanation is asked for; null when none is
/// @param waiting whether the lead still has to do something about it
@Schema(name = "Reminder")
record Reminder(
        UUID id,
        UUID taskId,
        @Nullable UUID warningId,
        String text,
        @Nullable LocalDate explainBy,
        Status status,
        boolean waiting,
        LocalDate issuedOn,
        Instant issuedAt,
        String issuedBy,
        List<String> issuedByUnits,
        @Nullable Instant acknowledgedAt,
        @Nullable String acknowledgedBy,
        @Nullable String explanation,
        @Nullable LocalDate explainedOn,
        @Nullable String explainedBy,
        long version) {

    /// How far a reminder has come.
    enum Status {
        ISSUED,
        ACKNOWLEDGED,
        EXPLAINED
    }

    static boolean waiting(Status status, @Nullable LocalDate explainBy) {
        return switch (status) {
            case ISSUED -> true;
            case ACKNOWLEDGED -> explainBy != null;
            case EXPLAINED -> false;
        };
    }

    /// @throws Problem 409 when it was acknowledged before
    Reminder acknowledged(Instant at, String by) {
        if (status != Status.ISSUED) {
            throw new Problem(
                    ReminderProblem.REMINDER_ACKNOWLEDGED,
                    "Đôn đốc này đã được xác nhận. Hãy tải lại để xem có cần giải trình không.",
                    "This reminder was acknowledged before. Reload it to see whether it asks for an explanation.");
        }
        return with(Status.ACKNOWLEDGED, at, by, null, null, null);
    }

    /// Who explains has heard, too.
    /// @throws Problem 409 when nothing was asked for, or it was answered before
    Reminder explained(String words, LocalDate on, Instant at, String by) {
        if (explainBy == null) {
            throw new Problem(
                    ReminderProblem.EXPLANATION_NOT_ASKED,
                    "Đôn đốc này không yêu cầu giải trình. Hãy xác nhận đã nhận và cập nhật tiến độ nhiệm vụ.",
                    "This reminder asks for no explanation. Acknowledge it and report the task's progress.");
        }
        if (status == Status.EXPLAINED) {
            throw new Problem(
                    ReminderProblem.REMINDER_EXPLAINED,
                    "Đôn đốc này đã có giải trình. Hãy tải lại để xem nội dung.",
                    "This reminder was answered before. Reload it to read the explanation.");
        }
        return with(
                Status.EXPLAINED,
                acknowledgedAt == null ? at : acknowledgedAt,
                acknowledgedBy == null ? by : acknowledgedBy,
                words,
                on,
                by);
    }

    private Reminder with(
            Status next,
            Instant heardAt,
            String heardBy,
            @Nullable String words,
            @Nullable LocalDate on,
            @Nullable String by) {
        return new Reminder(
                id,
                taskId,
                warningId,
                text,
                explainBy,
                next,
                waiting(next, explainBy),
                issuedOn,
                issuedAt,
                issuedBy,
                issuedByUnits,
                heardAt,
                heardBy,
                words,
                on,
                by,
                version + 1);
    }
}
