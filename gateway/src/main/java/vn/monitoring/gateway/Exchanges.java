package vn.monitoring.gateway;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/// The exchanges now under way. A shutdown first ends the event streams, which never end by themselves: their clients
/// come back to another replica with `Last-Event-ID`, while ordinary answers finish here.
@Singleton
class Exchanges {

    private static final Logger LOG = Logger.getLogger(Exchanges.class);

    private final GatewaySettings settings;
    private final Set<Exchange> open = ConcurrentHashMap.newKeySet();

    Exchanges(GatewaySettings settings) {
        this.settings = settings;
    }

    void begin(Exchange exchange) {
        open.add(exchange);
    }

    synchronized void end(Exchange exchange) {
        open.remove(exchange);
        notifyAll();
    }

    int size() {
        return open.size();
    }

    /// Ends the event streams of an instance that is down; their clients resume at another one.
    void endStreams(Instance instance) {
        open.stream().filter(exchange -> exchange.isAt(instance)).forEach(Exchange::endStream);
    }

    /// Holds the shutdown up until nothing is under way, or the patience for it is over.
    synchronized void finish(@Observes ShutdownDelayInitiatedEvent shutdown) throws InterruptedException {
        open.forEach(Exchange::endStream);
        long deadline = System.nanoTime() + settings.shutdownTimeout().toNanos();
        while (!open.isEmpty()) {
            long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            if (left <= 0) {
                LOG.warnf("%d exchanges cut off by the shutdown", open.size());
                return;
            }
            wait(left);
        }
    }
}
