package vn.monitoring.report.regime;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.calendar.Period.Frequency;
import vn.monitoring.report.period.CutOffRule;
import vn.monitoring.report.period.DueRule;

/// A regime as clients see it, with every setting spelled out.
@Schema(name = "Regime")
public record RegimeResponse(
        UUID id,
        String name,
        String receiverUnitCode,
        SenderRule senderRule,
        List<String> senders,
        List<Frequency> frequencies,
        CutOffRule.Basis calendar,
        @Nullable Integer cutOffDay,
        DueRule due,
        List<Section> sections,
        @Nullable String block,

        @Schema(description = "every period cut off up to this day has been opened by the clock")
        LocalDate openedUntil,

        Instant createdAt,
        String createdBy,
        long version) {

    static RegimeResponse from(Regime regime) {
        CutOffRule rule = regime.cutOffRule();
        return new RegimeResponse(
                regime.id(),
                regime.name(),
                regime.receiverUnitCode(),
                regime.senderRule(),
                regime.senders(),
                regime.frequencies(),
                rule.basis(),
                rule.basis() == CutOffRule.Basis.DECREE ? rule.cutOffDay() : null,
                regime.dueRule(),
                regime.sections(),
                regime.block(),
                regime.openedUntil(),
                regime.createdAt(),
                regime.createdBy(),
                regime.version());
    }
}
