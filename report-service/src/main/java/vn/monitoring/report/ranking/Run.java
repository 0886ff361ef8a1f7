package vn.monitoring.report.ranking;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.calendar.Period;

/// A run without its rows.
///
/// @param from first day that counts
/// @param to last day that counts
/// @param asOf facts speak of this day or earlier ones
/// @param corrects the published run that it is to replace, with the difference in words
/// @param contentHash of the frozen result, see [Canonical]
record Run(
        UUID id,
        String unitCode,
        Period period,
        LocalDate from,
        LocalDate to,
        LocalDate asOf,
        RankingPolicy policy,
        int policyVersion,
        RankingStatus status,
        @Nullable UUID corrects,
        @Nullable String difference,
        FactCounts.Bounds bounds,
        String contentHash,
        Instant madeAt,
        String madeBy,
        @Nullable Instant publishedAt,
        @Nullable String publishedBy,
        long version) {

    Run published(Instant now, String username) {
        return with(RankingStatus.PUBLISHED, now, username);
    }

    Run corrected() {
        return with(RankingStatus.CORRECTED, publishedAt, publishedBy);
    }

    private Run with(RankingStatus next, @Nullable Instant at, @Nullable String by) {
        return new Run(
                id,
                unitCode,
                period,
                from,
                to,
                asOf,
                policy,
                policyVersion,
                next,
                corrects,
                difference,
                bounds,
                contentHash,
                madeAt,
                madeBy,
                at,
                by,
                version + 1);
    }
}
