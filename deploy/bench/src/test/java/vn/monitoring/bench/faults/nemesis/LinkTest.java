package vn.monitoring.bench.faults.nemesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.monitoring.local.component.Ports;

/// A real server that sends everything back, behind a link.
class LinkTest {

    private final int entrance = Ports.free().gateway();
    private ServerSocket server;
    private Link link;

    @BeforeEach
    void startServer() throws IOException {
        server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Thread.startVirtualThread(this::echo);
        link = new Link("here", "there", entrance, server.getLocalPort());
    }

    @AfterEach
    void stopServer() throws IOException {
        link.close();
        server.close();
    }

    private void echo() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                Thread.startVirtualThread(() -> {
                    try (socket) {
                        socket.getInputStream().transferTo(socket.getOutputStream());
                    } catch (IOException e) {
                        // The client has gone.
                    }
                });
            } catch (IOException e) {
                // Closed at the end of the test.
            }
        }
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), entrance);
        socket.setSoTimeout(500);
        return socket;
    }

    private static int exchange(Socket socket, int value) throws IOException {
        socket.getOutputStream().write(value);
        return socket.getInputStream().read();
    }

    @Test
    void carriesBothWays() throws IOException {
        try (Socket socket = connect()) {
            assertThat(exchange(socket, 7)).isEqualTo(7);
            assertThat(exchange(socket, 200)).isEqualTo(200);
        }
        assertThat(link.leads("here", "there")).isTrue();
        assertThat(link.leads("there", "here")).isFalse();
    }

    @Test
    void breaksConnectionsAndRefusesNewOnesWhileItIsCut() throws IOException {
        try (Socket socket = connect()) {
            exchange(socket, 1);
            link.cut();
            assertThatThrownBy(() -> exchange(socket, 2)).isInstanceOf(IOException.class);
        }
        assertThatThrownBy(() -> {
                    try (Socket refused = connect()) {
                        if (exchange(refused, 3) < 0) {
                            throw new IOException("ended");
                        }
                    }
                })
                .isInstanceOf(IOException.class);
        link.mend();
        try (Socket socket = connect()) {
            assertThat(exchange(socket, 4)).isEqualTo(4);
        }
    }

    @Test
    void keepsWhatIsSentWhileItIsFrozen() throws IOException {
        try (Socket socket = connect()) {
            exchange(socket, 1);
            link.freeze();
            assertThatThrownBy(() -> exchange(socket, 2)).isInstanceOf(SocketTimeoutException.class);
            link.mend();
            assertThat(socket.getInputStream().read()).isEqualTo(2);
        }
    }

    @Test
    void letsEverythingWaitWhileItIsSlow() throws IOException {
        try (Socket socket = connect()) {
            exchange(socket, 1);
            link.slowDown(Duration.ofMillis(100));
            long begin = System.nanoTime();
            assertThat(exchange(socket, 2)).isEqualTo(2);
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThanOrEqualTo(Duration.ofMillis(200));
        }
    }
}
