package vn.monitoring.indicator.succession;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A unit that was merged into another one, with the last figure verified of it for each canonical indicator.
///
/// @param name what it was called last
/// @param validTo its last day
/// @param effectiveOn the first day of the successor in its place
@Schema(name = "Predecessor")
record Predecessor(
        String code,
        String name,
        String type,
        @Nullable LocalDate validTo,
        @Nullable LocalDate effectiveOn,
        @Nullable String decisionDocument,
        List<LastFigure> figures) {

    /// @param rollUp how figures of several units add up: RATIO_OF_SUMS or SUM
    /// @param value percent of a share, else in the canonical indicator's unit
    /// @param baselineSource what to give as the source when the figure is stated as a baseline
    @Schema(name = "PredecessorFigure")
    record LastFigure(
            String canonicalCode,
            String canonicalName,
            String measureUnit,
            String rollUp,
            UUID planId,
            UUID indicatorId,
            String indicatorName,
            UUID measurementId,
            String period,
            LocalDate asOf,
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator,
            @Nullable BigDecimal value,
            Instant verifiedAt,
            String baselineSource) {}
}
