package vn.monitoring.report.obligation;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.monitoring.report.regime.OpenPeriod;

/// An open period of a regime as a list shows it.
///
/// @param revision of the regime, under which it was opened
/// @param dueOn the last day on time, per level of the sender
@Schema(name = "ReportPeriod")
public record PeriodSummary(
        @Schema(examples = "2026-Q3") String period,

        @Schema(description = "what an ad hoc call asks for") @Nullable
        String title,

        int revision,
        LocalDate from,
        LocalDate cutOffOn,
        OpenPeriod.DueDates dueOn) {

    static PeriodSummary from(OpenPeriod period) {
        return new PeriodSummary(
                period.period().key(),
                period.title(),
                period.revision(),
                period.window().from(),
                period.window().cutOff(),
                period.dueDates());
    }
}
