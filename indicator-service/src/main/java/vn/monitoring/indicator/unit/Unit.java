package vn.monitoring.indicator.unit;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A province, commune, agency or sub-unit as it is today; the code is the key, names repeat. What it was on another
/// day [UnitTimeline] tells.
///
/// @param path the codes from the province down as ltree labels, `31.10675.10675_VHXH`
/// @param agencyType what kind of agency: VHXH, KT, HCC … (see [AgencyType])
/// @param agencyIdentifier the national identifier (Decision 20/2020/QĐ-TTg), optional
/// @param validFrom first day of its existence, null when nobody said
/// @param validTo last day of its existence, null while no end is decided
/// @param successorCode the unit into which it was merged
/// @param predecessorCodes the units that were merged into it
public record Unit(
        String code,
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
        long version) {

    public Unit {
        aliases = List.copyOf(aliases);
        predecessorCodes = List.copyOf(predecessorCodes);
    }

    /// Whether it exists on that day.
    public boolean existsOn(LocalDate day) {
        return (validFrom == null || !day.isBefore(validFrom)) && !endedBefore(day);
    }

    /// Whether its last day lies before that day.
    public boolean endedBefore(LocalDate day) {
        return validTo != null && validTo.isBefore(day);
    }

    /// Whether something else than the version differs.
    boolean differsFrom(Unit other) {
        return !withVersion(0).equals(other.withVersion(0));
    }

    /// Whether something differs of which the history is kept.
    boolean differsInHistoryFrom(Unit other) {
        return !name.equals(other.name)
                || type != other.type
                || !Objects.equals(agencyType, other.agencyType)
                || !Objects.equals(validFrom, other.validFrom)
                || !Objects.equals(validTo, other.validTo);
    }

    Unit withVersion(long other) {
        return new Unit(
                code,
                parentCode,
                path,
                type,
                name,
                agencyType,
                block,
                aliases,
                agencyIdentifier,
                validFrom,
                validTo,
                successorCode,
                predecessorCodes,
                other);
    }

    Unit withPath(String other) {
        return new Unit(
                code,
                parentCode,
                other,
                type,
                name,
                agencyType,
                block,
                aliases,
                agencyIdentifier,
                validFrom,
                validTo,
                successorCode,
                predecessorCodes,
                version);
    }

    Unit withAliases(List<String> others) {
        return new Unit(
                code,
                parentCode,
                path,
                type,
                name,
                agencyType,
                block,
                others,
                agencyIdentifier,
                validFrom,
                validTo,
                successorCode,
                predecessorCodes,
                version);
    }

    Unit named(UnitType otherType, String otherName, @Nullable String otherAgencyType) {
        return new Unit(
                code,
                parentCode,
                path,
                otherType,
                otherName,
                otherAgencyType,
                block,
                aliases,
                agencyIdentifier,
                validFrom,
                validTo,
                successorCode,
                predecessorCodes,
                version);
    }

    Unit existing(@Nullable LocalDate from, @Nullable LocalDate to, @Nullable String successor, List<String> sources) {
        return new Unit(
                code,
                parentCode,
                path,
                type,
                name,
                agencyType,
                block,
                aliases,
                agencyIdentifier,
                from,
                to,
                successor,
                sources,
                version);
    }

    /// A path with this unit's label at its end.
    static String pathUnder(@Nullable String parentPath, String code) {
        String label = code.replace('.', '_');
        return parentPath == null ? label : parentPath + '.' + label;
    }

    /// The codes on the path from the province down to itself; a code has no underscore of its own.
    List<String> codesOnPath() {
        return List.of(path.replace('.', ' ').replace('_', '.').split(" ", -1));
    }
}
