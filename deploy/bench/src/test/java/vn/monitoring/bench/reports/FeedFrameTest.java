package vn.monitoring.bench.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.monitoring.bench.reports.FeedFrame.Kind;

class FeedFrameTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            id:1234567\\ndata:{"id":"f","occurredAt":"2026-11-22T03:00:00.123456Z"}|ENTRY|1234567
            :heartbeat\\nid:5|COMMENT|-1
            :connected\\nretry:2000|COMMENT|-1
            event:reset\\nid:4\\ndata:{"next":5}|RESET|-1
            """)
    void tellsEntriesFromCommentsAndResets(String text, Kind kind, long offset) {
        assertThat(FeedFrame.of(frame(text))).isEqualTo(new FeedFrame(kind, offset));
    }

    @Test
    void readsWhenAnEntryWasWritten() {
        assertThat(FeedFrame.occurredAt(
                        frame("id:1\\ndata:{\"title\":\"đạt\",\"occurredAt\":\"2026-11-22T03:00:00.123456Z\"}")))
                .isEqualTo(Instant.parse("2026-11-22T03:00:00.123Z").toEpochMilli());
        assertThatThrownBy(() -> FeedFrame.occurredAt(frame(":heartbeat")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Buffer frame(String text) {
        return Buffer.buffer(text.replace("\\n", "\n"));
    }
}
