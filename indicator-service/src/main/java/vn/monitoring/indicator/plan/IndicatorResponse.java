package vn.monitoring.indicator.plan;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.monitoring.indicator.catalogue.CanonicalMatch;
import vn.monitoring.indicator.target.Comparator;
import vn.monitoring.indicator.target.Confidence;
import vn.monitoring.indicator.target.Direction;
import vn.monitoring.indicator.target.Target;
import vn.monitoring.indicator.target.TargetFlag;
import vn.monitoring.indicator.target.TargetKind;
import vn.monitoring.kit.sheet.Finding;
import vn.monitoring.kit.sheet.Outcome;

/// An indicator as the API shows it: raw texts beside what was read from them.
///
/// @param findings what the last import found in its row
/// @param targets by due date; in a list those that are valid now, of one indicator also those that were
@Schema(name = "Indicator")
record IndicatorResponse(
        UUID id,
        UUID planId,
        String unitCode,
        String responsibleUnitCode,
        int position,
        @Nullable String number,
        String name,
        @Nullable String group,
        @Nullable String measureUnit,
        @Nullable String leadAgency,
        List<String> leadUnitCodes,
        @Nullable String directorPosition,
        @Nullable String chairPosition,
        @Nullable String expectedOutput,
        @Nullable String canonicalCode,
        @Nullable CanonicalMatch canonicalMatch,
        Direction direction,
        String place,
        Outcome outcome,

        @Schema(implementation = Finding[].class) @JsonRawValue
        String findings,

        List<TargetResponse> targets,
        long version) {

    @Schema(name = "Target")
    record TargetResponse(
            UUID id,
            String raw,
            TargetKind kind,
            @Nullable Comparator comparator,
            @Nullable BigDecimal low,
            @Nullable BigDecimal high,
            @Nullable String unit,
            boolean soft,
            @Nullable String condition,
            @Nullable Integer year,
            @Nullable LocalDate dueDate,
            Set<TargetFlag> flags,
            Confidence confidence,
            boolean provisional,
            @Nullable String confirmedBy,
            @Nullable Instant confirmedAt,
            String place,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            @Nullable UUID supersededBy,
            @Nullable String decisionDocument,
            MilestoneTarget.Origin origin,
            @Nullable String decidedBy,
            @Nullable Instant decidedAt) {

        static TargetResponse from(MilestoneTarget stored) {
            Target target = stored.value();
            return new TargetResponse(
                    stored.id(),
                    target.raw(),
                    target.kind(),
                    target.comparator(),
                    target.low(),
                    target.high(),
                    target.unit(),
                    target.soft(),
                    target.condition(),
                    target.year(),
                    target.dueDate(),
                    target.flags(),
                    target.confidence(),
                    target.provisional(),
                    stored.confirmedBy(),
                    stored.confirmedAt(),
                    stored.place(),
                    stored.validFrom(),
                    stored.validTo(),
                    stored.supersededBy(),
                    stored.decisionDocument(),
                    stored.origin(),
                    stored.decidedBy(),
                    stored.decidedAt());
        }
    }

    static IndicatorResponse on(LocalDate day, Indicator indicator) {
        return of(indicator, indicator.currentTargets(day));
    }

    static IndicatorResponse withHistory(Indicator indicator) {
        return of(indicator, indicator.inOrder());
    }

    private static IndicatorResponse of(Indicator indicator, List<MilestoneTarget> targets) {
        return new IndicatorResponse(
                indicator.id(),
                indicator.planId(),
                indicator.unitCode(),
                indicator.responsibleUnitCode(),
                indicator.position(),
                indicator.number(),
                indicator.name(),
                indicator.group(),
                indicator.measureUnit(),
                indicator.leadAgency(),
                indicator.leadUnitCodes(),
                indicator.directorPosition(),
                indicator.chairPosition(),
                indicator.expectedOutput(),
                indicator.canonicalCode(),
                indicator.canonicalMatch(),
                indicator.direction(),
                indicator.place(),
                indicator.outcome(),
                indicator.findings(),
                targets.stream().map(TargetResponse::from).toList(),
                indicator.version());
    }
}
