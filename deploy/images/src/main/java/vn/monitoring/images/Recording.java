package vn.monitoring.images;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Records the start-up cache of an image by running it until it is ready and ending it.
///
/// The JVM takes a cache only for the very runtime and jars it was recorded with, their times too: so the image itself
/// is unpacked and run, not the application's folder with the JDK of the building machine.
final class Recording {

    private static final Duration LONGEST_START = Duration.ofMinutes(8);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final Path folder;
    private final Surroundings surroundings;

    /// @param folder for the unpacked images, each in a folder of its own there
    Recording(Path folder, Surroundings surroundings) {
        this.folder = folder;
        this.surroundings = surroundings;
    }

    /// @param image described without a cache
    /// @param file the same image as it was written
    Path record(ApplicationImage image, ImageFile file) throws IOException, InterruptedException {
        Run run = run(image.name(), file, image.command(List.of("-XX:AOTCacheOutput=/tmp/startup.aot")));
        Path cache = run.tmp().resolve("startup.aot");
        if (!Files.exists(cache) || Files.exists(run.tmp().resolve("startup.aot.config"))) {
            throw new ImageFailure("%s has left no start-up cache: see %s".formatted(image.name(), run.log()));
        }
        return cache;
    }

    /// Starts an image and ends it once it is ready.
    ///
    /// @return milliseconds until it was
    long startOnce(String name, ImageFile file, List<String> command) throws IOException, InterruptedException {
        return run(name, file, command).milliseconds();
    }

    private record Run(Path tmp, Path log, long milliseconds) {}

    private Run run(String name, ImageFile file, List<String> command) throws IOException, InterruptedException {
        Path own = Files.createTempDirectory(Files.createDirectories(folder), name);
        Path root = Files.createDirectory(own.resolve("root"));
        Path tmp = Files.createDirectory(own.resolve("tmp"));
        Path log = own.resolve("log");
        file.unpack(root);
        int port = freePort();
        Map<String, String> environment = new HashMap<>(surroundings.settings(name));
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("HTTP_PORT", Integer.toString(port));
        URI probe = URI.create("http://127.0.0.1:%d%s".formatted(port, probe(name)));
        long start = System.nanoTime();
        try (Container container = Container.start(file, root, tmp, command, environment, log)) {
            while (!isOk(probe)) {
                long waited = System.nanoTime() - start;
                if (!container.isAlive() || waited > LONGEST_START.toNanos()) {
                    throw new ImageFailure("%s did not start: %s".formatted(name, Files.readString(log)));
                }
                Thread.sleep(PAUSE);
            }
            return new Run(tmp, log, Duration.ofNanos(System.nanoTime() - start).toMillis());
        } finally {
            Folder.delete(root);
        }
    }

    /// The gateway is never ready without the services behind it, but has started.
    private static String probe(String name) {
        return name.equals("gateway") ? "/q/health/started" : "/q/health/ready";
    }

    private static boolean isOk(URI probe) throws InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(probe).timeout(Duration.ofSeconds(5)).build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
