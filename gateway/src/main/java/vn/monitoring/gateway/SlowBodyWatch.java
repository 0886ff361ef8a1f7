package vn.monitoring.gateway;

import io.vertx.core.Vertx;
import java.time.Duration;

/// Calls back once when a client sends its body too slowly: less than so many bytes in a stretch of time in which the
/// service was ready to take more. Runs on the event loop of the exchange.
final class SlowBodyWatch {

    private final Vertx vertx;
    private final long leastBytes;
    private final Runnable onSlow;
    private final long timer;
    private long bytes;
    private boolean heldBack;

    SlowBodyWatch(Vertx vertx, Duration stretch, long leastBytes, Runnable onSlow) {
        this.vertx = vertx;
        this.leastBytes = leastBytes;
        this.onSlow = onSlow;
        this.timer = vertx.setPeriodic(stretch.toMillis(), id -> judge());
    }

    void received(int count) {
        bytes += count;
    }

    /// The service does not keep up: that is not the client's fault.
    void heldBack() {
        heldBack = true;
    }

    void stop() {
        vertx.cancelTimer(timer);
    }

    private void judge() {
        if (bytes < leastBytes && !heldBack) {
            stop();
            onSlow.run();
            return;
        }
        bytes = 0;
        heldBack = false;
    }
}
