package vn.monitoring.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Starts images as a container engine would: with a read-only root, as their user, with `/tmp` alone to write to.
class ImageStartTest {

    private static final Build BUILD = Build.of(Path.of(System.getProperty("monitoring.root")));

    @TempDir
    static Path folder;

    private static Surroundings surroundings;
    private static Recording recording;

    @BeforeAll
    static void prepare() throws IOException, InterruptedException {
        assumeTrue(Container.isPossible(), "skipped: needs root and mount namespaces");
        surroundings = new Surroundings(BUILD, BUILD.target().resolve("test-stores"));
        recording = new Recording(folder.resolve("recording"), surroundings);
    }

    @AfterAll
    static void endStores() {
        if (surroundings != null) {
            surroundings.close();
        }
    }

    @Test
    void serviceIsReadyWithDatabaseAndBroker() throws Exception {
        ImageFile service = written(image("indicator-service", Optional.empty()));

        assertThat(recording.startOnce("indicator-service", service, service.list("Entrypoint")))
                .isPositive();
    }

    @Test
    void startsWithTheCacheRecordedOnIt() throws Exception {
        ApplicationImage plain = image("gateway", Optional.empty());
        Path cache = recording.record(plain, written(plain));
        ImageFile cached = written(image("gateway", Optional.of(cache)));
        assertThat(cached.list("Entrypoint")).contains("-XX:AOTCache=/app/gateway.aot");

        // Refuses to start where the cache does not fit the image.
        List<String> strict = new ArrayList<>(cached.list("Entrypoint"));
        strict.add(1, "-XX:AOTMode=on");
        assertThat(recording.startOnce("gateway", cached, strict)).isPositive();
    }

    private static ApplicationImage image(String name, Optional<Path> cache) {
        return new ApplicationImage(
                BUILD, name, Optional.empty(), cache, BUILD.target().resolve("test-scratch"));
    }

    private static ImageFile written(ApplicationImage image) throws IOException {
        Path tar = Files.createTempDirectory(folder, "image").resolve("image.tar");
        image.write(tar);
        return new ImageFile(tar);
    }
}
