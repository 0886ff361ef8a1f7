package vn.monitoring.bench.faults.work;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import vn.monitoring.client.Json;
import vn.monitoring.client.Write;

/// Brings a write to the platform: repeats it with the same Idempotency-Key, and longer and longer pauses, until the
/// answer is certain or the shift is over. Everything is journaled.
final class Courier {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(3);

    private final Door door;
    private final Journal journal;
    private final Shift shift;

    Courier(Door door, Journal journal, Shift shift) {
        this.door = door;
        this.journal = journal;
        this.shift = shift;
    }

    /// What became of a write.
    record Brought(Outcome outcome, Reply last) {

        boolean isDone() {
            return outcome == Outcome.ACKNOWLEDGED;
        }
    }

    /// @param write bears the key of what is meant
    Brought bring(JournalLine.Meant meant, String user, Write write) {
        return bring(meant, user, write, Optional::empty);
    }

    /// As the other, for a write that the platform does not know again by its key: after an attempt whose end is open,
    /// "stale" may mean that that attempt changed the aggregate itself.
    ///
    /// @param done looks whether the write is in the aggregate; empty when that cannot be seen now
    Brought bring(JournalLine.Meant meant, String user, Write write, Supplier<Optional<Boolean>> done) {
        journal.add(meant);
        boolean open = false;
        Duration pause = FIRST_PAUSE;
        for (int attempt = 1; ; attempt++) {
            Reply reply = attempt(meant, attempt, user, write);
            switch (reply.meaning()) {
                case DONE -> {
                    return end(meant, Outcome.ACKNOWLEDGED, reply);
                }
                case REFUSED -> {
                    return end(meant, open ? afterOpenAttempt(reply, done) : Outcome.REFUSED, reply);
                }
                case OPEN -> open = true;
                case NOT_NOW -> {}
            }
            if (shift.isOver()) {
                return end(meant, open ? Outcome.UNKNOWN : Outcome.REFUSED, reply);
            }
            Shift.waitFor(pause);
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        }
    }

    private Reply attempt(JournalLine.Meant meant, int attempt, String user, Write write) {
        journal.add(new JournalLine.Sent(meant.key(), attempt, Instant.now()));
        Reply reply = door.send(user, write);
        journal.add(new JournalLine.Answered(
                meant.key(), attempt, Instant.now(), reply.status(), reply.code(), reply.id(), reply.version()));
        return reply;
    }

    /// A refusal says nothing of the attempts before it, except that no later one can take effect on a version that is
    /// gone.
    private Outcome afterOpenAttempt(Reply reply, Supplier<Optional<Boolean>> done) {
        if (reply.status() != 412) {
            return Outcome.UNKNOWN;
        }
        Optional<Boolean> seen = done.get();
        while (seen.isEmpty() && !shift.isOver()) {
            Shift.waitFor(FIRST_PAUSE);
            seen = done.get();
        }
        return seen.map(there -> there ? Outcome.ACKNOWLEDGED : Outcome.REFUSED).orElse(Outcome.UNKNOWN);
    }

    private Brought end(JournalLine.Meant meant, Outcome outcome, Reply reply) {
        List<Integer> failed = outcome == Outcome.ACKNOWLEDGED && reply.status() == 207 ? failedRows(reply) : List.of();
        journal.add(new JournalLine.Ended(meant.key(), outcome, failed, Instant.now()));
        return new Brought(outcome, reply);
    }

    /// Of a batch that was asked for failed results only; the answer counts rows from 1.
    private static List<Integer> failedRows(Reply reply) {
        List<Integer> failed = new ArrayList<>();
        for (JsonNode result : Json.tree(reply.text()).path("results")) {
            failed.add(result.path("row").asInt() - 1);
        }
        return failed;
    }
}
