package vn.monitoring.bench.faults.work;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import vn.monitoring.bench.faults.work.Courier.Brought;
import vn.monitoring.client.Write;

/// One client that does the same work again and again, at its own pace, on a thread of its own.
abstract class Actor {

    private static final double LEAST_PAUSE = 0.5;

    private final String name;
    private final Duration pace;
    private final Successes successes = new Successes();
    private int count;

    protected final Tools tools;
    protected final Random random;

    /// @param pace the pause between two pieces of work, on average
    Actor(String name, Duration pace, Tools tools) {
        this.name = name;
        this.pace = pace;
        this.tools = tools;
        this.random = new Random(tools.seed() * 31 + name.hashCode());
    }

    /// One piece of work.
    abstract void work();

    /// Works until the shift ends.
    final void run() {
        while (tools.shift().isOpen()) {
            work();
            tools.shift().pause(Duration.ofNanos((long) (pace.toNanos() * (LEAST_PAUSE + random.nextDouble()))));
        }
    }

    final String name() {
        return name;
    }

    /// The first success of something begun after a moment.
    final Optional<Instant> succeededSince(Instant moment) {
        return successes.firstSince(moment);
    }

    final void noteSuccess(Instant begun) {
        successes.note(begun, Instant.now());
    }

    /// A text that stands nowhere else.
    protected final String nextMarker() {
        return "%s.%s.%d".formatted(tools.run(), name, ++count);
    }

    /// Writes something that the platform knows again by its key.
    ///
    /// @param subject the aggregate that is changed, empty for a new one
    protected final Brought bring(String operation, String subject, String marker, String user, Write write) {
        Write once = write.once(marker);
        return noted(() -> tools.courier().bring(meant(operation, subject, marker, 1, once), user, once));
    }

    protected final Brought bringBatch(String operation, String marker, int rows, String user, Write write) {
        Write once = write.once(marker);
        return noted(() -> tools.courier().bring(meant(operation, "", marker, rows, once), user, once));
    }

    /// Changes a version of an aggregate.
    ///
    /// @param done looks whether the change is in the aggregate; empty when that cannot be seen now
    protected final Brought change(
            String operation,
            String subject,
            String marker,
            String user,
            Write write,
            Supplier<Optional<Boolean>> done) {
        Write once = write.once(marker);
        return noted(() -> tools.courier().bring(meant(operation, subject, marker, 1, once), user, once, done));
    }

    private JournalLine.Meant meant(String operation, String subject, String marker, int rows, Write write) {
        String key = write.idempotencyKey();
        return new JournalLine.Meant(key == null ? marker : key, name, operation, marker, rows, subject);
    }

    private Brought noted(Supplier<Brought> writing) {
        Instant begun = Instant.now();
        Brought brought = writing.get();
        if (brought.isDone()) {
            noteSuccess(begun);
        }
        return brought;
    }
}
