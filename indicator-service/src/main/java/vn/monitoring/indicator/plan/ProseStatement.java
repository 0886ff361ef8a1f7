package vn.monitoring.indicator.plan;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What a plan's prose says of one milestone of an indicator that its table has too.
///
/// @param indicatorNumber as printed in the table, `E.13` where numbers start anew in each group
/// @param name the prose's own name for it; finds the row when there is no number
/// @param place where it stands: `III.2.1.b`
@Schema(name = "ProseStatement")
record ProseStatement(
        @Schema(examples = "10") @Size(max = 30) @Nullable String indicatorNumber,
        @Size(max = 1000) @Nullable String name,

        @Schema(examples = "2025") @NotNull @Min(2000) @Max(2100)
        Integer dueYear,

        @Schema(examples = "≥ 70%") @NotBlank @Size(max = 500)
        String raw,

        @Schema(examples = "phần lời, mục III.2.1.b") @NotBlank @Size(max = 300)
        String place) {}
