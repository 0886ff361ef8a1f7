package vn.monitoring.task.warning;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A warning as clients see it.
///
/// @param cause what tells two warnings of a kind apart: the day that is due, MONTHLY_UPDATE, what does not agree
/// @param level 1 to 3
/// @param months of the monthly rule: how many months running had no valid update
/// @param fields what the last update lacks, by the names of the update's fields
/// @param days how many days late; of DUE_SOON how many are left; null where days do not count
/// @param since the day after which lateness counts; of DUE_SOON the day that is due
@Schema(name = "Warning")
record WarningResponse(
        UUID id,
        WarningKind kind,
        String cause,
        WarningStatus status,
        int level,
        Addressee addressee,
        UUID taskId,
        UUID planId,
        String unitCode,
        String responsibleUnitCode,
        String taskNumber,
        @Nullable String taskTitle,
        @Nullable String directorPosition,
        int months,
        List<String> fields,
        @Nullable LocalDate since,
        @Nullable Long days,
        LocalDate openedOn,
        @Nullable LocalDate escalatedOn,
        @Nullable LocalDate closedOn,
        long version) {}
