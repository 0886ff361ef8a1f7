package vn.monitoring.task.progress;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.monitoring.task.timing.Timing;

/// What the monthly rule looks at, as a task stands on the day of judgement.
///
/// @param begun whether work was reported
/// @param held whether the task is a draft, paused or dropped, so that nobody has to report
/// @param submittedOn the day of the submission that waits for its review
/// @param completedOn the day of the submission that was accepted
/// @param valid the last complete update
/// @param incomplete the last update, when it is not complete
public record MonthlyFacts(
        Timing timing,
        boolean begun,
        boolean held,
        @Nullable LocalDate assignedOn,
        @Nullable LocalDate submittedOn,
        @Nullable LocalDate completedOn,
        @Nullable ReceivedUpdate valid,
        @Nullable ReceivedUpdate incomplete) {}
