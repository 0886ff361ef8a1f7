package vn.monitoring.task.statistics;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.calendar.Period;

/// What is to be counted; null does not narrow.
///
/// @param unit tasks led within this unit
/// @param period tasks that are due within it
/// @param asOf the day of judgement; one in the past counts what was known at its end
record StatisticsQuery(
        @Nullable String unit,
        @Nullable UUID planId,
        @Nullable Period period,
        @Nullable LocalDate asOf,
        @Nullable Grouping groupBy) {

    /// Whether groups go by words that may be spelled in several ways.
    boolean ofWords() {
        return groupBy == Grouping.POSITION || groupBy == Grouping.GROUP;
    }
}
