package vn.monitoring.hostile;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A connection that sends exactly the bytes it is given, as no client library would, and reads the answer.
public final class Wire implements Closeable {

    private static final int PATIENCE_MS = 30_000;

    private final int port;
    private @Nullable Socket socket;
    private @Nullable InputStream in;

    public Wire(int port) {
        this.port = port;
    }

    /// What came back.
    ///
    /// @param status 0 when the server ended the connection without an answer, -1 when none came in time
    /// @param headers by name in lower case
    @SuppressWarnings("ArrayRecordComponent")
    public record Answer(int status, Map<String, String> headers, byte[] body, Duration took) {

        public String header(String name) {
            return headers.getOrDefault(name, "");
        }

        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    /// Sends one request; on a new connection once more when the kept one turns out to be closed.
    public Answer exchange(byte[] request) {
        boolean kept = socket != null;
        Answer answer = attempt(request);
        return answer.status() == 0 && kept ? attempt(request) : answer;
    }

    private Answer attempt(byte[] request) {
        long begin = System.nanoTime();
        try {
            InputStream from = open();
            try {
                write(request);
            } catch (IOException refusedWhileSending) {
                // An answer may stand in the buffer all the same.
            }
            return read(from, begin);
        } catch (java.net.SocketTimeoutException late) {
            close();
            return new Answer(-1, Map.of(), new byte[0], since(begin));
        } catch (IOException gone) {
            close();
            return new Answer(0, Map.of(), new byte[0], since(begin));
        }
    }

    /// Sends a part of a request, for those that go on slowly.
    public void write(byte[] bytes) throws IOException {
        open();
        // Whoever reads the answer may close it meanwhile.
        Socket to = socket;
        if (to != null) {
            to.getOutputStream().write(bytes);
            to.getOutputStream().flush();
        }
    }

    /// Reads the answer to what was written.
    public Answer read() {
        long begin = System.nanoTime();
        try {
            return read(open(), begin);
        } catch (java.net.SocketTimeoutException late) {
            return new Answer(-1, Map.of(), new byte[0], since(begin));
        } catch (IOException gone) {
            return new Answer(0, Map.of(), new byte[0], since(begin));
        } finally {
            close();
        }
    }

    private InputStream open() throws IOException {
        if (socket == null || in == null) {
            socket = new Socket("127.0.0.1", port);
            socket.setSoTimeout(PATIENCE_MS);
            socket.setTcpNoDelay(true);
            in = new BufferedInputStream(socket.getInputStream(), 1 << 14);
        }
        return in;
    }

    private Answer read(InputStream from, long begin) throws IOException {
        int status;
        Map<String, String> headers;
        do {
            status = status(line(from));
            headers = headers(from);
        } while (status >= 100 && status < 200);
        byte[] body = new byte[0];
        String length = headers.getOrDefault("content-length", "");
        boolean endless = headers.getOrDefault("content-type", "").startsWith("text/event-stream");
        boolean untilEnd = false;
        if (!endless && status != 204 && status != 304) {
            if (!length.isEmpty()) {
                body = from.readNBytes(Integer.parseInt(length));
            } else if (headers.getOrDefault("transfer-encoding", "").contains("chunked")) {
                body = chunks(from);
            } else {
                untilEnd = true;
                body = from.readAllBytes();
            }
        }
        if (endless || untilEnd || headers.getOrDefault("connection", "").equalsIgnoreCase("close")) {
            close();
        }
        return new Answer(status, headers, body, since(begin));
    }

    private static int status(String line) throws IOException {
        String[] parts = line.split(" ", 3);
        if (parts.length < 2 || !parts[0].startsWith("HTTP/")) {
            throw new IOException("no status line: " + line);
        }
        return Integer.parseInt(parts[1]);
    }

    private static Map<String, String> headers(InputStream from) throws IOException {
        Map<String, String> headers = new HashMap<>();
        for (String line = line(from); !line.isEmpty(); line = line(from)) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        return headers;
    }

    private static byte[] chunks(InputStream from) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size = Integer.parseInt(line(from), 16); size > 0; size = Integer.parseInt(line(from), 16)) {
            body.write(from.readNBytes(size));
            line(from);
        }
        line(from);
        return body.toByteArray();
    }

    private static String line(InputStream from) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = from.read(); c != '\n'; c = from.read()) {
            if (c < 0) {
                throw new EOFException();
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    private static Duration since(long begin) {
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    @Override
    public void close() {
        Socket open = socket;
        socket = null;
        in = null;
        if (open != null) {
            try {
                open.close();
            } catch (IOException ignored) {
                // It is of no use any more either way.
            }
        }
    }
}
