package vn.monitoring.report.webhook;

import java.time.Duration;
import java.time.Instant;

/// When a delivery that failed is tried again: after 5 s, 20 s, 80 s, … four times longer each time up to 8
/// hours, each lengthened by up to a fifth by chance so that many do not come at once. Three days after it
/// was queued it is over.
final class Backoff {

    static final Duration PATIENCE = Duration.ofDays(3);

    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofHours(8);
    private static final int FACTOR = 4;
    private static final double JITTER = 0.2;

    private Backoff() {}

    /// @param tries how often it was tried since it was queued, at least 1
    /// @param chance from 0 up to 1
    /// @param asked how long the receiver asked to be left alone (`Retry-After`), zero when it did not
    /// @return never after the end of the three days, which is when it is given up
    static Instant next(Instant queuedAt, int tries, Instant now, double chance, Duration asked) {
        Duration delay = FIRST;
        for (int time = 1; time < tries && delay.compareTo(LONGEST) < 0; time++) {
            delay = delay.multipliedBy(FACTOR);
        }
        delay = delay.compareTo(LONGEST) > 0 ? LONGEST : delay;
        delay = delay.plusMillis((long) (delay.toMillis() * JITTER * chance));
        delay = delay.compareTo(asked) < 0 ? asked : delay;
        Instant next = now.plus(delay);
        Instant end = queuedAt.plus(PATIENCE);
        return next.isAfter(end) ? end : next;
    }
}
