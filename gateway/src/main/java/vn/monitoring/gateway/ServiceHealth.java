package vn.monitoring.gateway;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/// Whether a service is worth a try (a circuit breaker).
///
/// Closed at first. So many failures in a row open it: requests are then answered at once instead of each waiting for a
/// connection. While it is open, the service is asked in the background whether it is ready; the first yes closes
/// it, so that no client's request serves as the trial. Any thread.
final class ServiceHealth {

    private static final Logger LOG = Logger.getLogger(ServiceHealth.class);

    private final String service;
    private final int mostFailures;
    private final long probeMillis;
    private final Supplier<Future<Boolean>> probe;
    private final Vertx vertx;
    private final AtomicInteger failures = new AtomicInteger();
    private final AtomicBoolean down = new AtomicBoolean();

    /// @param mostFailures in a row, until the service is taken to be down
    /// @param probe asks the service whether it is ready; completes soon, with false rather than a failure
    ServiceHealth(String service, int mostFailures, Duration probeEvery, Supplier<Future<Boolean>> probe, Vertx vertx) {
        this.service = service;
        this.mostFailures = mostFailures;
        this.probeMillis = probeEvery.toMillis();
        this.probe = probe;
        this.vertx = vertx;
    }

    boolean isDown() {
        return down.get();
    }

    /// The service took a connection and answered.
    void answered() {
        if (failures.get() != 0) {
            failures.set(0);
        }
    }

    /// The service could not be reached, or did not answer in time.
    void failed() {
        if (failures.incrementAndGet() >= mostFailures && down.compareAndSet(false, true)) {
            LOG.warnf("%s is down after %d failures in a row", service, mostFailures);
            probeLater();
        }
    }

    private void probeLater() {
        vertx.setTimer(probeMillis, timer -> probe.get().onSuccess(this::probed));
    }

    private void probed(boolean ready) {
        if (!ready) {
            probeLater();
            return;
        }
        LOG.infof("%s is ready again", service);
        failures.set(0);
        down.set(false);
    }
}
