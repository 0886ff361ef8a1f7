package vn.monitoring.report.feed;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Flow;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.problem.KitProblem;
import vn.monitoring.kit.problem.Problem;

/// The open streams of this replica and the window that serves them.
@ApplicationScoped
class FeedStreams {

    /// How many subscribers may read their history from Kafka at once; the others wait.
    private static final int READING_HISTORY = 16;

    private final FeedHistory history;
    private final UnitPaths unitPaths;
    private final int most;
    private final Set<FeedSubscription> subscriptions = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("feed-expiry").factory());
    private final Semaphore historyTurns = new Semaphore(READING_HISTORY);
    private volatile @Nullable FeedWindow window;

    FeedStreams(
            FeedHistory history, UnitPaths unitPaths, @ConfigProperty(name = "monitoring.feed.subscribers") int most) {
        this.history = history;
        this.unitPaths = unitPaths;
        this.most = most;
    }

    /// Opens a stream that ends when the token does.
    ///
    /// @param lastEventId the last event that the client has; null to start with new ones only
    Multi<OutboundSseEvent> open(FeedFilter filter, @Nullable String lastEventId, Instant expiresAt, Sse sse) {
        if (subscriptions.size() >= most) {
            throw new Problem(
                    KitProblem.UNAVAILABLE,
                    "Có quá nhiều người đang theo dõi. Hãy thử lại sau ít phút.",
                    "Too many are listening. Try again in a few minutes.");
        }
        return Multi.createFrom().publisher(client -> subscribe(filter, lastEventId, expiresAt, sse, client));
    }

    private void subscribe(
            FeedFilter filter,
            @Nullable String lastEventId,
            Instant expiresAt,
            Sse sse,
            Flow.Subscriber<? super OutboundSseEvent> client) {
        FeedSubscription subscription = new FeedSubscription(this, filter, client, sse, threads);
        boolean readsHistory = place(subscription, lastEventId);
        // Real time, as the token's own: it says when the token ends, not when a report is due.
        long millis = Math.max(0, Duration.between(Instant.now(), expiresAt).toMillis());
        ScheduledFuture<?> expiry = timer.schedule(subscription::finish, millis, TimeUnit.MILLISECONDS);
        subscription.onEnd(() -> expiry.cancel(false));
        subscriptions.add(subscription);
        client.onSubscribe(subscription);
        if (readsHistory) {
            threads.execute(() -> readHistory(subscription));
        } else {
            FeedWindow current = window;
            if (current != null) {
                subscription.startLive(current);
            }
        }
    }

    /// Puts the subscription where the client was; whether it has to be served from Kafka first.
    private static boolean place(FeedSubscription subscription, @Nullable String lastEventId) {
        if (lastEventId == null || lastEventId.isBlank()) {
            return false;
        }
        OptionalLong last = offset(lastEventId.strip());
        subscription.startAt(last.isPresent() ? last.getAsLong() + 1 : -1);
        return true;
    }

    /// An id that is no offset is treated as one that the topic does not hold.
    private static OptionalLong offset(String text) {
        return text.matches("\\d{1,18}") ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
    }

    private void readHistory(FeedSubscription subscription) {
        FeedWindow current = window;
        if (current != null && subscription.place() <= current.end() && subscription.reachesWindow()) {
            return;
        }
        historyTurns.acquireUninterruptibly();
        try {
            history.catchUp(subscription);
        } finally {
            historyTurns.release();
        }
    }

    /// The window is there, for the first time or because the topic was made anew.
    void begin(FeedWindow fresh) {
        boolean anew = window != null;
        window = fresh;
        for (FeedSubscription subscription : subscriptions) {
            if (anew) {
                subscription.reset(fresh.end());
            } else {
                subscription.startLive(fresh);
            }
        }
    }

    /// There is more in the window.
    void wake() {
        subscriptions.forEach(FeedSubscription::wake);
    }

    @Scheduled(every = "{monitoring.feed.heartbeat}", identity = "feed-heartbeat")
    void beat() {
        subscriptions.forEach(FeedSubscription::beat);
    }

    void stop(@Observes ShutdownEvent event) {
        subscriptions.forEach(FeedSubscription::finish);
        timer.shutdownNow();
    }

    void remove(FeedSubscription subscription) {
        subscriptions.remove(subscription);
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
