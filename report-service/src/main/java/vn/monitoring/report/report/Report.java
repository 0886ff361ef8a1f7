package vn.monitoring.report.report;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A report's life beside its obligation, which has the same id and holds the status.
///
/// Its version, and with it the ETag, rises with every edit of a section and every step.
@Entity
@Table(name = "report")
public class Report {

    @Id
    private UUID id;

    private String title;
    private Instant draftedAt;
    private String draftedBy;
    private @Nullable Instant editedAt;
    private @Nullable Instant submittedAt;
    private @Nullable String submittedBy;
    private @Nullable String submittedBySubject;
    private @Nullable Instant acceptedAt;
    private @Nullable String acceptedBy;
    private @Nullable Instant returnedAt;
    private @Nullable String returnedBy;
    private @Nullable String returnReason;

    @Version
    private long version;

    protected Report() {}

    Report(UUID obligationId, String title, Instant draftedAt, String draftedBy) {
        this.id = obligationId;
        this.title = title;
        this.draftedAt = draftedAt;
        this.draftedBy = draftedBy;
    }

    void markEdited(Instant now) {
        editedAt = now;
    }

    void markSubmitted(Instant now, String username, String subject) {
        submittedAt = now;
        submittedBy = username;
        submittedBySubject = subject;
    }

    void markAccepted(Instant now, String username) {
        acceptedAt = now;
        acceptedBy = username;
    }

    void markReturned(Instant now, String username, String reason) {
        returnedAt = now;
        returnedBy = username;
        returnReason = reason;
    }

    UUID id() {
        return id;
    }

    String title() {
        return title;
    }

    Instant draftedAt() {
        return draftedAt;
    }

    String draftedBy() {
        return draftedBy;
    }

    @Nullable
    Instant editedAt() {
        return editedAt;
    }

    @Nullable
    Instant submittedAt() {
        return submittedAt;
    }

    @Nullable
    String submittedBy() {
        return submittedBy;
    }

    boolean wasSubmittedBy(String subject) {
        return subject.equals(submittedBySubject);
    }

    @Nullable
    Instant acceptedAt() {
        return acceptedAt;
    }

    @Nullable
    String acceptedBy() {
        return acceptedBy;
    }

    @Nullable
    Instant returnedAt() {
        return returnedAt;
    }

    @Nullable
    String returnedBy() {
        return returnedBy;
    }

    @Nullable
    String returnReason() {
        return returnReason;
    }

    long version() {
        return version;
    }
}
