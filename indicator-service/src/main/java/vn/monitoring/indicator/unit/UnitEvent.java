package vn.monitoring.indicator.unit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.outbox.Fact;

/// The full state of a unit as other services are told.
record UnitEvent(
        String code,
        @Nullable String parentCode,
        String path,
        UnitType type,
        String name,
        @Nullable String agencyType,
        @Nullable Block block,
        List<String> aliases,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable String successorCode,
        List<String> predecessorCodes,
        long version) {

    static Fact changed(Unit unit, Instant at) {
        return new Fact(
                "monitoring.unit",
                "vn.monitoring.unit.changed.v1",
                unit.code(),
                at,
                new UnitEvent(
                        unit.code(),
                        unit.parentCode(),
                        unit.path(),
                        unit.type(),
                        unit.name(),
                        unit.agencyType(),
                        unit.block(),
                        unit.aliases(),
                        unit.validFrom(),
                        unit.validTo(),
                        unit.successorCode(),
                        unit.predecessorCodes(),
                        unit.version()));
    }
}
