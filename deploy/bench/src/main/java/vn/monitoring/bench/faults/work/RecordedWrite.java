package vn.monitoring.bench.faults.work;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A write with all that was told of it.
///
/// @param attempts how often it was sent
/// @param answers in the order in which they came
/// @param failedRows of a batch: the rows that were refused, from 0
public record RecordedWrite(
        JournalLine.Meant meant,
        int attempts,
        @Nullable Instant begunAt,
        List<JournalLine.Answered> answers,
        Outcome outcome,
        List<Integer> failedRows,
        @Nullable Instant endedAt) {

    /// One marker, or one for each row of a batch.
    public Stream<String> markers() {
        return meant.rows() == 1
                ? Stream.of(meant.marker())
                : IntStream.range(0, meant.rows()).mapToObj(row -> meant.marker() + "/" + row);
    }

    /// What is to be expected of a marker.
    ///
    /// @param row from 0
    public Outcome outcomeOf(int row) {
        return outcome == Outcome.ACKNOWLEDGED && failedRows.contains(row) ? Outcome.REFUSED : outcome;
    }

    /// The aggregate: the one that was meant, or the one that the answer named.
    public String subject() {
        return meant.subject().isEmpty()
                ? answers.stream()
                        .map(JournalLine.Answered::id)
                        .filter(id -> id != null)
                        .findFirst()
                        .orElse("")
                : meant.subject();
    }

    /// The marker without the run's word, as editors add it to a text.
    public String word() {
        return wordOf(meant.marker());
    }

    /// A marker without the run's word.
    public static String wordOf(String marker) {
        return marker.substring(marker.indexOf('.') + 1);
    }

    /// For a person: who did what, and what was answered.
    public String told() {
        return "%s by %s (Idempotency-Key %s, marked %s, begun %s, %d attempts, answered %s)"
                .formatted(
                        meant.operation(),
                        meant.actor(),
                        meant.key(),
                        meant.marker(),
                        begunAt,
                        attempts,
                        answers.stream()
                                .map(answer -> answer.status() == 0 ? answer.problem() : answer.status() + "")
                                .toList());
    }
}
