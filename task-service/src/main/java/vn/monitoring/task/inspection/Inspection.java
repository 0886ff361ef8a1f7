package vn.monitoring.task.inspection;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.problem.Problem;
import vn.monitoring.task.task.TaskStatus;

/// An inspection of a unit in one of its states.
///
/// @param subject what it looks at, in words
/// @param tasks what it looks at, task by task; empty for the whole plan or unit
/// @param headPosition the position of who leads it, never a person
@Schema(name = "Inspection")
record Inspection(
        UUID id,
        String unitCode,
        Kind kind,
        String title,
        @Nullable UUID planId,
        @Nullable String subject,
        List<UUID> tasks,
        LocalDate startsOn,
        LocalDate endsOn,
        String headPosition,
        Status status,
        @Nullable LocalDate startedOn,
        @Nullable String conclusion,
        @Nullable LocalDate concludedOn,
        @Nullable LocalDate closedOn,
        List<Finding> findings,
        Instant recordedAt,
        String by,
        long version) {

    /// Why it is held.
    enum Kind {
        PLANNED,
        AD_HOC,
        THEMATIC
    }

    /// How far it has come.
    enum Status {
        PLANNED,
        UNDER_WAY,
        CONCLUDED,
        CLOSED
    }

    /// What was found, with how far the task is that puts it right.
    ///
    /// @param aboutTaskId the task that it is about
    /// @param resolved whether its task is completed, cancelled or superseded
    @Schema(name = "InspectionFinding")
    record Finding(
            UUID id,
            int number,
            String text,
            @Nullable UUID aboutTaskId,
            UUID remedyTaskId,
            TaskStatus remedyStatus,
            @Nullable LocalDate remedyDueOn,
            boolean resolved,
            LocalDate recordedOn) {}

    /// @throws Problem 409
    Inspection started(LocalDate on) {
        require(Status.PLANNED);
        return with(Status.UNDER_WAY, on, null, null, null);
    }

    /// @throws Problem 409
    Inspection concluded(String words, LocalDate on) {
        require(Status.UNDER_WAY);
        return with(Status.CONCLUDED, startedOn, words, on, null);
    }

    /// @throws Problem 409, also while a finding is not put right
    Inspection closed(LocalDate on) {
        require(Status.CONCLUDED);
        List<Integer> open = findings.stream()
                .filter(finding -> !finding.resolved())
                .map(Finding::number)
                .toList();
        if (!open.isEmpty()) {
            throw new Problem(
                            InspectionProblem.FINDINGS_OPEN,
                            "Còn kiến nghị chưa khắc phục xong: số %s. Hãy nghiệm thu hoặc hủy các nhiệm vụ khắc phục trước."
                                    .formatted(open),
                            "Findings %s are not put right. Accept their tasks or cancel them by decision first."
                                    .formatted(open))
                    .with("findings", open);
        }
        return with(Status.CLOSED, startedOn, conclusion, concludedOn, on);
    }

    /// Findings are recorded while it is under way and with its conclusion.
    /// @throws Problem 409
    void requireFindings() {
        if (status != Status.UNDER_WAY && status != Status.CONCLUDED) {
            throw wrongStatus();
        }
    }

    private void require(Status needed) {
        if (status != needed) {
            throw wrongStatus();
        }
    }

    private Problem wrongStatus() {
        return new Problem(
                        InspectionProblem.INSPECTION_STATUS,
                        "Cuộc kiểm tra đang ở trạng thái %s nên không làm bước này được. Hãy tải lại và làm bước tiếp theo."
                                .formatted(status),
                        "An inspection in status %s cannot take this step. Reload it and take its next step."
                                .formatted(status))
                .with("inspectionStatus", status);
    }

    Inspection with(List<Finding> found) {
        return new Inspection(
                id,
                unitCode,
                kind,
                title,
                planId,
                subject,
                tasks,
                startsOn,
                endsOn,
                headPosition,
                status,
                startedOn,
                conclusion,
                concludedOn,
                closedOn,
                found,
                recordedAt,
                by,
                version);
    }

    private Inspection with(
            Status next,
            @Nullable LocalDate started,
            @Nullable String words,
            @Nullable LocalDate concluded,
            @Nullable LocalDate closed) {
        return new Inspection(
                id,
                unitCode,
                kind,
                title,
                planId,
                subject,
                tasks,
                startsOn,
                endsOn,
                headPosition,
                next,
                started,
                words,
                concluded,
                closed,
                findings,
                recordedAt,
                by,
                version + 1);
    }
}
