package vn.monitoring.indicator.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import vn.monitoring.kit.text.Vietnamese;

/// A plan's indicators as stored, from which each row of a repeated import finds its own: by name and group, by
/// name alone, or by number when the name was only reworded.
final class StoredIndicators {

    private static final double SAME_WORDS = 0.6;

    private final List<Indicator> unclaimed;

    StoredIndicators(List<Indicator> stored) {
        this.unclaimed = new ArrayList<>(stored);
    }

    Optional<Indicator> claimSame(ReadIndicator row) {
        return claim(indicator -> indicator.rowKey().equals(row.rowKey()));
    }

    Optional<Indicator> claimAlike(ReadIndicator row) {
        Optional<Indicator> byName =
                claim(indicator -> Vietnamese.fold(indicator.name()).equals(row.titleKey()));
        if (byName.isPresent() || row.number().isEmpty()) {
            return byName;
        }
        return claim(indicator -> row.number().equals(indicator.number()) && alike(indicator.name(), row.name()));
    }

    /// The indicators that no row was.
    List<Indicator> unclaimed() {
        return List.copyOf(unclaimed);
    }

    private Optional<Indicator> claim(Predicate<Indicator> which) {
        Optional<Indicator> found = unclaimed.stream().filter(which).findFirst();
        found.ifPresent(unclaimed::remove);
        return found;
    }

    private static boolean alike(String one, String other) {
        if (one.equals(ReadIndicator.NAMELESS) || other.equals(ReadIndicator.NAMELESS)) {
            return true;
        }
        Set<String> first = new HashSet<>(List.of(Vietnamese.fold(one).split(" ", -1)));
        Set<String> second = new HashSet<>(List.of(Vietnamese.fold(other).split(" ", -1)));
        Set<String> common = new HashSet<>(first);
        common.retainAll(second);
        return common.size() >= SAME_WORDS * Math.max(first.size(), second.size());
    }
}
