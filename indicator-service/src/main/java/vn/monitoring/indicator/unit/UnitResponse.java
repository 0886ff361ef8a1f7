package vn.monitoring.indicator.unit;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A unit as the API shows it.
///
/// @param validFrom first day of its existence
/// @param validTo last day of its existence
/// @param successorCode the unit into which it was merged
/// @param predecessorCodes the units that were merged into it
/// @param asOf the day that was asked for; null for today
/// @param exists whether it exists on that day
@Schema(name = "Unit")
record UnitResponse(
        @Schema(examples = "10675.VHXH") String code,
        @Nullable String parentCode,
        String path,
        UnitType type,
        String name,
        @Nullable String agencyType,
        @Nullable Block block,
        List<String> aliases,
        @Nullable String agencyIdentifier,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable String successorCode,
        List<String> predecessorCodes,
        @Nullable LocalDate asOf,
        @Nullable Boolean exists,
        long version) {

    static UnitResponse from(Unit unit) {
        return of(unit, null);
    }

    /// The unit as it was, or will be, on a day.
    static UnitResponse asOf(Unit unit, LocalDate day) {
        return of(unit, day);
    }

    private static UnitResponse of(Unit unit, @Nullable LocalDate day) {
        return new UnitResponse(
                unit.code(),
                unit.parentCode(),
                unit.path(),
                unit.type(),
                unit.name(),
                unit.agencyType(),
                unit.block(),
                unit.aliases(),
                unit.agencyIdentifier(),
                unit.validFrom(),
                unit.validTo(),
                unit.successorCode(),
                unit.predecessorCodes(),
                day,
                day == null ? null : unit.existsOn(day),
                unit.version());
    }
}
