package vn.monitoring.indicator.plan;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a list of plans is narrowed to; null does not narrow.
///
/// @param unitCode plans of this unit and those below it
/// @param parentPlanId plans directly below this one
record PlanFilter(
        @Nullable String unitCode,
        @Nullable PlanStatus status,
        @Nullable UUID parentPlanId) {}
