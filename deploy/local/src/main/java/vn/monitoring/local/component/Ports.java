package vn.monitoring.local.component;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The ports of one platform; every part listens on 127.0.0.1 only.
public record Ports(
        int gateway,
        int indicator,
        int task,
        int report,
        int keycloak,
        int keycloakManagement,
        int postgres,
        int kafka,
        int kafkaController) {

    public static Ports standard() {
        return shifted(0);
    }

    /// The standard ports, each `offset` higher.
    public static Ports shifted(int offset) {
        return new Ports(
                8080 + offset,
                8081 + offset,
                8082 + offset,
                8083 + offset,
                8180 + offset,
                8190 + offset,
                8432 + offset,
                8492 + offset,
                8493 + offset);
    }

    /// Ports nobody listens on at this moment.
    public static Ports free() {
        List<ServerSocket> sockets = new ArrayList<>();
        try {
            for (int i = 0; i < 9; i++) {
                sockets.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            }
            return of(sockets.stream().map(ServerSocket::getLocalPort).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            sockets.forEach(Ports::close);
        }
    }

    /// Remembers the ports in a file, so that other commands find the platform.
    public void write(Path file) {
        List<Integer> all = List.of(
                gateway, indicator, task, report, keycloak, keycloakManagement, postgres, kafka, kafkaController);
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(file, all.stream().map(String::valueOf).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The ports a platform has last written; none before its first start.
    public static Optional<Ports> read(Path file) {
        try {
            return Optional.of(
                    of(Files.readAllLines(file).stream().map(Integer::valueOf).toList()));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Ports of(List<Integer> n) {
        return new Ports(n.get(0), n.get(1), n.get(2), n.get(3), n.get(4), n.get(5), n.get(6), n.get(7), n.get(8));
    }

    private static void close(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
