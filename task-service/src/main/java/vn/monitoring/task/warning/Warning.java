package vn.monitoring.task.warning;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A warning in one of its states.
///
/// @param months of the monthly rule: how many months running
/// @param fields what the last update lacks
/// @param since see [Finding]
/// @param version from 1, one more with each state
record Warning(
        UUID id,
        UUID taskId,
        UUID planId,
        String unitCode,
        String responsibleUnitCode,
        WarningKind kind,
        String cause,
        int level,
        int months,
        List<String> fields,
        @Nullable LocalDate since,
        LocalDate openedOn,
        @Nullable LocalDate escalatedOn,
        @Nullable LocalDate closedOn,
        long version) {

    static Warning opened(WatchedTask task, Finding finding, LocalDate day) {
        return new Warning(
                UUID.randomUUID(),
                task.id(),
                task.planId(),
                task.unitCode(),
                task.responsibleUnitCode(),
                finding.kind(),
                finding.cause(),
                finding.level(day, day),
                finding.months(),
                finding.fields(),
                finding.since(),
                day,
                null,
                null,
                1);
    }

    Finding.Key key() {
        return new Finding.Key(kind, cause);
    }

    /// The state after the finding of a day; itself when nothing is new.
    Warning after(WatchedTask task, Finding finding, LocalDate day) {
        int newLevel = finding.level(openedOn, day);
        boolean same = newLevel == level
                && finding.months() == months
                && finding.fields().equals(fields)
                && Objects.equals(finding.since(), since)
                && task.responsibleUnitCode().equals(responsibleUnitCode);
        if (same) {
            return this;
        }
        return new Warning(
                id,
                taskId,
                planId,
                unitCode,
                task.responsibleUnitCode(),
                kind,
                cause,
                newLevel,
                finding.months(),
                finding.fields(),
                finding.since(),
                openedOn,
                newLevel > level ? day : escalatedOn,
                null,
                version + 1);
    }

    Warning closed(LocalDate day) {
        return new Warning(
                id,
                taskId,
                planId,
                unitCode,
                responsibleUnitCode,
                kind,
                cause,
                level,
                months,
                fields,
                since,
                openedOn,
                escalatedOn,
                day,
                version + 1);
    }
}
