package vn.monitoring.report.feed;

import io.quarkus.scheduler.Scheduled;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.leave.LetGo;
import vn.monitoring.kit.problem.KitProblem;
import vn.monitoring.kit.problem.Problem;
import vn.monitoring.kit.web.StreamedBody;

/// The open streams of this replica and the window that serves them.
@ApplicationScoped
class FeedStreams {

    private final FeedHistory history;
    private final UnitPaths unitPaths;
    private final int most;
    private final Duration heartbeat;
    private final Duration patience;
    private final Set<FeedSubscription> subscriptions = ConcurrentHashMap.newKeySet();
    private volatile @Nullable FeedWindow window;
    private volatile boolean letsGo;

    FeedStreams(
            FeedHistory history,
            UnitPaths unitPaths,
            @ConfigProperty(name = "monitoring.feed.subscribers") int most,
            @ConfigProperty(name = "monitoring.feed.heartbeat") Duration heartbeat,
            @ConfigProperty(name = "monitoring.feed.patience") Duration patience) {
        this.history = history;
        this.unitPaths = unitPaths;
        this.most = most;
        this.heartbeat = heartbeat;
        this.patience = patience;
    }

    /// Opens a stream that ends when the token does.
    ///
    /// @param lastEventId the last event that the client has; null to start with new ones only
    StreamingOutput open(FeedFilter filter, @Nullable String lastEventId, Instant expiresAt, RoutingContext request) {
        if (subscriptions.size() >= most) {
            throw new Problem(
                    KitProblem.UNAVAILABLE,
                    "Có quá nhiều người đang theo dõi. Hãy thử lại sau ít phút.",
                    "Too many are listening. Try again in a few minutes.");
        }
        Long place = placeAfter(lastEventId);
        return StreamedBody.of(out -> {
            FeedSubscription subscription =
                    new FeedSubscription(this, filter, place, expiresAt, heartbeat, new Http(request.response()), out);
            request.addEndHandler(_ -> subscription.finish());
            serve(subscription);
        });
    }

    private record Http(HttpServerResponse response) implements FeedSubscription.Connection {

        @Override
        public boolean isClosed() {
            return response.closed();
        }

        @Override
        public void abort() {
            response.reset();
        }
    }

    /// @throws IOException when the client is gone
    void serve(FeedSubscription subscription) throws IOException {
        subscriptions.add(subscription);
        try {
            if (letsGo) {
                subscription.finish();
            }
            subscription.serve();
        } finally {
            subscriptions.remove(subscription);
        }
    }

    int openStreams() {
        return subscriptions.size();
    }

    /// An id that is no offset is one that the topic does not hold.
    static @Nullable Long placeAfter(@Nullable String lastEventId) {
        if (lastEventId == null || lastEventId.isBlank()) {
            return null;
        }
        String id = lastEventId.strip();
        return id.matches("\\d{1,18}") ? Long.parseLong(id) + 1 : -1L;
    }

    /// The window is there, for the first time or because the topic was made anew.
    void begin(FeedWindow fresh) {
        window = fresh;
        wake();
    }

    /// There is more in the window.
    void wake() {
        subscriptions.forEach(FeedSubscription::wake);
    }

    @Scheduled(every = "5s", identity = "feed-cut-off-stuck")
    void cutOffStuck() {
        subscriptions.forEach(subscription -> subscription.cutOffIfStuck(patience));
    }

    /// Their clients come back to another replica, with the id of the last event they have.
    void letGo(@Observes LetGo now) {
        letsGo = true;
        subscriptions.forEach(FeedSubscription::finish);
    }

    FeedHistory history() {
        return history;
    }

    @Nullable
    FeedWindow window() {
        return window;
    }

    @Nullable
    String pathOf(String unitCode) {
        return unitPaths.find(unitCode);
    }
}
