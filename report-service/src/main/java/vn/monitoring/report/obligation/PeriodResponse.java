package vn.monitoring.report.obligation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// An open period with what is owed in it.
@Schema(name = "OpenPeriod")
public record PeriodResponse(
        UUID regimeId,
        String period,
        LocalDate from,
        LocalDate cutOffOn,
        Instant cutOffAt,

        @Schema(description = "obligations that this request made; 0 when the period was open already")
        int created,

        @Schema(description = "obligations that were there before")
        int existing,

        List<ObligationResponse> obligations) {}
