package vn.monitoring.report.publication;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An entry of the register.
///
/// @param asAt the day as at which the data is taken
/// @param fields codes of those that are public
/// @param decision the document that decides it
/// @param decidedBy the account; never shown to the public
record Publication(
        UUID id,
        String kind,
        String unitCode,
        String unitName,
        String period,
        LocalDate asAt,
        List<String> fields,
        String decision,
        String licence,
        Instant publicFrom,
        String decidedBy,
        Instant decidedAt,
        @Nullable Instant withdrawnAt,
        @Nullable String withdrawalReason,
        int rowCount,
        long version) {}
