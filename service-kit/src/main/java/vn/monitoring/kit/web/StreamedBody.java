package vn.monitoring.kit.web;

import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import org.jboss.logging.Logger;

/// The body of an answer that is written while it is read.
///
/// A failure on the way breaks the connection, so that half a body is not taken for a whole one. A
/// client that leaves is no failure.
public final class StreamedBody {

    private static final Logger LOG = Logger.getLogger(StreamedBody.class);

    private StreamedBody() {}

    /// @param writer whose only `IOException` is that the client is gone
    public static StreamingOutput of(StreamingOutput writer) {
        return out -> {
            try {
                writer.write(out);
            } catch (IOException gone) {
                LOG.debugf("the reader of a streamed answer left: %s", gone.getMessage());
            }
        };
    }
}
