package vn.monitoring.task.timeliness;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// The days by which a task is judged, as seen on one day: of a recurring task those of its occurrence.
///
/// @param from the first day of the due period: done before it is early
/// @param on the last day in time
/// @param originalOn the last day in time before any extension
/// @param start the first day the deadline names for the work, null when it names none
public record Due(
        LocalDate from,
        LocalDate on,
        LocalDate originalOn,
        @Nullable LocalDate start) {

    /// With another last day.
    Due until(LocalDate last) {
        return new Due(from, last, originalOn, start);
    }
}
