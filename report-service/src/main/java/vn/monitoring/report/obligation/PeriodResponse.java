package vn.monitoring.report.obligation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.monitoring.report.regime.OpenPeriod;

/// An open period with what is owed in it.
@Schema(name = "OpenPeriod")
public record PeriodResponse(
        UUID regimeId,

        @Schema(description = "of the calendar, or the key of an ad hoc call: 2026-X03", examples = "2026-Q3")
        String period,

        @Schema(description = "what an ad hoc call asks for") @Nullable
        String title,

        @Schema(description = "of the regime, under which the period was opened")
        int revision,

        LocalDate from,
        LocalDate cutOffOn,
        Instant cutOffAt,

        @Schema(description = "obligations that this request made; 0 when the period was open already")
        int created,

        @Schema(description = "obligations that were there before")
        int existing,

        List<ObligationResponse> obligations) {

    static PeriodResponse from(PeriodOpening.Opened opened, LocalDate today) {
        OpenPeriod period = opened.period();
        return new PeriodResponse(
                period.regimeId(),
                period.period().key(),
                period.title(),
                period.revision(),
                period.window().from(),
                period.window().cutOff(),
                period.window().closedAt(),
                opened.created(),
                opened.obligations().size() - opened.created(),
                opened.obligations().stream()
                        .map(obligation -> ObligationResponse.from(obligation, today))
                        .toList());
    }
}
