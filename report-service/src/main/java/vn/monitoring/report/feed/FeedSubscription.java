package vn.monitoring.report.feed;

import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// One open stream: a place in the feed that moves on as fast as its client reads, and no further buffer.
///
/// It is served from the window. A place before the window is first served from Kafka (see [FeedHistory]); a
/// client so slow that the window passes it by is disconnected, and resumes by its last id. Events are built on
/// virtual threads, one at a time.
final class FeedSubscription implements Flow.Subscription {

    private static final long RETRY_MILLIS = 2_000;
    private static final long SLOWEST_SECONDS = 30;

    private enum Phase {
        /// The window is not there yet; starts at its end.
        WAITING,
        /// Served by [FeedHistory].
        HISTORY,
        /// Served from the window.
        LIVE
    }

    private final FeedStreams streams;
    private final FeedFilter filter;
    private final Flow.Subscriber<? super OutboundSseEvent> client;
    private final Sse sse;
    private final Executor threads;
    private final AtomicLong demand = new AtomicLong();
    private final AtomicInteger work = new AtomicInteger();
    private final Queue<PlacedEntry> chunk = new ArrayDeque<>();
    private final Semaphore chunkSent = new Semaphore(0);
    private boolean chunkOpen;
    private long chunkEnd;
    private volatile Phase phase = Phase.WAITING;
    private volatile long place;
    private volatile @Nullable Long resetTo;
    private volatile boolean greeting = true;
    private volatile boolean heartbeat;
    private volatile boolean finishing;
    private volatile boolean done;
    private volatile Runnable whenEnded = () -> {};

    FeedSubscription(
            FeedStreams streams,
            FeedFilter filter,
            Flow.Subscriber<? super OutboundSseEvent> client,
            Sse sse,
            Executor threads) {
        this.streams = streams;
        this.filter = filter;
        this.client = client;
        this.sse = sse;
        this.threads = threads;
    }

    @Override
    public void request(long n) {
        demand.accumulateAndGet(n, (have, more) -> have + more < 0 ? Long.MAX_VALUE : have + more);
        wake();
    }

    @Override
    public void cancel() {
        done = true;
        chunkSent.release();
        end();
    }

    /// What to do when the stream has ended, whoever ended it.
    void onEnd(Runnable action) {
        whenEnded = action;
    }

    /// The offset that comes next.
    long place() {
        return place;
    }

    /// Looks for something to send, soon and on another thread.
    void wake() {
        if (work.getAndIncrement() == 0) {
            threads.execute(this::send);
        }
    }

    /// Sends a comment, so that both ends know that the connection lives.
    void beat() {
        heartbeat = true;
        wake();
    }

    /// Ends the stream after what is being sent.
    void finish() {
        finishing = true;
        chunkSent.release();
        wake();
    }

    /// Starts at the window's end, with new entries only.
    synchronized void startLive(FeedWindow window) {
        if (phase == Phase.WAITING) {
            place = window.end();
            phase = Phase.LIVE;
        }
        wake();
    }

    /// Starts at a place, from Kafka until the window is reached.
    void startAt(long offset) {
        place = offset;
        phase = Phase.HISTORY;
    }

    /// Tells the client to load everything anew and goes on at an offset.
    void reset(long offset) {
        place = offset;
        phase = Phase.LIVE;
        resetTo = offset;
        chunkSent.release();
        wake();
    }

    /// Whether the window has what comes next; from then on it is served from there.
    boolean reachesWindow() {
        FeedWindow window = streams.window();
        if (window == null || place < window.start()) {
            return false;
        }
        phase = Phase.LIVE;
        wake();
        return true;
    }

    /// Hands over older entries and waits until they are sent.
    ///
    /// @param next the offset that follows them
    /// @return false when the stream has ended, also because its client reads too slowly
    boolean offer(List<PlacedEntry> entries, long next) {
        if (phase != Phase.HISTORY) {
            return false;
        }
        if (entries.isEmpty()) {
            place = Math.max(place, next);
            return !ended();
        }
        synchronized (chunk) {
            chunk.addAll(entries);
            chunkEnd = next;
            chunkOpen = true;
        }
        wake();
        try {
            if (!chunkSent.tryAcquire(SLOWEST_SECONDS, TimeUnit.SECONDS)) {
                finish();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            finish();
        }
        return !ended();
    }

    boolean ended() {
        return done || finishing;
    }

    private void send() {
        int seen = work.get();
        do {
            while (!done && demand.get() > 0) {
                OutboundSseEvent event = next();
                if (event == null) {
                    break;
                }
                demand.decrementAndGet();
                client.onNext(event);
            }
            if (finishing && !done) {
                done = true;
                end();
                client.onComplete();
            }
            seen = work.addAndGet(-seen);
        } while (seen != 0);
    }

    private void end() {
        streams.remove(this);
        whenEnded.run();
    }

    private @Nullable OutboundSseEvent next() {
        if (greeting) {
            greeting = false;
            return placed(sse.newEventBuilder().comment("connected").reconnectDelay(RETRY_MILLIS));
        }
        Long reset = resetTo;
        if (reset != null) {
            resetTo = null;
            return placed(sse.newEventBuilder().name("reset").data(String.class, "{\"next\":" + reset + "}"));
        }
        OutboundSseEvent event = switch (phase) {
            case WAITING -> null;
            case HISTORY -> nextOfChunk();
            case LIVE -> nextOfWindow();
        };
        if (event == null && heartbeat && !finishing) {
            heartbeat = false;
            return placed(sse.newEventBuilder().comment("heartbeat"));
        }
        return event;
    }

    private @Nullable OutboundSseEvent nextOfChunk() {
        synchronized (chunk) {
            for (PlacedEntry entry = chunk.poll(); entry != null; entry = chunk.poll()) {
                place = entry.offset() + 1;
                if (shows(entry)) {
                    return event(entry);
                }
            }
            if (chunkOpen) {
                chunkOpen = false;
                place = chunkEnd;
                chunkSent.release();
            }
            return null;
        }
    }

    private @Nullable OutboundSseEvent nextOfWindow() {
        FeedWindow window = streams.window();
        if (window == null) {
            return null;
        }
        while (!finishing) {
            long end = window.end();
            PlacedEntry entry = window.at(place);
            // Asked after the entry: the window moves its start before it lets an entry go.
            if (place < window.start()) {
                finishing = true;
                return null;
            }
            if (entry == null) {
                place = Math.max(place, end);
                return null;
            }
            place = entry.offset() + 1;
            if (shows(entry)) {
                return event(entry);
            }
        }
        return null;
    }

    private boolean shows(PlacedEntry entry) {
        return filter.shows(entry, streams.pathOf(entry.unitCode()));
    }

    private OutboundSseEvent event(PlacedEntry entry) {
        return sse.newEventBuilder()
                .id(Long.toString(entry.offset()))
                .data(String.class, entry.json())
                .build();
    }

    /// Names the place reached, so that a client that sees little resumes from here and not from its last visible
    /// event.
    private OutboundSseEvent placed(OutboundSseEvent.Builder builder) {
        long reached = place - 1;
        return phase == Phase.WAITING || reached < 0
                ? builder.build()
                : builder.id(Long.toString(reached)).build();
    }
}
