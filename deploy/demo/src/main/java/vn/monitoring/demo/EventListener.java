package vn.monitoring.demo;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.monitoring.client.Api;
import vn.monitoring.client.ClientFailure;
import vn.monitoring.client.Unreachable;
import vn.monitoring.client.Wait;

/// Follows the event stream as one user, and comes back with `Last-Event-ID` whenever it ends: by the platform (its
/// token expires), by a fault, or on purpose.
final class EventListener implements AutoCloseable {

    private static final Duration BEFORE_COMING_BACK = Duration.ofMillis(300);

    private final Api api;
    private final String user;
    private final Consumer<FeedEvent> onEvent;
    private final List<FeedEvent> events = new ArrayList<>();
    private final Thread thread;
    private volatile @Nullable EventStream stream;
    private volatile @Nullable String place;
    private volatile boolean closed;
    private volatile int connections;
    private volatile @Nullable RuntimeException broken;
    private volatile long lastEventAt = System.nanoTime();

    /// @param startAfter the place in the feed after which to begin, or null for what happens from now on
    EventListener(Api api, String user, @Nullable String startAfter, Consumer<FeedEvent> onEvent) {
        this.api = api;
        this.user = user;
        this.place = startAfter;
        this.onEvent = onEvent;
        this.thread = Thread.ofVirtual().name("events of " + user).unstarted(this::follow);
    }

    /// Returns once the stream is open.
    EventListener start() {
        thread.start();
        awaitConnection(0);
        return this;
    }

    /// Cuts the connection and returns once a new one is open.
    void reconnect() {
        int before = connections;
        closeStream();
        awaitConnection(before);
    }

    private void awaitConnection(int before) {
        Wait.until("the event stream of " + user + " is open", () -> {
            failIfBroken();
            return connections > before ? java.util.Optional.of(connections) : java.util.Optional.empty();
        });
    }

    private void follow() {
        try {
            while (!closed) {
                followOnce();
            }
        } catch (ClientFailure failure) {
            broken = failure;
        }
    }

    private void followOnce() {
        try (EventStream opened = EventStream.open(api, user, place)) {
            stream = opened;
            connections++;
            opened.read(this::at, this::add);
        } catch (IOException | Unreachable ended) {
            Wait.pause(BEFORE_COMING_BACK);
        }
    }

    private void at(String reached) {
        place = reached;
    }

    private synchronized void add(FeedEvent event) {
        events.add(event);
        lastEventAt = System.nanoTime();
        onEvent.accept(event);
    }

    synchronized List<FeedEvent> events() {
        return List.copyOf(events);
    }

    /// The place after which to go on; null before the first event.
    @Nullable
    String place() {
        return place;
    }

    int connections() {
        return connections;
    }

    Duration quietFor() {
        return Duration.ofNanos(System.nanoTime() - lastEventAt);
    }

    String user() {
        return user;
    }

    void failIfBroken() {
        RuntimeException failure = broken;
        if (failure != null) {
            throw failure;
        }
    }

    private void closeStream() {
        EventStream open = stream;
        if (open != null) {
            open.close();
        }
    }

    @Override
    public void close() {
        closed = true;
        closeStream();
        thread.interrupt();
    }
}
