package vn.monitoring.task.task;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.monitoring.task.timeliness.Progress;
import vn.monitoring.task.timeliness.Timeliness;
import vn.monitoring.task.timeliness.TimelinessRule;
import vn.monitoring.task.timing.Timing;

/// What a task is judged by, read with or without the entity.
///
/// @param timing the deadline that binds, see [TaskDeadline]
/// @param updatedOn the as-of day of the last valid update
/// @param pausedOn of a paused task the day on which its clock was stopped
public record TaskStanding(
        Timing timing,
        TaskStatus status,
        @Nullable LocalDate assignedOn,
        @Nullable LocalDate updatedOn,
        @Nullable LocalDate submittedOn,
        @Nullable LocalDate completedOn,
        @Nullable LocalDate pausedOn) {

    /// The same against another deadline.
    public TaskStanding with(Timing other) {
        return new TaskStanding(other, status, assignedOn, updatedOn, submittedOn, completedOn, pausedOn);
    }

    /// How the task stands on a day; of one that is paused, how it stood when it was.
    public Timeliness on(LocalDate day, TimelinessRule rule) {
        return judge(timing, day, rule);
    }

    /// The same against the deadline before any extension.
    public Timeliness originallyOn(LocalDate day, TimelinessRule rule) {
        return judge(timing instanceof Timing.Extended extended ? extended.original() : timing, day, rule);
    }

    private Timeliness judge(Timing against, LocalDate day, TimelinessRule rule) {
        if (status.dropped()) {
            return Timeliness.DROPPED;
        }
        LocalDate waitingSince = status == TaskStatus.SUBMITTED ? submittedOn : null;
        boolean begun = status.begun() || status == TaskStatus.PAUSED && updatedOn != null;
        LocalDate judged = pausedOn != null && pausedOn.isBefore(day) ? pausedOn : day;
        return rule.judge(against, new Progress(begun, assignedOn, updatedOn, waitingSince, completedOn), judged);
    }
}
