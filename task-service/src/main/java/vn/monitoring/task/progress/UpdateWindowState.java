package vn.monitoring.task.progress;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.calendar.Period;

/// A window as it was set for a unit and all below it, or for one of its plans.
///
/// @param validFrom the first month for which it holds
@Schema(name = "UpdateWindow")
record UpdateWindowState(
        String unitCode,
        @Nullable UUID planId,

        @Schema(implementation = String.class, examples = "2027-01")
        Period validFrom,

        int firstDay,
        int lastDay,
        Instant recordedAt) {}
