package vn.monitoring.bench.faults.work;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// How long the clients work: begins, takes no new work from a moment on, and is over some time later.
final class Shift {

    private static final Duration LOOK = Duration.ofMillis(100);

    private volatile boolean closing;
    private volatile @Nullable Instant over;

    /// Whether new work may be begun.
    boolean isOpen() {
        return !closing;
    }

    /// Whether even what was begun is left as it is.
    boolean isOver() {
        Instant end = over;
        return end != null && !Instant.now().isBefore(end);
    }

    void close(Duration patience) {
        over = Instant.now().plus(patience);
        closing = true;
    }

    /// Pauses, but not longer than new work may be begun.
    void pause(Duration time) {
        Instant end = Instant.now().plus(time);
        while (isOpen() && Instant.now().isBefore(end)) {
            LockSupport.parkNanos(Math.min(
                    LOOK.toNanos(),
                    Math.max(1, Duration.between(Instant.now(), end).toNanos())));
        }
    }

    /// Pauses before something is tried again.
    static void waitFor(Duration time) {
        LockSupport.parkNanos(time.toNanos());
    }
}
