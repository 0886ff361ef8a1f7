package vn.monitoring.indicator.unit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The part of the stored tree that a batch touches (its units, those above them, those below the ones that move), with
/// the units of the batch laid over it.
final class UnitTree {

    /// Where going up from a unit ends.
    enum End {
        /// At a province.
        TOP,
        /// At a unit that is not there, or in a circle further up.
        BROKEN,
        /// At the unit itself.
        CIRCLE
    }

    /// @param depth how many units lie on the way up as far as it goes, the unit included
    /// @param own whether one of the caller's units is on the way
    record Ascent(End end, int depth, boolean own) {}

    private final Map<String, Unit> stored = new HashMap<>();
    private final Map<String, Unit> merged = new HashMap<>();

    /// Adds stored units that are not in it yet.
    void add(Collection<Unit> units) {
        for (Unit unit : units) {
            if (stored.putIfAbsent(unit.code(), unit) == null) {
                merged.putIfAbsent(unit.code(), unit);
            }
        }
    }

    /// Lays a unit of the batch over the stored one, which keeps what no list of units tells.
    void lay(Unit unit) {
        Unit before = stored.get(unit.code());
        merged.put(
                unit.code(),
                before == null
                        ? unit
                        : unit.existing(
                                unit.validFrom(), unit.validTo(), before.successorCode(), before.predecessorCodes()));
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

    /// Stored units that the batch puts under another parent.
    List<Unit> moving() {
        return stored.values().stream()
                .filter(before -> {
                    Unit now = merged.get(before.code());
                    return now != null
                            && now.parentCode() != null
                            && !now.parentCode().equals(before.parentCode());
                })
                .toList();
    }

    /// Goes up from a unit. Each unit is passed once for all calls that share `known`.
    Ascent ascend(String code, Set<String> own, Map<String, Ascent> known) {
        Deque<String> way = new ArrayDeque<>();
        Map<String, Integer> passed = new HashMap<>();
        Ascent above = new Ascent(End.TOP, 0, false);
        String at = code;
        while (at != null) {
            Ascent reached = known.get(at);
            Unit unit = merged.get(at);
            if (reached != null) {
                above = reached.end() == End.CIRCLE ? new Ascent(End.BROKEN, 1, reached.own()) : reached;
                break;
            }
            if (unit == null) {
                above = new Ascent(End.BROKEN, 0, false);
                break;
            }
            if (passed.putIfAbsent(at, passed.size()) != null) {
                above = closeCircle(at, way, known);
                break;
            }
            way.push(at);
            at = unit.parentCode();
        }
        while (!way.isEmpty()) {
            String next = way.pop();
            above = new Ascent(above.end(), above.depth() + 1, above.own() || own.contains(next));
            known.put(next, above);
        }
        Ascent found = known.get(code);
        return found == null ? above : found;
    }

    private static Ascent closeCircle(String at, Deque<String> way, Map<String, Ascent> known) {
        String next;
        do {
            next = way.pop();
            known.put(next, new Ascent(End.CIRCLE, 1, false));
        } while (!next.equals(at));
        return new Ascent(End.BROKEN, 1, false);
    }

    /// The units that differ from what is stored, with their paths and next versions, parents before children; a
    /// unit that moves takes its subtree along.
    List<Unit> changes() {
        Map<String, String> paths = new HashMap<>();
        List<Unit> changed = new ArrayList<>();
        List<Unit> all = merged.values().stream()
                .map(unit -> unit.withPath(path(unit.code(), paths)))
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

    /// Only called once no circle is left and no way up is long.
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
