package vn.monitoring.bench.faults.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {

    private static final Instant AT = Instant.parse("2026-11-23T03:00:00Z");

    @TempDir
    Path folder;

    private Path file() {
        return folder.resolve("run/journal.ndjson");
    }

    private static JournalLine.Meant meant(String key) {
        return new JournalLine.Meant(key, "figures1", "submitMeasurement", "r1.figures1.1", 1, "");
    }

    @Test
    void isReadAsItWasWritten() {
        try (Journal journal = Journal.at(file())) {
            journal.add(new JournalLine.Begun("r1", AT));
            journal.add(meant("k1"));
            journal.add(new JournalLine.Sent("k1", 1, AT));
            journal.add(new JournalLine.Answered("k1", 1, AT.plusSeconds(10), 0, "HttpTimeoutException", null, null));
            journal.add(new JournalLine.Sent("k1", 2, AT.plusSeconds(11)));
            journal.add(new JournalLine.Answered("k1", 2, AT.plusSeconds(12), 201, "", "m1", 0L));
            journal.add(new JournalLine.Ended("k1", Outcome.ACKNOWLEDGED, List.of(), AT.plusSeconds(12)));
            journal.add(new JournalLine.Heard("feed1", 7, "f1", AT, AT));

            Recording read = Recording.read(file());

            assertThat(read.run()).isEqualTo("r1");
            assertThat(read.writes()).isEqualTo(journal.recording().writes());
            assertThat(read.lines(JournalLine.Heard.class))
                    .containsExactly(new JournalLine.Heard("feed1", 7, "f1", AT, AT));
            RecordedWrite write = read.writes().getFirst();
            assertThat(write.attempts()).isEqualTo(2);
            assertThat(write.begunAt()).isEqualTo(AT);
            assertThat(write.subject()).isEqualTo("m1");
            assertThat(write.told()).contains("submitMeasurement by figures1", "[HttpTimeoutException, 201]");
        }
    }

    @Test
    void leavesTheEndOfAWriteOpenThatWasCutOff() {
        try (Journal journal = Journal.at(file())) {
            journal.add(meant("k1"));
            journal.add(new JournalLine.Sent("k1", 1, AT));
        }

        assertThat(Recording.read(file()).writes())
                .singleElement()
                .extracting(RecordedWrite::outcome)
                .isEqualTo(Outcome.UNKNOWN);
    }

    @Test
    void tellsWhatWasCertainAtAMoment() {
        try (Journal journal = Journal.at(file())) {
            journal.add(new JournalLine.Begun("r1", AT));
            write(journal, "before", AT, AT.plusSeconds(1));
            write(journal, "across", AT.plusSeconds(4), AT.plusSeconds(6));
            write(journal, "just after", AT.plusSeconds(6), AT.plusSeconds(7));
            write(journal, "after", AT.plusSeconds(8), AT.plusSeconds(9));

            Recording then = journal.recording().asOf(AT.plusSeconds(5), AT.plusSeconds(7));

            assertThat(then.run()).isEqualTo("r1");
            assertThat(then.writes())
                    .extracting(write -> write.meant().key() + ": " + write.outcome())
                    .containsExactly("before: ACKNOWLEDGED", "across: UNKNOWN", "just after: UNKNOWN");
        }
    }

    private static void write(Journal journal, String key, Instant begun, Instant ended) {
        journal.add(meant(key));
        journal.add(new JournalLine.Sent(key, 1, begun));
        journal.add(new JournalLine.Answered(key, 1, ended, 201, "", "m1", 0L));
        journal.add(new JournalLine.Ended(key, Outcome.ACKNOWLEDGED, List.of(), ended));
    }

    @Test
    void keepsTheEvidenceOfAnotherRun() {
        Journal.at(file()).close();

        assertThatThrownBy(() -> Journal.at(file())).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void refusesAnAnswerToNothing() {
        try (Journal journal = Journal.at(file())) {
            assertThatThrownBy(() -> journal.add(new JournalLine.Sent("k9", 1, AT)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("k9");
        }
    }

    @Test
    void takesLinesOfManyAtOnce() {
        try (Journal journal = Journal.at(file())) {
            IntStream.range(0, 1_000)
                    .parallel()
                    .forEach(number -> journal.add(new JournalLine.Asked("reader", "/" + number, 200, 1, AT)));
        }

        assertThat(Recording.read(file()).lines(JournalLine.Asked.class))
                .extracting(JournalLine.Asked::what)
                .doesNotHaveDuplicates()
                .hasSize(1_000);
    }

    @Test
    void marksEachRowOfABatch() {
        RecordedWrite batch = new RecordedWrite(
                new JournalLine.Meant("k", "batches1", "submitMeasurements", "r1.batches1.4", 3, ""),
                1,
                AT,
                List.of(),
                Outcome.ACKNOWLEDGED,
                List.of(2),
                AT);

        assertThat(batch.markers()).containsExactly("r1.batches1.4/0", "r1.batches1.4/1", "r1.batches1.4/2");
        assertThat(batch.outcomeOf(1)).isEqualTo(Outcome.ACKNOWLEDGED);
        assertThat(batch.outcomeOf(2)).isEqualTo(Outcome.REFUSED);
    }
}
