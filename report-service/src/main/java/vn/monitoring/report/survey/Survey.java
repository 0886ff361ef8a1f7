package vn.monitoring.report.survey;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A survey; its token is in the link and known to whoever was given that.
@Entity
@Table(name = "survey")
class Survey {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int TOKEN_BYTES = 16;

    @Id
    private UUID id;

    private String unitCode;
    private String field;
    private String period;
    private String question;
    private int satisfiedFrom;
    private String token;

    @Enumerated(EnumType.STRING)
    private SurveyStatus status;

    private Instant openedAt;
    private String openedBy;
    private @Nullable Instant closedAt;
    private @Nullable String closedBy;

    @Version
    private long version;

    protected Survey() {}

    Survey(SurveyRequest request, String question, Instant now, String username) {
        byte[] random = new byte[TOKEN_BYTES];
        RANDOM.nextBytes(random);
        this.id = UUID.randomUUID();
        this.unitCode = request.unitCode();
        this.field = request.field();
        this.period = request.period().key();
        this.question = question;
        this.satisfiedFrom = request.satisfiedFrom() == null ? SurveyRequest.SATISFIED_FROM : request.satisfiedFrom();
        this.token = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        this.status = SurveyStatus.OPEN;
        this.openedAt = now;
        this.openedBy = username;
    }

    boolean isOpen() {
        return status == SurveyStatus.OPEN;
    }

    void markClosed(Instant now, String username) {
        status = SurveyStatus.CLOSED;
        closedAt = now;
        closedBy = username;
    }

    UUID id() {
        return id;
    }

    String unitCode() {
        return unitCode;
    }

    String field() {
        return field;
    }

    String period() {
        return period;
    }

    String question() {
        return question;
    }

    int satisfiedFrom() {
        return satisfiedFrom;
    }

    String token() {
        return token;
    }

    SurveyStatus status() {
        return status;
    }

    Instant openedAt() {
        return openedAt;
    }

    String openedBy() {
        return openedBy;
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
