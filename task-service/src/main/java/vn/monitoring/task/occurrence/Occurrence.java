package vn.monitoring.task.occurrence;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// One period or phase of a task that comes back.
///
/// @param number from 1 within its task, in the order in which they were generated
/// @param periodKey `2026-11`, `2026-Q4`, `2026-H2`, `2026`; of a phase its years `2025-2030`
/// @param dueOn the last day in time
/// @param originalDueOn the same before an extension
/// @param doneOn the day of the accepted submission, or the as-of day of the update
@Schema(name = "Occurrence")
record Occurrence(
        int number,
        String periodKey,
        LocalDate startsOn,
        LocalDate dueOn,
        LocalDate originalDueOn,
        OccurrenceStatus status,
        @Nullable LocalDate doneOn) {

    Occurrence done(LocalDate on) {
        return new Occurrence(number, periodKey, startsOn, dueOn, originalDueOn, OccurrenceStatus.DONE, on);
    }

    /// The same in another status than done.
    Occurrence as(OccurrenceStatus other) {
        return new Occurrence(number, periodKey, startsOn, dueOn, originalDueOn, other, null);
    }

    /// The same with the days that its task's deadline gives it now.
    Occurrence within(OccurrenceWindow window) {
        return new Occurrence(
                number, periodKey, window.startsOn(), window.dueOn(), window.originalDueOn(), status, doneOn);
    }
}
