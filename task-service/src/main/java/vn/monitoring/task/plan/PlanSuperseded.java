package vn.monitoring.task.plan;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A plan gave way to another one; observed in the transaction that takes the fact.
///
/// @param on the first day on which the successor counts, null when it is not told
public record PlanSuperseded(
        UUID planId, @Nullable LocalDate on, @Nullable String title) {}
