package vn.monitoring.report.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A figure for which a newer fact with a business time up to the cut-off is known than the one that the report froze.
///
/// @param kind `INDICATOR` or `TASK`
/// @param frozen null when the report has no figure of it
@Schema(name = "ReportChange")
public record Change(
        String kind,
        UUID subjectId,
        @Nullable String number,
        String name,
        @Nullable State frozen,
        State now,
        Instant receivedAt) {

    /// What differs, in short; the fact has the rest.
    @Schema(name = "ReportChangeState")
    public record State(
            LocalDate businessDate, String status, @Nullable String value, String eventId) {}
}
