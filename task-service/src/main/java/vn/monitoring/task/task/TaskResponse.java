package vn.monitoring.task.task;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.monitoring.task.timeliness.ExpectedPercent;
import vn.monitoring.task.timeliness.Timeliness;
import vn.monitoring.task.timeliness.TimelinessRule;
import vn.monitoring.task.timing.TimingState;

/// A task as clients see it.
///
/// @param expectedPercent the share of the task's days that has elapsed `asOf`; null for what is not done once by a day
/// @param timeliness as of `asOf`, which is today
/// @param originalTimeliness the same against the deadline before any extension
/// @param history what happened, in order; only when one task is read
@Schema(name = "Task")
public record TaskResponse(
        UUID id,
        UUID planId,
        String unitCode,
        String responsibleUnitCode,
        @Nullable UUID parentId,
        TaskOrigin origin,
        TaskKind kind,
        String number,
        @Nullable String group,
        @Nullable String title,
        @Nullable String work,
        @Nullable String responsibility,
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
        @Nullable Integer expectedPercent,
        Timeliness timeliness,
        Timeliness originalTimeliness,
        @Nullable LocalDate dueOn,
        @Nullable LocalDate originalDueOn,
        LocalDate asOf,
        @Nullable LocalDate assignedOn,
        @Nullable LocalDate submittedOn,
        @Nullable LocalDate completedOn,
        @Nullable LocalDate pausedOn,
        @Nullable LastUpdate lastUpdate,
        int deliverables,
        int submissions,
        boolean needsDecision,
        SixClears sixClears,
        long version,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<TaskHistory.Entry> history) {

    static TaskResponse of(Task task, LocalDate today, TimelinessRule rule, Set<SixClears.Part> required) {
        TaskFacts facts = task.facts();
        return new TaskResponse(
                task.id(),
                task.planId(),
                task.unitCode(),
                task.responsibleUnitCode(),
                task.parentId(),
                task.origin(),
                facts.kind(),
                facts.number(),
                facts.group(),
                facts.title(),
                facts.work(),
                facts.responsibility(),
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
                ExpectedPercent.of(rule, task.timing(), task.assignedOn(), today)
                        .orElse(null),
                task.standing().on(today, rule),
                task.standing().originallyOn(today, rule),
                task.dueOn(),
                task.originalDueOn(),
                today,
                task.assignedOn(),
                task.submittedOn(),
                task.completedOn(),
                task.pausedOn(),
                task.lastUpdate(),
                task.deliverableCount(),
                task.submissionCount(),
                facts.needsDecision(),
                SixClears.of(
                        new SixClears.Given(
                                facts.directorPosition() == null ? facts.chairPosition() : facts.directorPosition(),
                                facts.title(),
                                facts.work(),
                                facts.leadAgencies(),
                                facts.responsibility(),
                                task.timing(),
                                facts.deliverable(),
                                facts.legalBases()),
                        required),
                task.version(),
                null);
    }

    TaskResponse with(List<TaskHistory.Entry> story) {
        return new TaskResponse(
                id,
                planId,
                unitCode,
                responsibleUnitCode,
                parentId,
                origin,
                kind,
                number,
                group,
                title,
                work,
                responsibility,
                directorPosition,
                chairPosition,
                leadAgencies,
                coordinators,
                deliverable,
                legalBases,
                indicatorIds,
                canonicalCodes,
                timing,
                status,
                percent,
                expectedPercent,
                timeliness,
                originalTimeliness,
                dueOn,
                originalDueOn,
                asOf,
                assignedOn,
                submittedOn,
                completedOn,
                pausedOn,
                lastUpdate,
                deliverables,
                submissions,
                needsDecision,
                sixClears,
                version,
                story);
    }
}
