package vn.monitoring.indicator.plan;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.monitoring.indicator.catalogue.CanonicalIndicator;
import vn.monitoring.indicator.catalogue.CanonicalMatcher;
import vn.monitoring.indicator.catalogue.CanonicalMatcher.Match;

/// Which entry of the catalogue each row of one import is, and where that leads to counting wrongly.
final class CatalogueFacts {

    private final CanonicalMatcher matcher;
    private final Map<String, CanonicalIndicator> entries;
    private final Map<String, String> placeOfFact = new HashMap<>();

    CatalogueFacts(CanonicalMatcher matcher, List<CanonicalIndicator> entries) {
        this.matcher = matcher;
        this.entries = entries.stream().collect(Collectors.toMap(CanonicalIndicator::code, Function.identity()));
    }

    /// Adds to a row where it counts otherwise than its entry, and whether an earlier row is the same entry.
    ///
    /// @param known what is stored of it, with the link that a person may have decided
    void review(ReadIndicator row, @Nullable Indicator known) {
        CanonicalIndicator entry = entryOf(row, known).orElse(null);
        if (entry == null || row.rejected()) {
            return;
        }
        CatalogueDrift.of(row, entry).forEach(row::add);
        String first = placeOfFact.putIfAbsent(entry.code(), row.place());
        if (first != null) {
            row.add(IndicatorFinding.SAME_CATALOGUE_ENTRY.at(row.place(), first + " / " + entry.code()));
        }
    }

    private Optional<CanonicalIndicator> entryOf(ReadIndicator row, @Nullable Indicator known) {
        if (known != null && known.linkDecided()) {
            return Optional.ofNullable(known.canonicalCode()).map(entries::get);
        }
        return matcher.match(row.name()).map(Match::canonical);
    }
}
