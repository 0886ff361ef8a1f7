package vn.monitoring.indicator.unit;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.monitoring.indicator.unit.UnitChange.Kind;

/// A unit in time: what its changes leave on a day, whether that day lies behind or ahead.
///
/// Name, type, kind of agency, existence and succession are kept in time. Aliases, block, identifier and the place in
/// the
/// tree are not: they are as they are today.
final class UnitTimeline {

    private static final Comparator<UnitChange> IN_ORDER = Comparator.comparing(
                    (UnitChange change) -> change.kind() != Kind.ENTERED)
            .thenComparing(UnitChange::effectiveOn, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(UnitChange::seq);

    private final Unit unit;
    private final List<UnitChange> changes;

    /// @param changes all changes of the unit that are known, also of days to come
    UnitTimeline(Unit unit, List<UnitChange> changes) {
        this.unit = unit;
        this.changes = changes.stream().sorted(IN_ORDER).toList();
    }

    /// The unit as its changes up to that day leave it; before its first day as it was on that. An end that was decided
    /// is not taken back by a correction.
    Unit asOf(LocalDate day) {
        UnitType type = unit.type();
        String name = unit.name();
        String agencyType = unit.agencyType();
        LocalDate from = unit.validFrom();
        LocalDate to = unit.validTo();
        LocalDate decidedEnd = null;
        String successor = null;
        Set<String> predecessors = new LinkedHashSet<>();
        for (UnitChange change : changes) {
            if (change.kind() != Kind.ENTERED && !effective(change, day)) {
                continue;
            }
            type = change.type() == null ? type : change.type();
            name = change.name() == null ? name : change.name();
            agencyType = agencyType(change, agencyType);
            switch (change.kind()) {
                case ENTERED, CORRECTED -> {
                    from = change.validFrom();
                    to = change.validTo();
                }
                case MERGED, CEASED -> {
                    decidedEnd = change.validTo();
                    successor = change.successorCode();
                }
                case TOOK_OVER -> {
                    if (change.predecessorCode() != null) {
                        predecessors.add(change.predecessorCode());
                    }
                }
                case RENAMED, RECLASSIFIED -> {
                    // Its name and type are taken above.
                }
            }
        }
        return unit.named(type, name, agencyType)
                .existing(from, decidedEnd == null ? to : decidedEnd, successor, List.copyOf(predecessors));
    }

    /// Whether something that was decided by a document counts from that day or a later one.
    boolean hasDecidedFrom(LocalDate day) {
        return changes.stream()
                .anyMatch(change -> change.decisionDocument() != null
                        && change.effectiveOn() != null
                        && !change.effectiveOn().isBefore(day));
    }

    private static boolean effective(UnitChange change, LocalDate day) {
        return change.effectiveOn() == null || !change.effectiveOn().isAfter(day);
    }

    private static @Nullable String agencyType(UnitChange change, @Nullable String before) {
        String now = change.agencyType();
        if (now == null) {
            return change.kind() == Kind.ENTERED ? null : before;
        }
        return now.isEmpty() ? null : now;
    }
}
