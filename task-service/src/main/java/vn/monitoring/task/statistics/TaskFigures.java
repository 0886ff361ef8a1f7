package vn.monitoring.task.statistics;

import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.monitoring.task.timeliness.Timeliness;

/// What leaders read first: what was done early, on time and late, and what is overdue.
///
/// @param onTimeRate early or on time, of all that was done or is overdue
@Schema(name = "TaskFigures")
record TaskFigures(long early, long onTime, long late, long overdue, Rate onTimeRate) {

    static TaskFigures of(Map<Timeliness, Long> counts) {
        long early = counts.getOrDefault(Timeliness.DONE_EARLY, 0L);
        long onTime = counts.getOrDefault(Timeliness.ON_TIME, 0L);
        long late = counts.getOrDefault(Timeliness.LATE, 0L);
        long overdue = counts.getOrDefault(Timeliness.OVERDUE, 0L);
        return new TaskFigures(early, onTime, late, overdue, Rate.of(early + onTime, early + onTime + late + overdue));
    }
}
