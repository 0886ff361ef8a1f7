package vn.monitoring.report.regime;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.monitoring.report.document.OfficialDocument.Layout;
import vn.monitoring.report.period.CutOffRule;
import vn.monitoring.report.period.DueRule;
import vn.monitoring.report.period.ReportFrequency;

/// A regime as clients see it, with every setting spelled out.
@Schema(name = "Regime")
public record RegimeResponse(
        UUID id,
        String name,
        String receiverUnitCode,
        @Nullable String receiverName,
        @Nullable String consolidatingUnitCode,
        SenderRule senderRule,
        List<String> senders,
        List<ReportFrequency> frequencies,
        CutOffRule.Basis calendar,
        @Nullable Integer cutOffDay,
        DueRule due,
        List<Section> sections,
        @Nullable String block,
        Layout layout,
        Reminders reminders,

        @Schema(description = "rises with each edit; an open period keeps the one that it was opened under")
        int revision,

        @Schema(description = "periods cut off after this day are not opened; null while the regime goes on") @Nullable
        LocalDate endsOn,

        @Schema(description = "every period cut off up to this day has been opened by the clock")
        LocalDate openedUntil,

        Instant createdAt,
        String createdBy,
        long version) {

    static RegimeResponse from(Regime regime) {
        RegimeSettings settings = regime.settings();
        CutOffRule rule = settings.cutOffRule();
        return new RegimeResponse(
                regime.id(),
                settings.name(),
                regime.receiverUnitCode(),
                settings.receiverName(),
                settings.consolidatingUnitCode(),
                settings.senderRule(),
                settings.senders(),
                settings.frequencies(),
                rule.basis(),
                rule.basis() == CutOffRule.Basis.DECREE ? rule.cutOffDay() : null,
                settings.dueRule(),
                settings.sections(),
                settings.block(),
                settings.layout(),
                settings.reminders(),
                regime.revision(),
                regime.endsOn(),
                regime.openedUntil(),
                regime.createdAt(),
                regime.createdBy(),
                regime.version());
    }
}
