package vn.monitoring.report.obligation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.monitoring.report.period.SenderLevel;

/// How far a sender was at the end of a day.
///
/// @param sentAt when what lay with the receiver, or was accepted, was sent
/// @param status OPEN, DRAFTED, SUBMITTED, RETURNED or ACCEPTED (also corrected or consolidated)
@Schema(name = "ReportSender")
public record SenderState(
        UUID obligationId,
        String unitCode,
        String unitName,
        SenderLevel level,
        LocalDate dueOn,
        @Nullable Instant sentAt,
        @Nullable Instant acceptedAt,
        ObligationStatus status,
        Punctuality punctuality) {}
