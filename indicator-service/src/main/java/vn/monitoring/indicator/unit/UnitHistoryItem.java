package vn.monitoring.indicator.unit;

import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// One change of a unit as the API shows it: what is not null is what the change sets.
///
/// @param effectiveOn the first day on which it counts; null for what was so from the beginning
/// @param validTo the unit's last day, where the change sets it
/// @param successorCode of MERGED: the unit that took its place
/// @param predecessorCode of TOOK_OVER: the unit whose place it took
/// @param inForce whether that day has come
@Schema(name = "UnitHistoryItem")
record UnitHistoryItem(
        String unitCode,
        UnitChange.Kind kind,
        @Nullable LocalDate effectiveOn,
        @Nullable String decisionDocument,
        @Nullable String name,
        @Nullable UnitType type,
        @Nullable String agencyType,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable String successorCode,
        @Nullable String predecessorCode,
        String recordedBy,
        Instant recordedAt,
        boolean inForce) {

    static UnitHistoryItem from(UnitChange change, LocalDate today) {
        return new UnitHistoryItem(
                change.unitCode(),
                change.kind(),
                change.effectiveOn(),
                change.decisionDocument(),
                change.name(),
                change.type(),
                change.agencyType(),
                change.validFrom(),
                change.validTo(),
                change.successorCode(),
                change.predecessorCode(),
                change.recordedBy(),
                change.recordedAt(),
                change.effectiveOn() == null || !change.effectiveOn().isAfter(today));
    }
}
