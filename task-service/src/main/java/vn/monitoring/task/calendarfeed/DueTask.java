package vn.monitoring.task.calendarfeed;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.monitoring.task.task.TaskStatus;

/// A deadline as a calendar shows it: of a task, or of one occurrence of a task that comes back.
///
/// @param period the occurrence's period, null for a task that is due once
/// @param done whether the task, or the occurrence, is done
/// @param doneOn the day on which it was done
/// @param changedAt when the task last changed
record DueTask(
        UUID taskId,
        @Nullable String period,
        LocalDate dueOn,
        boolean done,
        @Nullable LocalDate doneOn,
        TaskStatus status,
        @Nullable Integer percent,
        String number,
        @Nullable String title,
        @Nullable String group,
        @Nullable String directorPosition,
        String unitName,
        @Nullable String deliverable,
        Instant changedAt,
        long version) {}
