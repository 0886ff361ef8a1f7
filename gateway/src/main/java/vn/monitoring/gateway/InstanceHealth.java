package vn.monitoring.gateway;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/// Whether an instance of a service is worth a try (a circuit breaker).
///
/// So many failed requests in a row open it, and so do two questions after its readiness that it says nothing to:
/// a process that hangs still takes connections. Requests then go to other instances, or are answered at once. It is
/// asked
/// all the time; the first yes closes it, so that no client's request serves as the trial. Any thread.
final class InstanceHealth {

    /// What an instance says of itself.
    enum State {
        READY,
        /// It answers, but lacks something or is about to end: the last choice.
        NOT_READY,
        DOWN
    }

    private static final Logger LOG = Logger.getLogger(InstanceHealth.class);
    private static final int MOST_SILENCES = 2;

    private final String instance;
    private final int mostFailures;
    private final long probeMillis;
    private final Supplier<Future<State>> probe;
    private final Vertx vertx;
    private final Runnable whenDown;
    private final AtomicInteger failures = new AtomicInteger();
    private final AtomicInteger silences = new AtomicInteger();
    private volatile State state = State.READY;
    private volatile boolean closed;

    /// @param instance its name in logs
    /// @param mostFailures in a row, until the instance is taken to be down
    /// @param probe asks whether it is ready; completes soon, with DOWN when no answer comes, and never fails
    /// @param whenDown what to do at the moment at which it is taken to be down
    InstanceHealth(
            String instance,
            int mostFailures,
            Duration probeEvery,
            Supplier<Future<State>> probe,
            Vertx vertx,
            Runnable whenDown) {
        this.instance = instance;
        this.mostFailures = mostFailures;
        this.probeMillis = probeEvery.toMillis();
        this.probe = probe;
        this.vertx = vertx;
        this.whenDown = whenDown;
        probeLater();
    }

    State state() {
        return state;
    }

    /// The instance took a connection and answered.
    void answered() {
        if (failures.get() != 0) {
            failures.set(0);
        }
    }

    /// The instance could not be reached, or did not answer in time.
    void failed() {
        if (failures.incrementAndGet() >= mostFailures) {
            down(failures.get() + " failures in a row");
        }
    }

    /// Asks no more.
    void close() {
        closed = true;
    }

    private void probeLater() {
        vertx.setTimer(probeMillis, timer -> {
            if (!closed) {
                probe.get().onSuccess(this::probed);
            }
        });
    }

    private void probed(State answer) {
        if (answer == State.DOWN) {
            if (silences.incrementAndGet() >= MOST_SILENCES) {
                down("it says nothing");
            }
        } else {
            silences.set(0);
            heard(answer);
        }
        probeLater();
    }

    /// One that is down comes back only when it is ready.
    private synchronized void heard(State answer) {
        if (state == answer || state == State.DOWN && answer == State.NOT_READY) {
            return;
        }
        LOG.infof("%s is %s", instance, answer == State.READY ? "ready again" : "not ready");
        failures.set(0);
        state = answer;
    }

    private synchronized void down(String why) {
        if (state != State.DOWN) {
            LOG.warnf("%s is down: %s", instance, why);
            state = State.DOWN;
            whenDown.run();
        }
    }
}
