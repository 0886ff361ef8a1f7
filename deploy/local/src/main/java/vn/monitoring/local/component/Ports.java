package vn.monitoring.local.component;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

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

    /// Ports nobody listens on at this moment, below the range from which the system takes those of clients.
    public static Ports free() {
        return of(IntStream.generate(() -> ThreadLocalRandom.current().nextInt(15_000, 32_000))
                .filter(Ports::isFree)
                .distinct()
                .limit(9)
                .boxed()
                .toList());
    }

    /// The port of a service's replica, from the port of the first.
    public static int ofReplica(int first, int number) {
        return first + 10 * (number - 1);
    }

    /// Whether nobody on this machine listens on the port.
    public static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
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
}
