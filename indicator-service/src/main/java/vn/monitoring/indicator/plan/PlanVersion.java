package vn.monitoring.indicator.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.monitoring.indicator.unit.Block;

/// What a plan said of itself from the recording of this version on, and the document by which it came about.
@Schema(name = "PlanVersion")
record PlanVersion(
        long version,
        PlanVersions.Cause cause,
        Block block,
        String docType,
        @Nullable String number,
        String title,
        @Nullable String issuer,
        @Nullable LocalDate issuedOn,
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
        @Nullable String decisionDocument,
        String recordedBy,
        Instant recordedAt) {}
