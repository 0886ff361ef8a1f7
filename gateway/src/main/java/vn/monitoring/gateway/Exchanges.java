package vn.monitoring.gateway;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import vn.monitoring.kit.leave.LetGo;

/// The exchanges now under way. A process that leaves ends the event streams, which never end by themselves: their
/// clients come back to another replica with `Last-Event-ID`, while ordinary answers finish here.
@Singleton
class Exchanges {

    private final Set<Exchange> open = ConcurrentHashMap.newKeySet();
    private volatile boolean streamsAreOver;

    void begin(Exchange exchange) {
        open.add(exchange);
    }

    void end(Exchange exchange) {
        open.remove(exchange);
    }

    int size() {
        return open.size();
    }

    /// Ends the event streams of an instance that is down; their clients resume at another one.
    void endStreams(Instance instance) {
        open.stream().filter(exchange -> exchange.isAt(instance)).forEach(Exchange::endStream);
    }

    void letGo(@Observes LetGo now) {
        streamsAreOver = true;
        open.forEach(Exchange::endStream);
    }

    /// Whether a stream that opens only now is to end at once.
    boolean areStreamsOver() {
        return streamsAreOver;
    }
}
