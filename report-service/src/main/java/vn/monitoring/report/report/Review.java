package vn.monitoring.report.report;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What the receiver decided on one submission.
///
/// @param edition the one that was sent
@Schema(name = "ReportReview")
public record Review(
        int number,
        Outcome outcome,
        int edition,
        @Nullable String reason,
        Instant submittedAt,
        Instant decidedAt,
        String decidedBy) {

    /// Taken, or sent back.
    public enum Outcome {
        ACCEPTED,
        RETURNED
    }
}
