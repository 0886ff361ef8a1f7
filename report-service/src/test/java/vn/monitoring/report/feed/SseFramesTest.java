package vn.monitoring.report.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SseFramesTest {

    @Test
    void writesAnEntryWithItsPlace() {
        assertThat(text(SseFrames.entry(7, "{\"vi\":\"đạt\"}"))).isEqualTo("id:7\ndata:{\"vi\":\"đạt\"}\n\n");
    }

    @Test
    void keepsDataOfSeveralLinesInOneEvent() {
        assertThat(text(SseFrames.entry(7, "{\r\n\"a\":\n1}"))).isEqualTo("id:7\ndata:{\ndata:\"a\":\ndata:1}\n\n");
    }

    @Test
    void namesThePlaceReachedOnlyWhenThereIsOne() {
        assertThat(text(SseFrames.greeting(-1))).isEqualTo(":connected\nretry:2000\n\n");
        assertThat(text(SseFrames.greeting(4))).isEqualTo(":connected\nretry:2000\nid:4\n\n");
        assertThat(text(SseFrames.heartbeat(4))).isEqualTo(":heartbeat\nid:4\n\n");
        assertThat(text(SseFrames.reset(5))).isEqualTo("event:reset\nid:4\ndata:{\"next\":5}\n\n");
        assertThat(text(SseFrames.reset(0))).isEqualTo("event:reset\ndata:{\"next\":0}\n\n");
    }

    private static String text(byte[] frame) {
        return new String(frame, StandardCharsets.UTF_8);
    }
}
