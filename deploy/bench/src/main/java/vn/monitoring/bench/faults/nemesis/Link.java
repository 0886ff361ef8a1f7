package vn.monitoring.bench.faults.nemesis;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// A way between two parts that can be cut, frozen or slowed down: a TCP proxy on loopback.
///
/// Each connection is carried by two virtual threads; what it carries is not looked at.
final class Link implements AutoCloseable {

    private static final int CONNECT_MILLIS = 2_000;
    private static final int BUFFER = 64 * 1024;

    private enum State {
        OPEN,
        /// Connections are broken and new ones refused.
        CUT,
        /// Connections stay and nothing comes through, as when a cable is pulled.
        FROZEN
    }

    private final String from;
    private final String to;
    private final int exit;
    private final ServerSocket entrance;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final Object gate = new Object();
    private volatile State state = State.OPEN;
    private volatile Duration delay = Duration.ZERO;

    /// Open at once.
    ///
    /// @param entrance the port it listens on
    /// @param exit the port it leads to
    Link(String from, String to, int entrance, int exit) {
        this.from = from;
        this.to = to;
        this.exit = exit;
        try {
            this.entrance = new ServerSocket();
            this.entrance.setReuseAddress(true);
            this.entrance.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), entrance));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().name("link " + this).start(this::accept);
    }

    boolean leads(String from, String to) {
        return this.from.equals(from) && this.to.equals(to);
    }

    void cut() {
        state = State.CUT;
        open.forEach(Link::reset);
    }

    void freeze() {
        state = State.FROZEN;
    }

    /// Lets each piece of data wait; the order stays.
    void slowDown(Duration delay) {
        this.delay = delay;
    }

    /// As at first; what was frozen on its way goes on.
    void mend() {
        delay = Duration.ZERO;
        synchronized (gate) {
            state = State.OPEN;
            gate.notifyAll();
        }
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                Socket near = entrance.accept();
                if (state == State.CUT) {
                    reset(near);
                } else {
                    Thread.startVirtualThread(() -> join(near));
                }
            } catch (IOException e) {
                // The entrance was closed, or a connection ended before it began.
            }
        }
    }

    private void join(Socket near) {
        Socket far = new Socket();
        open.add(near);
        open.add(far);
        try {
            far.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), exit), CONNECT_MILLIS);
            near.setTcpNoDelay(true);
            far.setTcpNoDelay(true);
            Thread.startVirtualThread(() -> carry(near, far));
            carry(far, near);
        } catch (IOException e) {
            end(near, far);
        }
    }

    /// Until one side ends; then the other side is ended too.
    private void carry(Socket source, Socket target) {
        byte[] piece = new byte[BUFFER];
        try {
            InputStream in = source.getInputStream();
            OutputStream out = target.getOutputStream();
            for (int length = in.read(piece); length >= 0; length = in.read(piece)) {
                awaitPassage();
                out.write(piece, 0, length);
            }
        } catch (IOException e) {
            // Ended by one of the sides, or cut.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            end(source, target);
        }
    }

    private void awaitPassage() throws InterruptedException {
        if (delay.isPositive()) {
            Thread.sleep(delay);
        }
        if (state == State.FROZEN) {
            synchronized (gate) {
                while (state == State.FROZEN) {
                    gate.wait();
                }
            }
        }
    }

    private void end(Socket one, Socket other) {
        for (Socket socket : new Socket[] {one, other}) {
            open.remove(socket);
            try {
                socket.close();
            } catch (IOException e) {
                // It is of no use any more either way.
            }
        }
    }

    /// Without a farewell, as a machine that disappears.
    private static void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException e) {
            // It has ended already.
        }
    }

    @Override
    public void close() {
        try {
            entrance.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        mend();
        open.forEach(Link::reset);
    }

    @Override
    public String toString() {
        return from + " → " + to;
    }
}
