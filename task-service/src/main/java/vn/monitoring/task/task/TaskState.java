package vn.monitoring.task.task;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.monitoring.task.timeliness.Timeliness;
import vn.monitoring.task.timeliness.TimelinessRule;
import vn.monitoring.task.timing.TimingState;

/// The full state of a task after something happened to it, as told to other services.
///
/// As at a day, the state with the highest version among those whose `businessDate` is not after the day
/// holds.
///
/// @param timeliness as of `businessDate`
/// @param dueOn the last day in time, of a recurring task that of its occurrence
/// @param originalDueOn the same before any extension
/// @param originalTimeliness the same against the deadline before any extension
record TaskState(
        UUID id,
        UUID planId,
        String unitCode,
        String responsibleUnitCode,
        @Nullable UUID parentId,
        TaskKind kind,
        String number,
        @Nullable String group,
        @Nullable String title,
        @Nullable String directorPosition,
        @Nullable String chairPosition,
        List<String> leadAgencies,
        List<String> coordinators,
        @Nullable String deliverable,
        List<String> legalBases,
        List<String> indicatorIds,
        List<String> canonicalCodes,
        TimingState timing,
        TaskStatus status,
        @Nullable Integer percent,
        Timeliness timeliness,
        Timeliness originalTimeliness,
        @Nullable LocalDate dueOn,
        @Nullable LocalDate originalDueOn,
        @Nullable LocalDate assignedOn,
        @Nullable LocalDate submittedOn,
        @Nullable LocalDate completedOn,
        @Nullable LocalDate pausedOn,
        @Nullable LastUpdate lastUpdate,
        boolean needsDecision,
        LocalDate businessDate,
        long version) {

    static TaskState of(Task task, TimelinessRule rule) {
        TaskFacts facts = task.facts();
        return new TaskState(
                task.id(),
                task.planId(),
                task.unitCode(),
                task.responsibleUnitCode(),
                task.parentId(),
                facts.kind(),
                facts.number(),
                facts.group(),
                facts.title(),
                facts.directorPosition(),
                facts.chairPosition(),
                facts.leadAgencies(),
                facts.coordinators(),
                facts.deliverable(),
                facts.legalBases(),
                task.indicatorIds(),
                task.canonicalCodes(),
                TimingState.of(task.timing()),
                task.status(),
                task.percent(),
                task.standing().on(task.businessDate(), rule),
                task.standing().originallyOn(task.businessDate(), rule),
                task.dueOn(),
                task.originalDueOn(),
                task.assignedOn(),
                task.submittedOn(),
                task.completedOn(),
                task.pausedOn(),
                task.lastUpdate(),
                facts.needsDecision(),
                task.businessDate(),
                task.version());
    }
}
