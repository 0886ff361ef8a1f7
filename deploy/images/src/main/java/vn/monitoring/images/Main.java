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

    private Main() {}

    /// @param words `--project DIR [--push REGISTRY] [--base IMAGE]`
    public static void main(String[] words) throws IOException {
        try {
            Options options = Options.parse(List.of(words));
            Build build = Build.of(options.project());
            for (String name : APPLICATIONS) {
                make(build, name, options);
            }
        } catch (ImageFailure e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private static void make(Build build, String name, Options options) throws IOException {
        Path target = build.target();
        ApplicationImage image =
                new ApplicationImage(build, name, options.base(), Optional.empty(), target.resolve("scratch"));
        if (options.registry().isPresent()) {
            String registry = options.registry().get();
            System.out.printf("%s/%s %s%n", registry, image.reference(), image.push(registry));
            return;
        }
        Path tar = target.resolve(name + ".tar");
        String digest = image.write(tar);
        Files.copy(
                image.scratch().resolve(name + ".cdx.json"),
                target.resolve(name + ".cdx.json"),
                StandardCopyOption.REPLACE_EXISTING);
        System.out.printf("%s %s %d MB %s%n", image.reference(), digest, Files.size(tar) / 1_000_000, tar);
    }
}
