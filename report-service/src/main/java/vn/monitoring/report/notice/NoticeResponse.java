package vn.monitoring.report.notice;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A notice as clients see it.
@Schema(name = "ReportNotice")
public record NoticeResponse(
        UUID obligationId,
        UUID regimeId,
        @Schema(description = "the sender") String unitCode,
        String unitName,
        String receiverUnitCode,
        @Schema(examples = "2026-Q3") String period,
        NoticeKind kind,

        @Schema(description = "0 before the due date; 1 with the first step after it, one more with each further one")
        int level,

        @Schema(description = "working days before the due date, or days after it, of the step")
        int days,

        LocalDate dueOn,
        Instant toldAt) {}
