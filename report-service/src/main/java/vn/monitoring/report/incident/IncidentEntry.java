package vn.monitoring.report.incident;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// One thing said of an incident.
///
/// @param number from 1, in the order in which they were said
@Schema(name = "IncidentEntry")
public record IncidentEntry(int number, Kind kind, String text, Instant recordedAt, String recordedBy) {

    @Schema(name = "IncidentEntryKind")
    public enum Kind {
        FIRST_REPORT,
        UPDATE,
        /// Asked from above.
        QUESTION,
        CLOSURE,
        REOPENING
    }
}
