package vn.monitoring.report.incident;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.outbox.Fact;

/// What is told of an incident: its full state after the step, without what was said in its entries.
///
/// @param overdue whether the first report is owed, or came, after its time
/// @param version rising with each fact of one incident
record IncidentEvent(
        UUID id,
        String unitCode,
        String field,
        String severity,
        String title,
        String status,
        Instant detectedAt,
        Instant registeredAt,
        Instant dueAt,
        boolean overdue,
        @Nullable Instant firstReportedAt,
        @Nullable Instant alarmedAt,
        @Nullable Instant closedAt,
        @Nullable String cause,
        @Nullable String remedy,
        int entries,
        long version) {

    static final String TOPIC = "monitoring.incident";

    /// The kinds of facts, as they stand in the CloudEvents type.
    enum Kind {
        REGISTERED,
        OVERDUE,
        REPORTED,
        UPDATED,
        ASKED,
        CLOSED,
        REOPENED
    }

    static Fact of(Incident incident, Kind kind, Instant now) {
        IncidentEvent state = new IncidentEvent(
                incident.id(),
                incident.unitCode(),
                incident.field().name(),
                incident.severity().name(),
                incident.title(),
                incident.status().name(),
                incident.detectedAt(),
                incident.registeredAt(),
                incident.dueAt(),
                incident.clock().isOverdue(now),
                incident.firstReportedAt(),
                incident.alarmedAt(),
                incident.closedAt(),
                incident.cause(),
                incident.remedy(),
                incident.entries(),
                incident.version());
        String type = "vn.monitoring.incident." + kind.name().toLowerCase(Locale.ROOT) + ".v1";
        return new Fact(TOPIC, type, incident.id().toString(), now, state);
    }
}
