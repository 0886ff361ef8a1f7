package vn.monitoring.indicator.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.monitoring.indicator.unit.Block;

/// A plan as the API shows it.
///
/// @param supersededOn the first day on which the successor counts; it may lie ahead
/// @param parentPlanId the plan above it; null while none of the number is known
/// @param activatedOn the day on which it came into force here; null for a draft
@Schema(name = "Plan")
record PlanResponse(
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
        List<String> legalBases,
        @Nullable String supersedes,
        @Nullable UUID supersededBy,
        @Nullable LocalDate supersededOn,
        @Nullable UUID parentPlanId,
        @Nullable String parentNumber,
        PlanStatus status,
        @Nullable LocalDate activatedOn,
        Instant importedAt,
        long version) {

    static PlanResponse from(Plan plan) {
        return new PlanResponse(
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
                plan.legalBases(),
                plan.supersedesNumber(),
                plan.supersededBy(),
                plan.supersededOn(),
                plan.parentPlanId(),
                plan.parentNumber(),
                plan.status(),
                plan.activatedOn(),
                plan.importedAt(),
                plan.version());
    }
}
