package vn.monitoring.indicator.unit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The stored tree with the units of a batch laid over it.
final class UnitTree {

    private final Map<String, Unit> stored;
    private final Map<String, Unit> merged;

    UnitTree(List<Unit> stored) {
        this.stored = new HashMap<>();
        stored.forEach(unit -> this.stored.put(unit.code(), unit));
        this.merged = new HashMap<>(this.stored);
    }

    void lay(Unit unit) {
        merged.put(unit.code(), unit);
    }

    /// Takes a unit of the batch out again: the stored one counts, if there is one.
    void takeBack(String code) {
        Unit before = stored.get(code);
        if (before == null) {
            merged.remove(code);
        } else {
            merged.put(code, before);
        }
    }

    @Nullable
    Unit find(String code) {
        return merged.get(code);
    }

    @Nullable
    Unit findStored(String code) {
        return stored.get(code);
    }

    /// Whether going up from the unit comes back to it.
    boolean inCycle(String code) {
        Set<String> seen = new HashSet<>();
        String at = code;
        while (at != null && seen.add(at)) {
            Unit unit = merged.get(at);
            at = unit == null ? null : unit.parentCode();
        }
        return at != null && at.equals(code);
    }

    /// Whether going up from the unit ends at a province, not at a gap or in a circle.
    boolean reachesTop(String code) {
        Set<String> seen = new HashSet<>();
        String at = code;
        while (seen.add(at)) {
            Unit unit = merged.get(at);
            if (unit == null) {
                return false;
            }
            if (unit.parentCode() == null) {
                return true;
            }
            at = unit.parentCode();
        }
        return false;
    }

    /// Whether the unit or one above it is among the given ones.
    boolean isUnder(String code, List<String> roots) {
        Set<String> seen = new HashSet<>();
        String at = code;
        while (at != null && seen.add(at)) {
            if (roots.contains(at)) {
                return true;
            }
            Unit unit = merged.get(at);
            at = unit == null ? null : unit.parentCode();
        }
        return false;
    }

    /// The units that differ from what is stored, with their paths and next versions, parents before children; a
    /// unit that moves takes its subtree along.
    List<Unit> changes() {
        Map<String, String> paths = new HashMap<>();
        List<Unit> changed = new ArrayList<>();
        List<Unit> all = merged.values().stream()
                .map(unit -> placed(unit, paths))
                .sorted(Comparator.comparing(Unit::path))
                .toList();
        for (Unit unit : all) {
            Unit before = stored.get(unit.code());
            if (before == null) {
                changed.add(unit.withVersion(1));
            } else if (unit.differsFrom(before)) {
                changed.add(unit.withVersion(before.version() + 1));
            }
        }
        return changed;
    }

    private Unit placed(Unit unit, Map<String, String> paths) {
        return unit.withPath(path(unit.code(), paths));
    }

    /// Only called once no cycle is left.
    private String path(String code, Map<String, String> paths) {
        String known = paths.get(code);
        if (known != null) {
            return known;
        }
        Unit unit = merged.get(code);
        String parent = unit == null ? null : unit.parentCode();
        String path = Unit.pathUnder(parent == null ? null : path(parent, paths), code);
        paths.put(code, path);
        return path;
    }
}
