package vn.monitoring.report.feed;

import java.nio.charset.StandardCharsets;

/// Writes server-sent events as the HTML standard has them (`text/event-stream`, section 9.2).
final class SseFrames {

    private static final long RETRY_MILLIS = 2_000;

    private SseFrames() {}

    /// An entry at its place; the JSON may have several lines.
    static byte[] entry(long offset, String json) {
        return bytes("id:" + offset + "\n" + data(json) + "\n");
    }

    /// The first frame, which tells the client how soon to come back.
    static byte[] greeting(long reached) {
        return bytes(":connected\nretry:" + RETRY_MILLIS + "\n" + id(reached) + "\n");
    }

    /// A comment that shows that the connection lives and names the place reached, so that a client that sees
    /// little resumes from there and not from its last visible event.
    static byte[] heartbeat(long reached) {
        return bytes(":heartbeat\n" + id(reached) + "\n");
    }

    /// Tells the client to load everything anew.
    static byte[] reset(long next) {
        return bytes("event:reset\n" + id(next - 1) + data("{\"next\":" + next + "}") + "\n");
    }

    private static String data(String text) {
        return "data:" + text.replace("\r\n", "\n").replace('\r', '\n').replace("\n", "\ndata:") + "\n";
    }

    /// Nothing before the first entry.
    private static String id(long reached) {
        return reached < 0 ? "" : "id:" + reached + "\n";
    }

    private static byte[] bytes(String frame) {
        return frame.getBytes(StandardCharsets.UTF_8);
    }
}
