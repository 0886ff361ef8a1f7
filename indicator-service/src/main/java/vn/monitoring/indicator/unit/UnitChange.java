package vn.monitoring.indicator.unit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One thing that happened to a unit: what it is from a day on, and the document that says so.
///
/// @param seq the order of recording, 0 before it is stored
/// @param effectiveOn the first day; null for what was so from the beginning
/// @param name the name from then on, null when it stays
/// @param type the type from then on, null when it stays
/// @param agencyType the kind of agency from then on, empty for none any more, null when it stays
/// @param validFrom of ENTERED and CORRECTED only
/// @param validTo the last day of its existence: of ENTERED, CORRECTED, MERGED and CEASED
/// @param recordedBy the account that entered it
record UnitChange(
        long seq,
        String unitCode,
        Kind kind,
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
        Instant recordedAt) {

    /// What kind of event it was.
    enum Kind {
        /// Taken in from a list of units, or by a merger that made it.
        ENTERED,
        /// Put right by a later list of units, without a decision.
        CORRECTED,
        RENAMED,
        /// Xã to phường, or an agency to another kind of agency.
        RECLASSIFIED,
        /// Into the successor; it ceased on the day before.
        MERGED,
        /// Together with the unit above it.
        CEASED,
        /// A predecessor was merged into it.
        TOOK_OVER
    }

    static UnitChange entered(Unit unit, String by, Instant at) {
        return new UnitChange(
                0,
                unit.code(),
                Kind.ENTERED,
                unit.validFrom(),
                null,
                unit.name(),
                unit.type(),
                unit.agencyType(),
                unit.validFrom(),
                unit.validTo(),
                null,
                null,
                by,
                at);
    }

    /// A correction counts from the day on which it was made: what was shown before stays explainable. It holds what
    /// differs, and the dates as they now are.
    static UnitChange corrected(Unit before, Unit now, LocalDate today, String by, Instant at) {
        return new UnitChange(
                0,
                now.code(),
                Kind.CORRECTED,
                today,
                null,
                now.name().equals(before.name()) ? null : now.name(),
                now.type() == before.type() ? null : now.type(),
                Objects.equals(now.agencyType(), before.agencyType())
                        ? null
                        : Objects.requireNonNullElse(now.agencyType(), ""),
                now.validFrom(),
                now.validTo(),
                null,
                null,
                by,
                at);
    }

    static UnitChange renamed(String code, String name, Decision decision) {
        return decided(code, Kind.RENAMED, decision, name, null, null, null, null, null);
    }

    static UnitChange reclassified(
            String code,
            @Nullable UnitType type,
            @Nullable String agencyType,
            @Nullable String name,
            Decision decision) {
        return decided(code, Kind.RECLASSIFIED, decision, name, type, agencyType, null, null, null);
    }

    static UnitChange merged(String code, String successorCode, Decision decision) {
        return decided(code, Kind.MERGED, decision, null, null, null, decision.dayBefore(), successorCode, null);
    }

    static UnitChange ceased(String code, Decision decision) {
        return decided(code, Kind.CEASED, decision, null, null, null, decision.dayBefore(), null, null);
    }

    static UnitChange tookOver(String code, String predecessorCode, Decision decision) {
        return decided(code, Kind.TOOK_OVER, decision, null, null, null, null, null, predecessorCode);
    }

    private static UnitChange decided(
            String code,
            Kind kind,
            Decision decision,
            @Nullable String name,
            @Nullable UnitType type,
            @Nullable String agencyType,
            @Nullable LocalDate validTo,
            @Nullable String successorCode,
            @Nullable String predecessorCode) {
        return new UnitChange(
                0,
                code,
                kind,
                decision.effectiveOn(),
                decision.document(),
                name,
                type,
                agencyType,
                null,
                validTo,
                successorCode,
                predecessorCode,
                decision.by(),
                decision.at());
    }

    /// Who decided a change, when it was recorded, and from which day it counts.
    record Decision(LocalDate effectiveOn, String document, String by, Instant at) {

        LocalDate dayBefore() {
            return effectiveOn.minusDays(1);
        }
    }
}
