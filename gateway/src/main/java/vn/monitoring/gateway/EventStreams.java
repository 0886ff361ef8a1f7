package vn.monitoring.gateway;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpServerResponse;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The event streams now open. They never end by themselves, so a shutdown ends them first: their clients come back
/// to another replica with `Last-Event-ID` while ordinary answers finish here.
@Singleton
class EventStreams {

    private final Map<HttpServerResponse, HttpClientRequest> open = new ConcurrentHashMap<>();

    void add(HttpServerResponse response, @Nullable HttpClientRequest request) {
        if (request != null) {
            open.put(response, request);
        }
    }

    void remove(HttpServerResponse response) {
        open.remove(response);
    }

    int size() {
        return open.size();
    }

    void endAll(@Observes ShutdownDelayInitiatedEvent shutdown) {
        open.forEach((response, request) -> response.end().onComplete(ended -> request.reset()));
    }
}
