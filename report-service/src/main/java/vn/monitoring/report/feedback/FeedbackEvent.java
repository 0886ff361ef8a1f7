package vn.monitoring.report.feedback;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.outbox.Fact;

/// What is told of a feedback: its state without the sender and without any text that a person wrote.
record FeedbackEvent(
        UUID id,
        String source,
        String field,
        String unitCode,
        String assigneeUnitCode,
        LocalDate receivedOn,
        LocalDate dueOn,
        String status,
        @Nullable LocalDate answeredOn,
        @Nullable Boolean onTime,
        boolean published,
        @Nullable Integer satisfaction,
        long version) {

    static final String TOPIC = "monitoring.feedback";

    /// The kinds of facts, as they stand in the CloudEvents type.
    enum Kind {
        RECEIVED,
        ASSIGNED,
        ANSWERED,
        PUBLISHED,
        RATED,
        CLOSED
    }

    static Fact of(Feedback feedback, Kind kind, Instant now) {
        FeedbackEvent state = new FeedbackEvent(
                feedback.id(),
                feedback.source(),
                feedback.field(),
                feedback.unitCode(),
                feedback.assigneeUnitCode(),
                feedback.receivedOn(),
                feedback.dueOn(),
                feedback.status().name(),
                feedback.answeredOn(),
                feedback.isOnTime(),
                feedback.published(),
                feedback.satisfaction(),
                feedback.version());
        String type = "vn.monitoring.feedback." + kind.name().toLowerCase(Locale.ROOT) + ".v1";
        return new Fact(TOPIC, type, feedback.id().toString(), now, state);
    }
}
