package vn.monitoring.images;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import vn.monitoring.local.process.PlatformFailure;

/// `./platform images`: makes the images of the four applications, as files or in a registry.
public final class Main {

    static final List<String> APPLICATIONS = List.of("indicator-service", "task-service", "report-service", "gateway");
    private static final int MEGABYTE = 1_000_000;

    private final Build build;
    private final Options options;
    private final StartupCaches caches;

    private Main(Build build, Options options, StartupCaches caches) {
        this.build = build;
        this.options = options;
        this.caches = caches;
    }

    /// @param words `--project DIR [--push REGISTRY] [--base IMAGE] [--only APPLICATION] [--without-cache]`
    public static void main(String[] words) throws IOException, InterruptedException {
        try {
            Options options = Options.parse(List.of(words));
            Build build = Build.of(options.project());
            Path target = build.target();
            try (Surroundings surroundings = new Surroundings(build, target.resolve("stores"))) {
                Recording recording = new Recording(target.resolve("recording"), surroundings);
                StartupCaches caches = new StartupCaches(target.resolve("caches"), recording, options);
                Main main = new Main(build, options, caches);
                for (String name : options.applications()) {
                    main.make(name);
                }
            }
        } catch (ImageFailure | PlatformFailure e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private void make(String name) throws IOException, InterruptedException {
        Path target = build.target();
        Path scratch = target.resolve("scratch");
        Path tar = target.resolve(name + ".tar");
        ApplicationImage image = new ApplicationImage(build, name, options.base(), Optional.empty(), scratch);
        String digest = image.write(tar);
        Optional<Path> cache = caches.find(image, new ImageFile(tar));
        if (cache.isPresent()) {
            image = new ApplicationImage(build, name, options.base(), cache, scratch);
            digest = image.write(tar);
        }
        Files.copy(
                scratch.resolve(name + ".cdx.json"),
                target.resolve(name + ".cdx.json"),
                StandardCopyOption.REPLACE_EXISTING);
        String note = cache.isPresent() ? "with a start-up cache" : "without a start-up cache";
        System.out.printf(
                "%s %s, %d MB, %s: %s%n",
                image.reference(), digest, Files.size(tar) / MEGABYTE, note, target.relativize(tar));
        if (options.registry().isPresent()) {
            String registry = options.registry().get();
            System.out.printf("%s/%s %s%n", registry, image.reference(), image.push(registry));
        }
    }
}
