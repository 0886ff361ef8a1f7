package vn.monitoring.report.incident;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// An incident as clients see it.
///
/// @param dueAt the last moment for the first report, 24 hours from the detection
/// @param remainingSeconds until then, negative after it; null once the first report is there
/// @param overdue whether the first report is owed, or came, after its time
/// @param alarmedAt when the alarm was raised that it is owed
/// @param entries in order; absent in lists
@Schema(name = "Incident")
public record IncidentResponse(
        UUID id,
        String unitCode,
        IncidentField field,
        Severity severity,
        String title,
        String happened,
        String position,
        IncidentStatus status,
        Instant detectedAt,
        Instant registeredAt,
        String registeredBy,
        Instant dueAt,
        @Nullable Long remainingSeconds,
        boolean overdue,
        @Nullable Instant firstReportedAt,
        @Nullable Instant alarmedAt,
        @Nullable String cause,
        @Nullable String remedy,
        @Nullable Instant closedAt,
        @Nullable String closedBy,
        long version,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<IncidentEntry> entries) {

    static IncidentResponse from(Incident incident, Instant now, @Nullable List<IncidentEntry> entries) {
        FirstReportClock clock = incident.clock();
        return new IncidentResponse(
                incident.id(),
                incident.unitCode(),
                incident.field(),
                incident.severity(),
                incident.title(),
                incident.happened(),
                incident.position(),
                incident.status(),
                incident.detectedAt(),
                incident.registeredAt(),
                incident.registeredBy(),
                incident.dueAt(),
                clock.remainingSeconds(now),
                clock.isOverdue(now),
                incident.firstReportedAt(),
                incident.alarmedAt(),
                incident.cause(),
                incident.remedy(),
                incident.closedAt(),
                incident.closedBy(),
                incident.version(),
                entries);
    }
}
