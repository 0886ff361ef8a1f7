package vn.monitoring.task.task;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.monitoring.task.timeliness.Due;
import vn.monitoring.task.timeliness.TimelinessRule;
import vn.monitoring.task.timing.Recurrence;
import vn.monitoring.task.timing.Timing;
import vn.monitoring.task.timing.TimingKind;

/// The deadline in columns, so that lists and evaluations read no JSON.
///
/// @param recurs how often a recurring task comes back or a continuous one is reported, null for others
/// @param startsOn the first day the deadline names for the work
/// @param endsOn the last day of a stretch, of the phases or of the recurrence
/// @param dueFrom the first day of the due period: done before it is early
/// @param dueOn the last day in time, of a recurring task that of its occurrence; null where there is none
/// @param originalDueOn the same before any extension
@Embeddable
record TaskSchedule(
        @Enumerated(EnumType.STRING) TimingKind timingKind,
        @Enumerated(EnumType.STRING) @Nullable Recurrence recurs,
        @Nullable LocalDate startsOn,
        @Nullable LocalDate endsOn,
        @Nullable LocalDate dueFrom,
        @Nullable LocalDate dueOn,
        @Nullable LocalDate originalDueOn) {

    static TaskSchedule of(Timing timing, TimelinessRule rule, LocalDate today) {
        Due due = rule.due(timing, today).orElse(null);
        return new TaskSchedule(
                timing.kind(),
                rule.recurrence(timing).orElse(null),
                timing.start(),
                timing.end(),
                due == null ? null : due.from(),
                due == null ? null : due.on(),
                due == null ? null : due.originalOn());
    }
}
