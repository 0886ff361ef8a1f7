package vn.monitoring.browser;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.monitoring.demo.Demo;
import vn.monitoring.local.Platform;
import vn.monitoring.local.component.Ports;
import vn.monitoring.local.runtime.Project;
import vn.monitoring.local.runtime.RuntimeFolder;

/// A platform with the demo's data: one that runs already (`-Dbrowser.url`, `-Dbrowser.keycloak`), else one of its own
/// on free
/// ports.
///
/// @param platform null when it is not ours to stop
record RunningPlatform(
        URI gateway,
        URI keycloak,
        @Nullable Platform platform,
        @Nullable Path home) implements AutoCloseable {

    private static final String KEYCLOAK = "http://localhost:8180";

    static RunningPlatform find() throws IOException {
        String url = System.getProperty("browser.url");
        return url == null
                ? start()
                : new RunningPlatform(
                        URI.create(url), URI.create(System.getProperty("browser.keycloak", KEYCLOAK)), null, null);
    }

    private static RunningPlatform start() throws IOException {
        Path root = Path.of(System.getProperty("monitoring.root"));
        Path home = Files.createTempDirectory("browser-platform");
        RuntimeFolder runtime = RuntimeFolder.of(new Project(root));
        Platform platform = Platform.in(home, Ports.free(), runtime, false, System.out::println);
        platform.start();
        RunningPlatform running = new RunningPlatform(platform.gateway(), platform.keycloak(), platform, home);
        running.tellTheDemo();
        return running;
    }

    private void tellTheDemo() throws IOException {
        Path folder = Files.createDirectories(Path.of(System.getProperty("browser.output")));
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        int exitCode;
        try (PrintStream out = new PrintStream(told, true, StandardCharsets.UTF_8)) {
            exitCode = Demo.run(gateway, keycloak, folder.resolve("documents"), out);
        }
        Files.write(folder.resolve("demo.txt"), told.toByteArray());
        if (exitCode != 0) {
            close();
            throw new IllegalStateException("the demo was not as expected: " + told.toString(StandardCharsets.UTF_8));
        }
    }

    @Override
    public void close() throws IOException {
        if (platform != null && home != null) {
            platform.close();
            try (Stream<Path> files = Files.walk(home)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }
}
