package vn.monitoring.report.webhook;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A message to one endpoint and what came of it.
///
/// @param messageId the header `webhook-id`: the same at each attempt and replay, so that the receiver knows
/// it
/// @param nextAttemptAt while it is pending
@Schema(name = "WebhookDelivery")
public record DeliveryResponse(
        String id,
        String messageId,
        String type,
        Status status,
        int attempts,
        Instant createdAt,
        @Nullable Instant nextAttemptAt,
        @Nullable Instant endedAt,
        List<Attempt> log) {

    /// How far a delivery is.
    @Schema(name = "WebhookDeliveryStatus")
    public enum Status {
        PENDING,
        DELIVERED,
        GIVEN_UP
    }

    /// One time that it was tried.
    ///
    /// @param outcome DELIVERED, REFUSED_BY_RECEIVER, TIMED_OUT, NOT_CONNECTED, or why its address was not
    /// sent to
    /// @param answer the beginning of what the receiver said
    @Schema(name = "WebhookAttempt")
    public record Attempt(
            int number,
            Instant at,
            int durationMs,
            String outcome,
            @Nullable Integer httpStatus,
            @Nullable String answer) {}
}
