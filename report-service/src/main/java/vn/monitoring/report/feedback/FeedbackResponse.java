package vn.monitoring.report.feedback;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A feedback as those who handle it see it; never who sent it.
///
/// @param overdue whether it is unanswered after its due date
/// @param onTime whether the answer came by the due date; null until there is one
/// @param content null once it was forgotten, and in lists
/// @param forgottenOn when the sender's data and the content were deleted
/// @param assignments absent in lists
@Schema(name = "Feedback")
public record FeedbackResponse(
        UUID id,
        String source,
        @Nullable String externalReference,
        String field,
        String unitCode,
        String assigneeUnitCode,
        String subject,
        @Nullable String content,
        LocalDate receivedOn,
        LocalDate dueOn,
        boolean overdue,
        FeedbackStatus status,
        @Nullable String answer,
        @Nullable LocalDate answeredOn,
        @Nullable String answeredBy,
        @Nullable Boolean onTime,
        boolean published,
        @Nullable Integer satisfaction,
        @Nullable LocalDate closedOn,
        @Nullable LocalDate forgottenOn,
        long version,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Assignment> assignments) {

    @Schema(name = "FeedbackAssignmentMade")
    public record Assignment(
            int number, String fromUnitCode, String toUnitCode, String reason, Instant assignedAt, String assignedBy) {}

    /// What the public sees of its own feedback; the answer only when it was published.
    @Schema(name = "PublicFeedback")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record ForPublic(
            FeedbackStatus status,
            LocalDate receivedOn,
            LocalDate dueOn,
            @Nullable LocalDate answeredOn,
            @Nullable String answer) {

        static ForPublic from(Feedback feedback) {
            return new ForPublic(
                    feedback.status(),
                    feedback.receivedOn(),
                    feedback.dueOn(),
                    feedback.answeredOn(),
                    feedback.published() ? feedback.answer() : null);
        }
    }

    /// @param code by which its sender looks it up; shown this once
    @Schema(name = "PublicFeedbackReceipt")
    public record Receipt(String code, LocalDate receivedOn, LocalDate dueOn) {}

    /// Numerators and denominators of a stretch of days.
    ///
    /// @param received in these days
    /// @param due whose answer was due in these days
    /// @param answeredOnTime of these
    /// @param rated of those received, how many tell how satisfied they are
    /// @param satisfied of these, with 4 or 5
    @Schema(name = "FeedbackSummary")
    public record Summary(long received, long due, long answeredOnTime, long rated, long satisfied) {}

    static FeedbackResponse inList(Feedback feedback, LocalDate today) {
        return from(feedback, today, false, null);
    }

    static FeedbackResponse from(Feedback feedback, LocalDate today, List<Assignment> assignments) {
        return from(feedback, today, true, assignments);
    }

    private static FeedbackResponse from(
            Feedback feedback, LocalDate today, boolean texts, @Nullable List<Assignment> assignments) {
        return new FeedbackResponse(
                feedback.id(),
                feedback.source(),
                feedback.externalReference(),
                feedback.field(),
                feedback.unitCode(),
                feedback.assigneeUnitCode(),
                feedback.subject(),
                texts ? feedback.content() : null,
                feedback.receivedOn(),
                feedback.dueOn(),
                feedback.isOpen() && feedback.dueOn().isBefore(today),
                feedback.status(),
                texts ? feedback.answer() : null,
                feedback.answeredOn(),
                feedback.answeredBy(),
                feedback.isOnTime(),
                feedback.published(),
                feedback.satisfaction(),
                feedback.closedOn(),
                feedback.forgottenOn(),
                feedback.version(),
                assignments);
    }
}
