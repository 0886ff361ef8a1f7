package vn.monitoring.task.occurrence;

/// What became of an occurrence.
enum OccurrenceStatus {
    /// Not done yet, still in time.
    OPEN,
    /// By an accepted submission, or of a continuous task by a valid update within it; also when that came late.
    DONE,
    /// Over without being done.
    MISSED,
    /// Not asked for any more: the task was paused over its end, cancelled or superseded, or its plan changed.
    DROPPED
}
