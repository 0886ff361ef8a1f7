package vn.monitoring.report.obligation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.outbox.Fact;

/// What is told of an obligation and its report: the full state after the change.
///
/// One key, the obligation's id (which is the report's too), so that the facts of one life stay in order.
///
/// @param id the same as `obligationId` and `reportId`
/// @param reportId null until drafted
/// @param cutOff the cut-off date
/// @param reason why it was returned, or opened for a correction
/// @param edition the newest issued edition, null before the first
/// @param receiverName who receives outside of the platform, null when the receiver is a unit
/// @param lapsedOn the unit's last day when it ceased to be before it sent anything
/// @param level of a notice: 0 before the due date, rising by one with each step after it; null in other facts
/// @param days of a notice: working days before the due date, or days after it; null in other facts
/// @param version the obligation's, rising by one with each fact but a notice, which changes nothing
public record ReportEvent(
        UUID id,
        UUID obligationId,
        @Nullable UUID reportId,
        UUID regimeId,
        String unitCode,
        String receiverUnitCode,
        String period,
        String status,
        LocalDate from,
        LocalDate cutOff,
        LocalDate dueOn,
        Instant openedAt,
        @Nullable Instant draftedAt,
        @Nullable Instant submittedAt,
        @Nullable Instant acceptedAt,
        @Nullable Instant returnedAt,
        @Nullable String reason,
        @Nullable Integer edition,
        @Nullable String receiverName,
        @Nullable LocalDate lapsedOn,
        @Nullable Integer level,
        @Nullable Integer days,
        long version) {

    private static final String TOPIC = "monitoring.report";

    /// The kinds of facts, as they stand in the CloudEvents type.
    public enum Kind {
        OBLIGED,
        DRAFTED,
        SUBMITTED,
        ACCEPTED,
        RETURNED,
        /// An accepted report was opened for a correction.
        CORRECTED,
        CONSOLIDATED,
        /// The unit ceased to be before it sent anything, or turned out to go on.
        LAPSED,
        /// The due date is near and nothing was sent.
        REMINDED,
        /// The due date has passed and nothing was sent.
        OVERDUE
    }

    public Fact as(Kind kind, Instant occurredAt) {
        String type = "vn.monitoring.report." + kind.name().toLowerCase(java.util.Locale.ROOT) + ".v1";
        return new Fact(TOPIC, type, id.toString(), occurredAt, this);
    }
}
