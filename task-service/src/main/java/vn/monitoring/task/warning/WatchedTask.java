package vn.monitoring.task.warning;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.monitoring.task.progress.MonthlyFacts;
import vn.monitoring.task.progress.ReceivedUpdate;
import vn.monitoring.task.task.TaskStanding;
import vn.monitoring.task.task.TaskStatus;
import vn.monitoring.task.timeliness.Timeliness;
import vn.monitoring.task.timeliness.TimelinessRule;
import vn.monitoring.task.timing.Timing;

/// A task as the rules see it. It stays the same between two changes, however many days lie between them.
///
/// @param watched false for what nobody has to do: parents, rows that wait for a decision, plans not in force
/// @param updatedOn the as-of day of the last valid update
/// @param valid the last valid update
/// @param incomplete the last update, when it lacks something
/// @param allocated in đồng, null without a budget or payment
record WatchedTask(
        UUID id,
        UUID planId,
        String unitCode,
        String responsibleUnitCode,
        String number,
        @Nullable String title,
        @Nullable String directorPosition,
        boolean watched,
        Timing timing,
        TaskStatus status,
        @Nullable Integer percent,
        @Nullable LocalDate assignedOn,
        @Nullable LocalDate updatedOn,
        @Nullable LocalDate submittedOn,
        @Nullable LocalDate completedOn,
        @Nullable LocalDate pausedOn,
        int deliverables,
        @Nullable ReceivedUpdate valid,
        @Nullable ReceivedUpdate incomplete,
        @Nullable BigDecimal allocated,
        @Nullable BigDecimal disbursed) {

    /// Nobody is warned of what is paused or dropped.
    boolean silent() {
        return !watched || status == TaskStatus.PAUSED || status.dropped();
    }

    Timeliness timeliness(TimelinessRule rule, LocalDate day) {
        return new TaskStanding(timing, status, assignedOn, updatedOn, submittedOn, completedOn, pausedOn)
                .on(day, rule);
    }

    MonthlyFacts monthly() {
        LocalDate waitingSince = status == TaskStatus.SUBMITTED ? submittedOn : null;
        boolean held = silent() || status == TaskStatus.DRAFT;
        return new MonthlyFacts(timing, status.begun(), held, assignedOn, waitingSince, completedOn, valid, incomplete);
    }
}
