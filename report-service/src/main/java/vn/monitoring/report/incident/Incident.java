package vn.monitoring.report.incident;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An incident and how far it is. What was said of it stands in its entries.
@Entity
@Table(name = "incident")
class Incident {

    @Id
    private UUID id;

    private String unitCode;

    @Enumerated(EnumType.STRING)
    private IncidentField field;

    @Enumerated(EnumType.STRING)
    private Severity severity;

    private String title;
    private String happened;
    private String position;

    @Enumerated(EnumType.STRING)
    private IncidentStatus status;

    private Instant detectedAt;
    private Instant dueAt;
    private Instant registeredAt;
    private String registeredBy;
    private @Nullable Instant firstReportedAt;
    private @Nullable Instant alarmedAt;
    private @Nullable String cause;
    private @Nullable String remedy;
    private @Nullable Instant closedAt;
    private @Nullable String closedBy;
    private int entries;

    @Version
    private long version;

    protected Incident() {}

    Incident(IncidentRequest request, Instant now, String username) {
        this.id = UUID.randomUUID();
        this.unitCode = request.unitCode();
        this.field = request.field();
        this.severity = request.severity();
        this.title = request.title();
        this.happened = request.happened();
        this.position = request.position();
        this.status = IncidentStatus.REGISTERED;
        this.detectedAt = request.detectedAt();
        this.dueAt = new FirstReportClock(request.detectedAt(), null).dueAt();
        this.registeredAt = now;
        this.registeredBy = username;
    }

    FirstReportClock clock() {
        return new FirstReportClock(detectedAt, firstReportedAt);
    }

    /// Notes that the clock has run out without a first report, once in its life.
    ///
    /// @return whether it has, and was not noted before
    boolean raiseAlarm(Instant now) {
        if (alarmedAt != null || firstReportedAt != null || !clock().isOverdue(now)) {
            return false;
        }
        alarmedAt = now;
        return true;
    }

    void markReported(Instant now) {
        firstReportedAt = now;
        status = IncidentStatus.REPORTED;
    }

    void markClosed(String cause, String remedy, Instant now, String username) {
        this.cause = cause;
        this.remedy = remedy;
        closedAt = now;
        closedBy = username;
        status = IncidentStatus.CLOSED;
    }

    /// Its cause and remedy stay as they were given until the next closure.
    void markReopened() {
        closedAt = null;
        closedBy = null;
        status = IncidentStatus.REPORTED;
    }

    /// The number of the next entry; raises the version with it.
    int nextEntry() {
        entries++;
        return entries;
    }

    int entries() {
        return entries;
    }

    UUID id() {
        return id;
    }

    String unitCode() {
        return unitCode;
    }

    IncidentField field() {
        return field;
    }

    Severity severity() {
        return severity;
    }

    String title() {
        return title;
    }

    String happened() {
        return happened;
    }

    String position() {
        return position;
    }

    IncidentStatus status() {
        return status;
    }

    Instant detectedAt() {
        return detectedAt;
    }

    Instant dueAt() {
        return dueAt;
    }

    Instant registeredAt() {
        return registeredAt;
    }

    String registeredBy() {
        return registeredBy;
    }

    @Nullable
    Instant firstReportedAt() {
        return firstReportedAt;
    }

    @Nullable
    Instant alarmedAt() {
        return alarmedAt;
    }

    @Nullable
    String cause() {
        return cause;
    }

    @Nullable
    String remedy() {
        return remedy;
    }

    @Nullable
    Instant closedAt() {
        return closedAt;
    }

    @Nullable
    String closedBy() {
        return closedBy;
    }

    long version() {
        return version;
    }
}
