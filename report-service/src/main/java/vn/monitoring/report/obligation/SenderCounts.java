package vn.monitoring.report.obligation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/// How many senders are how far.
///
/// @param expected senders that owe a report: what has lapsed is not among them
/// @param sent those whose report lies with the receiver or was accepted
/// @param submitted sent and not accepted yet
/// @param accepted also while a correction is under way, and consolidated ones
/// @param lapsed units that ceased to be before they sent anything
record SenderCounts(
        long expected,
        long sent,
        long open,
        long drafted,
        long submitted,
        long accepted,
        long returned,
        long onTime,
        long late,
        long overdue,
        long lapsed) {

    static final SenderCounts NONE = new SenderCounts(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    SenderCounts plus(SenderCounts other) {
        return new SenderCounts(
                expected + other.expected,
                sent + other.sent,
                open + other.open,
                drafted + other.drafted,
                submitted + other.submitted,
                accepted + other.accepted,
                returned + other.returned,
                onTime + other.onTime,
                late + other.late,
                overdue + other.overdue,
                lapsed + other.lapsed);
    }

    /// Percent of the expected that were sent; null where nothing is expected.
    @Nullable
    BigDecimal completeness() {
        return percent(sent);
    }

    /// Percent of the expected that were sent on time; null where nothing is expected.
    @Nullable
    BigDecimal timeliness() {
        return percent(onTime);
    }

    private @Nullable BigDecimal percent(long part) {
        return expected == 0
                ? null
                : BigDecimal.valueOf(100 * part).divide(BigDecimal.valueOf(expected), 2, RoundingMode.HALF_UP);
    }
}
