package vn.monitoring.report.webhook;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What came of one attempt.
///
/// @param outcome `DELIVERED`, `REFUSED_BY_RECEIVER`, `TIMED_OUT`, `NOT_CONNECTED` or a [Receiver.Refusal]
/// @param status the HTTP status, null when there was no answer
/// @param text the beginning of the answer's body, or of the failure
/// @param retryAfter what the receiver asked for, zero when it did not
record Answer(
        String outcome, @Nullable Integer status, @Nullable String text, Duration retryAfter) {

    private static final int GONE = 410;

    static Answer of(int status, String text, Duration retryAfter) {
        boolean taken = status >= 200 && status < 300;
        return new Answer(taken ? "DELIVERED" : "REFUSED_BY_RECEIVER", status, text, retryAfter);
    }

    static Answer none(String outcome, @Nullable String why) {
        return new Answer(outcome, null, why, Duration.ZERO);
    }

    boolean isTaken() {
        return outcome.equals("DELIVERED");
    }

    /// The receiver is no more and says so.
    boolean isGone() {
        return status != null && status == GONE;
    }

    /// Whether the next message would fare no better: no answer, the server's own failure, or too many
    /// requests.
    boolean concernsTheEndpoint() {
        return status == null || status >= 500 || status == 429;
    }
}
