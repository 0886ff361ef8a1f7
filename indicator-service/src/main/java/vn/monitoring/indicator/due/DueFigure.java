package vn.monitoring.indicator.due;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.calendar.Period;

/// A figure that a unit owes for a period, and how far it has come.
///
/// @param measurementId the figure, once it was submitted; it may be of a shorter period with the same last day
@Schema(name = "DueFigure")
record DueFigure(
        UUID indicatorId,
        UUID planId,
        @Nullable String number,
        String name,
        @Nullable String canonicalCode,
        String unitCode,
        String responsibleUnitCode,
        String responsibleUnitName,

        @Schema(implementation = String.class, examples = "2026-Q3")
        Period period,

        State state,
        @Nullable UUID measurementId) {

    /// MISSING until something was submitted; RETURNED figures wait for their reporter, SUBMITTED ones for a verifier.
    enum State {
        MISSING,
        SUBMITTED,
        RETURNED,
        VERIFIED
    }

    /// How many figures a unit owes, by state.
    @Schema(name = "DueCount")
    record Count(
            String responsibleUnitCode,
            String responsibleUnitName,

            @Schema(implementation = String.class, examples = "2026-Q3")
            Period period,

            int due,
            int missing,
            int submitted,
            int returned,
            int verified) {}
}
