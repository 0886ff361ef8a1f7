package vn.monitoring.bench.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import vn.monitoring.bench.Site;
import vn.monitoring.bench.measure.MemoryWatch;
import vn.monitoring.bench.suite.Field;
import vn.monitoring.client.ClientFailure;
import vn.monitoring.client.Wait;
import vn.monitoring.local.component.Application;
import vn.monitoring.local.component.Components;
import vn.monitoring.local.component.Home;
import vn.monitoring.local.component.Ports;
import vn.monitoring.local.component.Topology;
import vn.monitoring.local.process.ManagedProcess;
import vn.monitoring.local.runtime.Project;
import vn.monitoring.local.runtime.RuntimeFolder;

/// A second gateway, started as the platform starts its own, in front of a [Sink] instead of the services: what it
/// takes for a stream or an upload is then its own, whatever a service would take.
final class SpareGateway implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private final URI address;
    private final Path folder;
    private final ManagedProcess process;
    private final MemoryWatch memory;

    SpareGateway(Field field, Sink sink) {
        Site site = field.site();
        Ports ports = portsOf(site, sink);
        this.address = URI.create("http://127.0.0.1:" + ports.gateway());
        this.folder = temporary();
        RuntimeFolder programs =
                new RuntimeFolder(site.home().folder().resolve("runtime"), new Project(field.project()));
        Components components = new Components(new Home(folder), ports, Topology.PLAIN, programs, false, _ -> {});
        Application gateway = components.gateway();
        this.process = ManagedProcess.start(gateway.launch(), folder.resolve("gateway.log"), folder.resolve("mark"));
        awaitReady(gateway);
        this.memory = new MemoryWatch(process.handle());
    }

    private static Ports portsOf(Site site, Sink sink) {
        Ports here = site.ports();
        return new Ports(
                Ports.free().gateway(),
                sink.port(),
                sink.port(),
                sink.port(),
                here.keycloak(),
                here.keycloakManagement(),
                here.postgres(),
                here.kafka(),
                here.kafkaController());
    }

    private void awaitReady(Application gateway) {
        long begin = System.nanoTime();
        while (!gateway.isReady()) {
            if (!process.isAlive() || System.nanoTime() - begin > PATIENCE.toNanos()) {
                String log = logged();
                close(false);
                throw new ClientFailure("The second gateway does not start: " + log);
            }
            Wait.pause(BETWEEN_LOOKS);
        }
    }

    private String logged() {
        try {
            List<String> lines = Files.readAllLines(folder.resolve("gateway.log"));
            return String.join(" | ", lines.subList(Math.max(0, lines.size() - 5), lines.size()));
        } catch (IOException e) {
            return "no log";
        }
    }

    URI address() {
        return address;
    }

    /// In megabytes.
    double mostMemory() {
        return memory.most() / (1024.0 * 1024);
    }

    /// In megabytes, before anything was asked of it.
    double firstMemory() {
        return memory.first() / (1024.0 * 1024);
    }

    @Override
    public void close() {
        close(true);
    }

    private void close(boolean watched) {
        if (watched) {
            memory.close();
        }
        ManagedProcess.stop(process.handle(), ManagedProcess.Stop.TERM, Duration.ofSeconds(15));
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("spare-gateway");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
