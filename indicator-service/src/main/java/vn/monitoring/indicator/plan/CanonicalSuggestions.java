package vn.monitoring.indicator.plan;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.monitoring.indicator.catalogue.CanonicalMatch;
import vn.monitoring.indicator.catalogue.CanonicalMatcher;
import vn.monitoring.indicator.catalogue.CatalogueEntry;
import vn.monitoring.kit.sheet.Finding;

/// Which entries of the catalogue an indicator may be, beside what it is linked to now.
///
/// @param version of the indicator, to confirm against
@Schema(name = "CanonicalSuggestions")
record CanonicalSuggestions(
        UUID indicatorId,
        String name,
        @Nullable String measureUnit,
        @Nullable String canonicalCode,
        @Nullable CanonicalMatch canonicalMatch,
        long version,
        List<Suggestion> suggestions) {

    /// @param score from 0 to 1, which only the same name has
    /// @param words what the two names share
    /// @param drift where the plan counts otherwise than the entry
    @Schema(name = "CanonicalSuggestion")
    record Suggestion(BigDecimal score, List<String> words, CatalogueEntry entry, List<Finding> drift) {}

    static CanonicalSuggestions of(Indicator indicator, List<CanonicalMatcher.Candidate> candidates) {
        return new CanonicalSuggestions(
                indicator.id(),
                indicator.name(),
                indicator.measureUnit(),
                indicator.canonicalCode(),
                indicator.canonicalMatch(),
                indicator.version(),
                candidates.stream()
                        .map(candidate -> new Suggestion(
                                BigDecimal.valueOf(candidate.score()).setScale(3, RoundingMode.HALF_UP),
                                candidate.words(),
                                CatalogueEntry.from(candidate.canonical()),
                                CatalogueDrift.of(indicator, candidate.canonical())))
                        .toList());
    }
}
