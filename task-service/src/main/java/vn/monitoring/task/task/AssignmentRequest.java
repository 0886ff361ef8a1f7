package vn.monitoring.task.task;

import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Gives a task to its lead; every field may be left out.
@Schema(name = "Assignment", examples = "{\"leadUnitCode\":\"10675.VHXH\",\"deadline\":\"2026-12-31\"}")
record AssignmentRequest(
        @Schema(description = "The lead's unit code, within the plan's unit; as imported when left out")
        @Size(max = 40)
        @Nullable
        String leadUnitCode,

        @Schema(description = "A deadline that replaces the printed one") @Nullable
        LocalDate deadline,

        @Schema(description = "Today when left out") @Nullable
        LocalDate assignedOn,

        @Size(max = 2000) @Nullable String note) {

    static final AssignmentRequest AS_PLANNED = new AssignmentRequest(null, null, null, null);
}
