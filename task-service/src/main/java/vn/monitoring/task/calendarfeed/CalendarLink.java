package vn.monitoring.task.calendarfeed;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A link by which a calendar program reads a unit's deadlines without a token; its secret is not kept.
///
/// @param expiresOn the first day on which it no longer works
/// @param lastUsedOn the last day on which it was read
@Schema(name = "CalendarLink")
record CalendarLink(
        UUID id,
        String unitCode,
        @Nullable String label,
        Instant createdAt,
        LocalDate expiresOn,
        @Nullable LocalDate lastUsedOn,
        String by) {

    /// The only answer that holds the address.
    ///
    /// @param path of the feed on this host
    @Schema(name = "NewCalendarLink")
    record Created(CalendarLink link, String path) {}
}
