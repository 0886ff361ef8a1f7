package vn.monitoring.indicator.unit;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A unit as the API shows it.
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
        long version) {

    static UnitResponse from(Unit unit) {
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
                unit.version());
    }
}
