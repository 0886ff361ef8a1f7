package vn.monitoring.indicator.unit;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A province, commune, agency or sub-unit; the code is the key, names repeat.
///
/// @param path the codes from the province down as ltree labels, `31.10675.10675_VHXH`
/// @param agencyType what kind of agency: VHXH, KT, HCC …
/// @param agencyIdentifier the national identifier (Decision 20/2020/QĐ-TTg), optional
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
        long version) {

    public Unit {
        aliases = List.copyOf(aliases);
    }

    /// Whether something else than the version differs.
    boolean differsFrom(Unit other) {
        return !withVersion(0).equals(other.withVersion(0));
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
                version);
    }

    /// A path with this unit's label at its end.
    static String pathUnder(@Nullable String parentPath, String code) {
        String label = code.replace('.', '_');
        return parentPath == null ? label : parentPath + '.' + label;
    }
}
