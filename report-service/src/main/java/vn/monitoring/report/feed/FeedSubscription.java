package vn.monitoring.report.feed;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// One open stream: a place in the feed that moves on as fast as its client reads, and no further buffer.
///
/// It is served by its own virtual thread, from the window. A place that the window does not hold is first
/// served from Kafka (see [FeedHistory]). Its client may be slow: writing waits for it, and a client that the
/// window passes by is disconnected and resumes by its last id; one that reads nothing at all is cut off (see
/// [FeedStreams]).
final class FeedSubscription {

    /// Not placed yet: starts where the window ends as soon as there is one.
    private static final long UNPLACED = Long.MIN_VALUE;

    /// What lies under the stream.
    interface Connection {

        /// Whether the client is gone; writing to it would go nowhere without a word.
        boolean isClosed();

        /// Breaks it, also while something is being written to it.
        void abort();
    }

    private final FeedStreams streams;
    private final FeedFilter filter;
    private final Instant expiresAt;
    private final Duration heartbeat;
    private final Connection connection;
    private final OutputStream out;
    private final Semaphore news = new Semaphore(0);
    private @Nullable FeedWindow window;
    private boolean unflushed;
    private long place;
    private long lastWritten;
    private volatile long writingSince;
    private volatile boolean finishing;

    /// @param place the offset that comes next; null to start with new entries, -1 for a place that is no
    /// offset
    FeedSubscription(
            FeedStreams streams,
            FeedFilter filter,
            @Nullable Long place,
            Instant expiresAt,
            Duration heartbeat,
            Connection connection,
            OutputStream out) {
        this.streams = streams;
        this.filter = filter;
        this.expiresAt = expiresAt;
        this.heartbeat = heartbeat;
        this.connection = connection;
        this.out = out;
        FeedWindow current = streams.window();
        if (place != null) {
            this.place = place;
        } else if (current == null) {
            this.place = UNPLACED;
        } else {
            this.window = current;
            this.place = current.end();
        }
    }

    /// Serves the stream until its token expires, the client or the service ends it, or the client is too
    /// slow.
    ///
    /// @throws IOException when the client is gone
    void serve() throws IOException {
        write(SseFrames.greeting(reached()));
        flush();
        while (!isEnding()) {
            FeedWindow current = streams.window();
            if (current != null && current != window) {
                enter(current);
            } else if (current != null) {
                takeFrom(current);
            }
            flush();
            if (!isEnding() && current == streams.window()) {
                awaitNews();
            }
        }
    }

    /// The window is there, for the first time or because the topic was made anew.
    private void enter(FeedWindow current) throws IOException {
        boolean anew = window != null;
        window = current;
        if (anew || place == -1) {
            reset(current.end());
        } else if (place == UNPLACED) {
            place = current.end();
        } else if (place < current.start() || place > current.end()) {
            streams.history().catchUp(this);
        }
        takeFrom(current);
    }

    private void takeFrom(FeedWindow current) throws IOException {
        while (!isEnding()) {
            long end = current.end();
            PlacedEntry entry = current.at(place);
            // Asked after the entry: the window moves its start before it lets an entry go.
            if (place < current.start()) {
                finishing = true;
                return;
            }
            if (entry == null) {
                place = Math.max(place, end);
                return;
            }
            take(entry);
        }
    }

    /// Sends an entry if the subscriber is to see it; either way the place is behind it.
    void take(PlacedEntry entry) throws IOException {
        if (filter.shows(entry, streams.pathOf(entry.unitCode()))) {
            write(entry.frame());
        }
        place = entry.offset() + 1;
    }

    /// The place up to which there is nothing more to send.
    void goTo(long offset) throws IOException {
        place = Math.max(place, offset);
        flush();
    }

    /// Tells the client to load everything anew and goes on at an offset.
    void reset(long offset) throws IOException {
        place = offset;
        write(SseFrames.reset(offset));
    }

    /// Whether the window has what comes next.
    boolean reachesWindow() {
        FeedWindow current = streams.window();
        return current != null && place >= current.start();
    }

    /// The offset that comes next.
    long place() {
        return place;
    }

    boolean isEnding() {
        // Real time, as the token's own: it says when the token ends, not when a report is due.
        return finishing || connection.isClosed() || !Instant.now().isBefore(expiresAt);
    }

    /// Ends the stream after what is being sent.
    void finish() {
        finishing = true;
        wake();
    }

    /// There may be something to send.
    void wake() {
        if (news.availablePermits() == 0) {
            news.release();
        }
    }

    /// Cuts the stream off if its client has not taken what was written to it for so long.
    void cutOffIfStuck(Duration patience) {
        long since = writingSince;
        if (since != 0 && System.nanoTime() - since > patience.toNanos()) {
            finishing = true;
            connection.abort();
        }
    }

    private void awaitNews() throws IOException {
        long quiet = System.nanoTime() - lastWritten;
        long untilBeat = heartbeat.toNanos() - quiet;
        if (untilBeat <= 0) {
            write(SseFrames.heartbeat(reached()));
            flush();
            return;
        }
        long untilExpiry =
                Math.max(0, Duration.between(Instant.now(), expiresAt).toNanos());
        try {
            if (news.tryAcquire(Math.min(untilBeat, untilExpiry), TimeUnit.NANOSECONDS)) {
                news.drainPermits();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            finishing = true;
        }
    }

    private long reached() {
        return place == UNPLACED ? -1 : place - 1;
    }

    private void write(byte[] frame) throws IOException {
        lastWritten = System.nanoTime();
        writingSince = lastWritten;
        out.write(frame);
        unflushed = true;
    }

    private void flush() throws IOException {
        if (unflushed) {
            unflushed = false;
            out.flush();
        }
        writingSince = 0;
    }
}
