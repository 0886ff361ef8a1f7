package vn.monitoring.gateway;

import io.vertx.core.Vertx;
import java.util.concurrent.TimeUnit;

/// Calls back once when nothing moved for a while. One timer per exchange, set again only when it fires; runs on
/// the event loop of the exchange.
final class IdleWatch {

    private final Vertx vertx;
    private final long limitNanos;
    private final Runnable onIdle;
    private long lastMove = System.nanoTime();
    private long timer;
    private boolean stopped;

    IdleWatch(Vertx vertx, long limitMillis, Runnable onIdle) {
        this.vertx = vertx;
        this.limitNanos = TimeUnit.MILLISECONDS.toNanos(limitMillis);
        this.onIdle = onIdle;
        schedule(limitNanos);
    }

    void moved() {
        lastMove = System.nanoTime();
    }

    void stop() {
        stopped = true;
        vertx.cancelTimer(timer);
    }

    private void schedule(long nanos) {
        timer = vertx.setTimer(Math.max(1, TimeUnit.NANOSECONDS.toMillis(nanos)), id -> check());
    }

    private void check() {
        if (stopped) {
            return;
        }
        long left = lastMove + limitNanos - System.nanoTime();
        if (left > 0) {
            schedule(left);
            return;
        }
        stopped = true;
        onIdle.run();
    }
}
