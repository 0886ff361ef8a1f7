package vn.monitoring.report.obligation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// An obligation as clients see it.
@Schema(name = "ReportObligation")
public record ObligationResponse(
        UUID id,
        UUID regimeId,
        String unitCode,
        String receiverUnitCode,

        @Schema(description = "who receives outside of the platform; receiverUnitCode is then the sender itself")
        @Nullable
        String receiverName,

        @Schema(description = "of the calendar, or the key of an ad hoc call: 2026-X03", examples = "2026-Q3")
        String period,

        LocalDate from,
        LocalDate cutOffOn,
        Instant cutOffAt,
        LocalDate dueOn,
        ObligationStatus status,
        Punctuality punctuality,
        Instant openedAt,
        @Nullable Instant submittedAt,

        @Schema(description = "the unit's last day, when it ceased to be before it sent anything: nothing is owed")
        @Nullable
        LocalDate lapsedOn,

        @Schema(description = "the report that answers it, once drafted") @Nullable
        UUID reportId,

        long version) {

    static ObligationResponse from(Obligation obligation, LocalDate today) {
        return new ObligationResponse(
                obligation.id(),
                obligation.regimeId(),
                obligation.unitCode(),
                obligation.receiverUnitCode(),
                obligation.receiverName(),
                obligation.period().key(),
                obligation.window().from(),
                obligation.window().cutOff(),
                obligation.window().closedAt(),
                obligation.dueOn(),
                obligation.status(),
                obligation.punctuality(today),
                obligation.openedAt(),
                obligation.submittedAt(),
                obligation.lapsedOn(),
                obligation.status() == ObligationStatus.OPEN ? null : obligation.id(),
                obligation.version());
    }
}
