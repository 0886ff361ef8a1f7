package vn.monitoring.gateway;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/// Sends exactly the bytes it is given, as no decent client would.
final class RawHttp {

    private RawHttp() {}

    /// @param head request line and headers, without the empty line; `Connection: close` is added
    /// @return the whole answer, head and body
    static String send(int port, String head) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(10_000);
            String message = head.strip().replace("\n", "\r\n") + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(message.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
