package vn.monitoring.images;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/// What the images are made from and named after.
///
/// @param root the project's folder
/// @param version the project's version, the images' tag
/// @param created the time that the build states for everything it makes, so that two builds make the same
record Build(Path root, String version, Instant created) {

    static Build of(Path root) {
        Properties properties = new Properties();
        try (InputStream file = Build.class.getResourceAsStream("/images.properties")) {
            properties.load(Objects.requireNonNull(file, "images.properties is not on the class path"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Build(
                root.toAbsolutePath().normalize(),
                properties.getProperty("version"),
                Instant.parse(properties.getProperty("created")));
    }

    /// The commit that the images are made of; none where the sources are no checkout, or changed since.
    Optional<String> revision() {
        List<String> git = List.of("git", "-C", root.toString());
        return ask(git, "status", "--porcelain")
                .filter(String::isEmpty)
                .flatMap(clean -> ask(git, "rev-parse", "HEAD"));
    }

    private static Optional<String> ask(List<String> git, String... words) {
        return Tool.ask(Stream.concat(git.stream(), Stream.of(words)).toList());
    }

    Path target() {
        return root.resolve("deploy/images/target");
    }

    /// The folder that Quarkus has made of an application.
    Path application(String name) {
        Path folder = root.resolve(name).resolve("target/quarkus-app");
        if (!folder.resolve("quarkus-run.jar").toFile().isFile()) {
            throw new ImageFailure(name + " is not built: run ./platform images, which builds what is missing.");
        }
        return folder;
    }
}
