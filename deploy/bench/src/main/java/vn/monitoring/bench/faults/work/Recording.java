package vn.monitoring.bench.faults.work;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.monitoring.client.Json;

/// What a journal says: its lines by kind, and its writes put together. Safe for many threads.
public final class Recording {

    private static final class Open {
        private final JournalLine.Meant meant;
        private final List<JournalLine.Answered> answers = new ArrayList<>(1);
        private int attempts;
        private @Nullable Instant begunAt;
        private JournalLine.@Nullable Ended ended;

        private Open(JournalLine.Meant meant) {
            this.meant = meant;
        }

        private RecordedWrite asWrite() {
            JournalLine.Ended end = ended;
            return new RecordedWrite(
                    meant,
                    attempts,
                    begunAt,
                    List.copyOf(answers),
                    end == null ? Outcome.UNKNOWN : end.outcome(),
                    end == null ? List.of() : end.failedRows(),
                    end == null ? null : end.at());
        }
    }

    private final Map<String, Open> writes = new LinkedHashMap<>();
    private final List<JournalLine> others = new ArrayList<>();
    private String run = "";

    /// Reads a journal from its file.
    ///
    /// @throws UncheckedIOException when it cannot be read
    public static Recording read(Path file) {
        Recording recording = new Recording();
        try (Stream<String> lines = Files.lines(file)) {
            lines.map(line -> Json.read(line, JournalLine.class)).forEach(recording::take);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return recording;
    }

    /// Takes the next line.
    ///
    /// @throws IllegalStateException when it speaks of a write that was never meant
    public synchronized void take(JournalLine line) {
        switch (line) {
            case JournalLine.Begun begun -> run = begun.run();
            case JournalLine.Meant meant -> writes.put(meant.key(), new Open(meant));
            case JournalLine.Sent sent -> {
                Open write = open(sent.key());
                write.attempts = sent.attempt();
                write.begunAt = write.begunAt == null ? sent.at() : write.begunAt;
            }
            case JournalLine.Answered answered -> open(answered.key()).answers.add(answered);
            case JournalLine.Ended ended -> open(ended.key()).ended = ended;
            case JournalLine.Asked _,
                    JournalLine.Connected _,
                    JournalLine.Heard _,
                    JournalLine.Reset _,
                    JournalLine.Registered _,
                    JournalLine.Delivered _,
                    JournalLine.Edited _,
                    JournalLine.Stopped _ -> others.add(line);
        }
    }

    /// What was certain at a moment: of a write whose end came later nothing is known, one that was begun later was not
    /// meant yet.
    ///
    /// @param begunBy writes begun later are left out; not before `moment`
    public synchronized Recording asOf(Instant moment, Instant begunBy) {
        Recording then = new Recording();
        then.run = run;
        writes.forEach((key, write) -> {
            Instant begun = write.begunAt;
            if (begun == null || begun.isAfter(begunBy)) {
                return;
            }
            Open copy = new Open(write.meant);
            copy.attempts = write.attempts;
            copy.begunAt = begun;
            JournalLine.Ended ended = write.ended;
            if (ended != null && ended.at().isBefore(moment)) {
                copy.answers.addAll(write.answers);
                copy.ended = ended;
            }
            then.writes.put(key, copy);
        });
        return then;
    }

    private Open open(String key) {
        Open write = writes.get(key);
        if (write == null) {
            throw new IllegalStateException("the journal tells of a write that was never meant: " + key);
        }
        return write;
    }

    /// The word with which all markers of the run begin.
    public synchronized String run() {
        return run;
    }

    /// In the order in which they were meant.
    public synchronized List<RecordedWrite> writes() {
        return writes.values().stream().map(Open::asWrite).toList();
    }

    /// The other lines of a kind, in their order.
    public synchronized <T extends JournalLine> List<T> lines(Class<T> kind) {
        return others.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
