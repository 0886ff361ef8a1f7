package vn.monitoring.report.feedback;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A feedback without its sender.
@Entity
@Table(name = "feedback")
class Feedback {

    @Id
    private UUID id;

    private String source;
    private @Nullable String externalReference;
    private @Nullable String lookUpHash;
    private String field;
    private String unitCode;
    private String assigneeUnitCode;
    private String subject;
    private @Nullable String content;
    private LocalDate receivedOn;
    private LocalDate dueOn;

    @Enumerated(EnumType.STRING)
    private FeedbackStatus status;

    private @Nullable String answer;
    private @Nullable LocalDate answeredOn;
    private @Nullable Instant answeredAt;
    private @Nullable String answeredBy;
    private boolean published;
    private @Nullable Integer satisfaction;
    private @Nullable LocalDate closedOn;
    private @Nullable LocalDate forgottenOn;
    private Instant registeredAt;
    private String registeredBy;

    @Version
    private long version;

    protected Feedback() {}

    /// What comes in, with its texts as they are stored.
    record Received(
            String source,
            @Nullable String externalReference,
            @Nullable String lookUpHash,
            String field,
            String unitCode,
            String subject,
            String content,
            LocalDate receivedOn,
            LocalDate dueOn) {}

    Feedback(Received received, Instant now, String username) {
        this.id = UUID.randomUUID();
        this.source = received.source();
        this.externalReference = received.externalReference();
        this.lookUpHash = received.lookUpHash();
        this.field = received.field();
        this.unitCode = received.unitCode();
        this.assigneeUnitCode = received.unitCode();
        this.subject = received.subject();
        this.content = received.content();
        this.receivedOn = received.receivedOn();
        this.dueOn = received.dueOn();
        this.status = FeedbackStatus.RECEIVED;
        this.registeredAt = now;
        this.registeredBy = username;
    }

    boolean isOpen() {
        return status == FeedbackStatus.RECEIVED || status == FeedbackStatus.ASSIGNED;
    }

    /// Whether the answer came by the due date; null until there is one.
    @Nullable
    Boolean isOnTime() {
        return answeredOn == null ? null : !answeredOn.isAfter(dueOn);
    }

    void markAssigned(String unitCode) {
        assigneeUnitCode = unitCode;
        status = FeedbackStatus.ASSIGNED;
    }

    void markAnswered(String text, boolean publish, LocalDate today, Instant now, String username) {
        answer = text;
        published = publish;
        answeredOn = today;
        answeredAt = now;
        answeredBy = username;
        status = FeedbackStatus.ANSWERED;
    }

    void markPublished(boolean published) {
        this.published = published;
    }

    void markRated(int score) {
        satisfaction = score;
    }

    void markClosed(LocalDate today) {
        closedOn = today;
        status = FeedbackStatus.CLOSED;
    }

    UUID id() {
        return id;
    }

    String source() {
        return source;
    }

    @Nullable
    String externalReference() {
        return externalReference;
    }

    String field() {
        return field;
    }

    String unitCode() {
        return unitCode;
    }

    String assigneeUnitCode() {
        return assigneeUnitCode;
    }

    String subject() {
        return subject;
    }

    @Nullable
    String content() {
        return content;
    }

    LocalDate receivedOn() {
        return receivedOn;
    }

    LocalDate dueOn() {
        return dueOn;
    }

    FeedbackStatus status() {
        return status;
    }

    @Nullable
    String answer() {
        return answer;
    }

    @Nullable
    LocalDate answeredOn() {
        return answeredOn;
    }

    @Nullable
    String answeredBy() {
        return answeredBy;
    }

    boolean published() {
        return published;
    }

    @Nullable
    Integer satisfaction() {
        return satisfaction;
    }

    @Nullable
    LocalDate closedOn() {
        return closedOn;
    }

    @Nullable
    LocalDate forgottenOn() {
        return forgottenOn;
    }

    long version() {
        return version;
    }
}
