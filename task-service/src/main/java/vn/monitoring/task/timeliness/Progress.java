package vn.monitoring.task.timeliness;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What the rule needs to know of a task besides its deadline; calendar days in Asia/Ho_Chi_Minh.
///
/// @param begun true once work was reported
/// @param assignedOn the day it was assigned
/// @param updatedOn the as-of day of the last valid update
/// @param submittedOn the day of the submission that waits for its review; the reviewer's delay does not count
/// @param completedOn the day of the submission that was accepted
public record Progress(
        boolean begun,
        @Nullable LocalDate assignedOn,
        @Nullable LocalDate updatedOn,
        @Nullable LocalDate submittedOn,
        @Nullable LocalDate completedOn) {}
