package vn.monitoring.task.worklist;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.monitoring.task.task.TaskKind;
import vn.monitoring.task.task.TaskStatus;
import vn.monitoring.task.timeliness.Timeliness;

/// What a list of tasks is narrowed to; null does not narrow.
///
/// @param unit led within this unit
/// @param timeliness as of today, judged row by row
/// @param dueFrom the last day in time is not before
/// @param dueTo the last day in time is not after
/// @param text words of the title, the work or the number, with or without accents
/// @param leadAgency the code of the leading unit, or words of a lead agency's name
/// @param director words of the directing position
/// @param warned whether a warning is open
record TaskFilter(
        @Nullable String unit,
        @Nullable UUID planId,
        @Nullable TaskStatus status,
        @Nullable Timeliness timeliness,
        @Nullable LocalDate dueFrom,
        @Nullable LocalDate dueTo,
        @Nullable String text,
        @Nullable String leadAgency,
        @Nullable String director,
        @Nullable TaskKind kind,
        @Nullable Boolean warned,
        @Nullable WorkList list) {

    TaskFilter {
        text = worded(text);
        leadAgency = worded(leadAgency);
        director = worded(director);
    }

    private static @Nullable String worded(@Nullable String words) {
        return words == null || words.isBlank() ? null : words;
    }

    static TaskFilter ofList(WorkList list, @Nullable String unit) {
        return new TaskFilter(unit, null, null, null, null, null, null, null, null, null, null, list);
    }
}
