package vn.monitoring.indicator.central;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// The mark that a figure was re-keyed into the central system.
///
/// @param updateId the same for what was marked in one go
/// @param revision of the measurement that was keyed, with its figures
/// @param latest no later mark of this unit, indicator and period
/// @param stale another revision was verified since: it has to be keyed again
/// @param revisionWaits a revision awaits verification: it may have to be keyed again soon
@Schema(name = "CentralUpdate")
record CentralUpdate(
        long id,
        UUID updateId,
        String unitCode,
        String canonicalCode,
        String period,
        UUID measurementId,
        int revision,
        @Nullable BigDecimal numerator,
        @Nullable BigDecimal denominator,
        @Nullable BigDecimal value,
        LocalDate asOf,
        LocalDate updatedOn,
        @Nullable String note,
        String markedBy,
        Instant markedAt,
        boolean latest,
        boolean stale,
        boolean revisionWaits) {}
