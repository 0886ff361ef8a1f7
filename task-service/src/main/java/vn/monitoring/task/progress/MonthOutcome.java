package vn.monitoring.task.progress;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/// How a task stood when the window of a month closed.
///
/// @param missing what the update lacked, for [Result#INSUFFICIENT_DATA]
/// @param running how many months running had no valid update, this one included; 0 for a valid one
public record MonthOutcome(
        YearMonth month, LocalDate opensOn, LocalDate closesOn, Result result, List<String> missing, int running) {

    /// What became of a month.
    public enum Result {
        /// A complete update came in within the window.
        VALID,
        /// None came in.
        LATE,
        /// What came in lacked something.
        INSUFFICIENT_DATA
    }

    public boolean missed() {
        return result != Result.VALID;
    }
}
