package vn.monitoring.task.progress;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.calendar.Period;

/// The days within which updates of a month are to come in; a last day before the first lies in the next month.
@Schema(name = "UpdateWindowRequest", examples = """
                {"unitCode":"11002","validFrom":"2027-01","firstDay":20,"lastDay":31}""")
record UpdateWindowRequest(
        @NotBlank String unitCode,

        @Schema(description = "One plan of the unit; without it all plans of the unit and those below") @Nullable
        UUID planId,

        @Schema(description = "A month to come", implementation = String.class, examples = "2027-01") @NotNull
        Period validFrom,

        @Min(1) @Max(31) int firstDay,
        @Min(1) @Max(31) int lastDay) {}
