package vn.monitoring.images;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/// `./platform images`: makes the images of the four applications, as files or in a registry.
public final class Main {

    static final List<String> APPLICATIONS = List.of("indicator-service", "task-service", "report-service", "gateway");
    private static final int MEGABYTE = 1_000_000;

    private Main() {}

    /// @param words `--project DIR [--push REGISTRY] [--base IMAGE] [--record APPLICATION]`
    public static void main(String[] words) throws IOException, InterruptedException {
        try {
            Options options = Options.parse(List.of(words));
            Build build = Build.of(options.project());
            List<String> wanted = options.recorded().map(List::of).orElse(APPLICATIONS);
            for (String name : wanted) {
                make(build, name, options);
            }
        } catch (ImageFailure e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private static void make(Build build, String name, Options options) throws IOException, InterruptedException {
        Path target = build.target();
        Path scratch = target.resolve("scratch");
        Path tar = target.resolve(name + ".tar");
        ApplicationImage image = new ApplicationImage(build, name, options.base(), Optional.empty(), scratch);
        String digest = image.write(tar);
        // A start-up cache fits the one image it was recorded on.
        Path cache = target.resolve("caches").resolve("%s-%s.aot".formatted(name, digest.replace("sha256:", "")));
        if (options.recorded().isPresent()) {
            Files.createDirectories(cache.getParent());
            Path fresh = new Recording(target.resolve("recording")).record(image, new ImageFile(tar), System.getenv());
            Files.move(fresh, cache, StandardCopyOption.REPLACE_EXISTING);
        }
        if (Files.exists(cache)) {
            image = new ApplicationImage(build, name, options.base(), Optional.of(cache), scratch);
            digest = image.write(tar);
        }
        Files.copy(
                scratch.resolve(name + ".cdx.json"),
                target.resolve(name + ".cdx.json"),
                StandardCopyOption.REPLACE_EXISTING);
        String note = Files.exists(cache) ? "with a start-up cache" : "without a start-up cache";
        System.out.printf(
                "%s %s, %d MB, %s: %s%n",
                image.reference(), digest, Files.size(tar) / MEGABYTE, note, target.relativize(tar));
        if (options.registry().isPresent()) {
            String registry = options.registry().get();
            System.out.printf("%s/%s %s%n", registry, image.reference(), image.push(registry));
        }
    }
}
