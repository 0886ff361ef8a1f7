package vn.monitoring.task.money;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// The whole budget of a task: a source that is left out has nothing any more.
///
/// @param document the decision that allocates the money
@Schema(name = "BudgetRequest", examples = """
                {"document":"112/QĐ-UBND","lines":[{"source":"COMMUNE_BUDGET","allocated":450000000},\
                {"source":"SOCIAL_CONTRIBUTION","allocated":120000000}]}""")
record BudgetRequest(
        @Size(max = 200) @Nullable String document,
        @NotNull @Size(max = 6) List<@NotNull @Valid Line> lines) {

    /// @param allocated in whole đồng
    @Schema(name = "BudgetRequestLine")
    record Line(@NotNull FundingSource source, @NotNull BigDecimal allocated) {}
}
