package vn.monitoring.task.warning;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The full state of a warning after something happened to it, as told to other services.
///
/// @param directorPosition to whom a warning of the second level goes, as the plan names the position
/// @param businessDate the day on which it happened
record WarningState(
        UUID id,
        UUID taskId,
        UUID planId,
        String unitCode,
        String responsibleUnitCode,
        String taskNumber,
        @Nullable String taskTitle,
        @Nullable String directorPosition,
        WarningKind kind,
        String cause,
        WarningStatus status,
        int level,
        Addressee addressee,
        int months,
        List<String> fields,
        @Nullable LocalDate since,
        LocalDate openedOn,
        @Nullable LocalDate escalatedOn,
        @Nullable LocalDate closedOn,
        LocalDate businessDate,
        long version) {

    static WarningState of(WatchedTask task, TaskWatch.Change change) {
        Warning warning = change.warning();
        return new WarningState(
                warning.id(),
                warning.taskId(),
                warning.planId(),
                warning.unitCode(),
                warning.responsibleUnitCode(),
                task.number(),
                task.title(),
                task.directorPosition(),
                warning.kind(),
                warning.cause(),
                WarningStatus.of(warning.closedOn()),
                warning.level(),
                Addressee.of(warning.kind(), warning.level()),
                warning.months(),
                warning.fields(),
                warning.since(),
                warning.openedOn(),
                warning.escalatedOn(),
                warning.closedOn(),
                change.day(),
                warning.version());
    }
}
