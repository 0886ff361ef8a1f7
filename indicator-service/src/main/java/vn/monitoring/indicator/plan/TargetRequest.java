package vn.monitoring.indicator.plan;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.monitoring.indicator.target.Target;

/// What a decision asks for on a milestone.
///
/// @param raw the decision's own words; `-` for nothing
/// @param reading how they are to be understood, where they are not read for certain
/// @param dueDate last day of the milestone; of a changed target its own when absent
/// @param effectiveOn first day on which it is valid, in the past too
@Schema(
        name = "TargetRequest",
        examples = "{\"raw\":\"≥ 75%\",\"dueDate\":\"2030-12-31\",\"effectiveOn\":\"2026-07-01\","
                + "\"decisionDocument\":\"Quyết định 99/QĐ-UBND ngày 25/6/2026\"}")
record TargetRequest(
        @Schema(examples = "≥ 75%") @NotBlank @Size(max = 500)
        String raw,

        @Valid @Nullable TargetReading reading,
        @Schema(examples = "2030-12-31") @Nullable LocalDate dueDate,
        @Schema(examples = "2026-07-01") @NotNull LocalDate effectiveOn,

        @Schema(examples = "Quyết định 99/QĐ-UBND ngày 25/6/2026") @NotBlank @Size(max = 300)
        String decisionDocument) {

    Target target(Indicator indicator, LocalDate due) {
        return reading == null ? TargetReading.ofText(indicator, due, raw) : reading.of(indicator, due, raw);
    }
}
