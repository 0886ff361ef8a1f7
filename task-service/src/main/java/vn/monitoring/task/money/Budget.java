package vn.monitoring.task.money;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What a task may cost and what it has cost, by source.
///
/// @param version counts the changes of the budget, 0 before the first
/// @param lines the sources that have a budget or a payment
/// @param total of the task itself
/// @param parts of the lettered parts below it, which have budgets of their own
/// @param earlier what lines said before, the newest first
@Schema(name = "Budget")
record Budget(
        UUID taskId,
        int version,
        List<Line> lines,
        Money total,
        @Nullable Money parts,
        List<Superseded> earlier) {

    /// @param document the decision that allocates the money
    @Schema(name = "BudgetLine")
    record Line(
            FundingSource source,
            BigDecimal allocated,
            BigDecimal disbursed,
            @Nullable BigDecimal rate,
            @Nullable String document) {}

    /// A line that a later change took the place of.
    @Schema(name = "SupersededBudgetLine")
    record Superseded(
            FundingSource source,
            BigDecimal allocated,
            @Nullable String document,
            Instant receivedAt,
            Instant supersededAt,
            String by) {}
}
