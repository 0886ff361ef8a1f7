package vn.monitoring.indicator.plan;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.monitoring.indicator.catalogue.CanonicalMatch;
import vn.monitoring.indicator.target.Comparator;
import vn.monitoring.indicator.target.Direction;
import vn.monitoring.indicator.target.Target;
import vn.monitoring.indicator.target.TargetFlag;
import vn.monitoring.indicator.target.TargetKind;
import vn.monitoring.indicator.unit.Block;
import vn.monitoring.kit.calendar.VietnamCalendar;
import vn.monitoring.kit.outbox.Fact;

/// The full states of plans and indicators as other services are told. Take them after a flush: they carry the version.
final class PlanEvents {

    private PlanEvents() {}

    static Fact changed(Plan plan, Instant at) {
        return new Fact(
                "monitoring.plan",
                "vn.monitoring.plan.changed.v1",
                plan.id().toString(),
                at,
                new PlanState(
                        plan.id(),
                        plan.unitCode(),
                        plan.block(),
                        plan.docType(),
                        plan.number(),
                        plan.issuedOn(),
                        plan.title(),
                        plan.issuer(),
                        plan.planYear(),
                        plan.horizonStart(),
                        plan.horizonEnd(),
                        plan.milestoneYears(),
                        plan.status(),
                        plan.supersededBy(),
                        plan.supersededOn(),
                        plan.parentPlanId(),
                        plan.activatedOn(),
                        plan.version()));
    }

    static Fact changed(Indicator indicator, Instant at) {
        return new Fact(
                "monitoring.indicator",
                "vn.monitoring.indicator.changed.v1",
                indicator.id().toString(),
                at,
                new IndicatorState(
                        indicator.id(),
                        indicator.planId(),
                        indicator.unitCode(),
                        indicator.responsibleUnitCode(),
                        indicator.number(),
                        indicator.name(),
                        indicator.group(),
                        indicator.measureUnit(),
                        indicator.canonicalCode(),
                        indicator.canonicalMatch(),
                        indicator.direction(),
                        indicator.currentTargets(today(at)).stream()
                                .map(TargetState::from)
                                .toList(),
                        indicator.upcomingTargets(today(at)).stream()
                                .map(TargetState::from)
                                .toList(),
                        indicator.version()));
    }

    private static LocalDate today(Instant at) {
        return LocalDate.ofInstant(at, VietnamCalendar.ZONE);
    }

    record PlanState(
            UUID id,
            String unitCode,
            Block block,
            String docType,
            @Nullable String number,
            @Nullable LocalDate issuedOn,
            String title,
            @Nullable String issuer,
            @Nullable Integer planYear,
            LocalDate horizonStart,
            LocalDate horizonEnd,
            List<Integer> milestoneYears,
            PlanStatus status,
            @Nullable UUID supersededBy,
            @Nullable LocalDate supersededOn,
            @Nullable UUID parentPlanId,
            @Nullable LocalDate activatedOn,
            long version) {}

    record IndicatorState(
            UUID id,
            UUID planId,
            String unitCode,
            String responsibleUnitCode,
            @Nullable String number,
            String name,
            @Nullable String group,
            @Nullable String measureUnit,
            @Nullable String canonicalCode,
            @Nullable CanonicalMatch canonicalMatch,
            Direction direction,
            List<TargetState> targets,
            List<TargetState> upcomingTargets,
            long version) {}

    record TargetState(
            @Nullable Integer year,
            @Nullable LocalDate dueDate,
            String raw,
            TargetKind kind,
            @Nullable Comparator comparator,
            @Nullable BigDecimal low,
            @Nullable BigDecimal high,
            @Nullable String unit,
            boolean soft,
            Set<TargetFlag> flags,
            boolean provisional,
            UUID id,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            @Nullable String decisionDocument) {

        static TargetState from(MilestoneTarget stored) {
            Target target = stored.value();
            return new TargetState(
                    target.year(),
                    target.dueDate(),
                    target.raw(),
                    target.kind(),
                    target.comparator(),
                    target.low(),
                    target.high(),
                    target.unit(),
                    target.soft(),
                    target.flags(),
                    target.provisional(),
                    stored.id(),
                    stored.validFrom(),
                    stored.validTo(),
                    stored.decisionDocument());
        }
    }
}
