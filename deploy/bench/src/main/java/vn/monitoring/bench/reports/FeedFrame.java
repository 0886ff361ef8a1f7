package vn.monitoring.bench.reports;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/// One server-sent event of the feed as it came, without the empty line that ends it; read no further than needed,
/// since
/// a thousand subscribers read the same ones.
record FeedFrame(Kind kind, long offset) {

    enum Kind {
        /// An entry at its place.
        ENTRY,
        /// The stream lost its place.
        RESET,
        /// Only a comment.
        COMMENT
    }

    private static final byte[] ID = "id:".getBytes(StandardCharsets.US_ASCII);
    private static final String OCCURRED_AT = "\"occurredAt\":\"";

    static FeedFrame of(Buffer frame) {
        return switch (frame.length() == 0 ? ':' : (char) frame.getByte(0)) {
            case ':' -> new FeedFrame(Kind.COMMENT, -1);
            case 'i' -> new FeedFrame(Kind.ENTRY, number(frame, ID.length));
            default -> new FeedFrame(Kind.RESET, -1);
        };
    }

    private static long number(Buffer frame, int from) {
        long number = 0;
        for (int index = from; index < frame.length(); index++) {
            byte digit = frame.getByte(index);
            if (digit == '\n') {
                break;
            }
            number = number * 10 + (digit - '0');
        }
        return number;
    }

    /// When the fact of an entry was written, in milliseconds since 1970: shortly before its transaction committed.
    ///
    /// @throws IllegalArgumentException when the frame is no entry
    static long occurredAt(Buffer frame) {
        String text = frame.toString(StandardCharsets.UTF_8);
        int from = text.indexOf(OCCURRED_AT);
        if (from < 0) {
            throw new IllegalArgumentException("no entry of the feed: " + text);
        }
        int begin = from + OCCURRED_AT.length();
        return Instant.parse(text.substring(begin, text.indexOf('"', begin))).toEpochMilli();
    }
}
