package vn.monitoring.images;

import com.google.cloud.tools.jib.api.CacheDirectoryCreationException;
import com.google.cloud.tools.jib.api.Containerizer;
import com.google.cloud.tools.jib.api.ImageReference;
import com.google.cloud.tools.jib.api.InvalidImageReferenceException;
import com.google.cloud.tools.jib.api.Jib;
import com.google.cloud.tools.jib.api.JibContainerBuilder;
import com.google.cloud.tools.jib.api.RegistryException;
import com.google.cloud.tools.jib.api.RegistryImage;
import com.google.cloud.tools.jib.api.TarImage;
import com.google.cloud.tools.jib.api.buildplan.AbsoluteUnixPath;
import com.google.cloud.tools.jib.api.buildplan.Platform;
import com.google.cloud.tools.jib.api.buildplan.Port;
import com.google.cloud.tools.jib.frontend.CredentialRetrieverFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;

/// The container image of one application.
///
/// @param build what it is made from
/// @param name the application
/// @param base an image with Java 25 or later on its path to build upon, instead of the one the build makes itself
/// @param cache a start-up cache recorded on this very image
/// @param scratch a folder for what is made on the way
record ApplicationImage(Build build, String name, Optional<String> base, Optional<Path> cache, Path scratch) {

    private static final int PORT = 8080;

    /// As the programs run on one machine, but for the heap: a share of what the container is given.
    private static final List<String> OPTIONS = List.of(
            "-XX:+UseSerialGC",
            "-XX:MaxRAMPercentage=65",
            "-XX:+UseCompactObjectHeaders",
            "-XX:TrimNativeHeapInterval=5000",
            "-XX:MaxDirectMemorySize=64m",
            "-XX:+ExitOnOutOfMemoryError",
            "-Xlog:disable",
            "-Xlog:all=error:stderr",
            "-Dsun.awt.fontconfig=" + Fonts.CONFIGURATION,
            "-Dfile.encoding=UTF-8",
            "-Duser.language=en",
            "-Duser.country=US");

    String reference() {
        return "monitoring/%s:%s".formatted(name, build.version());
    }

    /// Writes it as a file that `docker load`, `podman load` and `skopeo copy docker-archive:` take.
    ///
    /// @return its digest
    String write(Path tar) {
        try {
            Files.createDirectories(tar.toAbsolutePath().getParent());
            Containerizer target =
                    Containerizer.to(TarImage.at(tar).named(reference())).setOfflineMode(base.isEmpty());
            return make(target);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InvalidImageReferenceException e) {
            throw new ImageFailure("The project's version makes no image name: " + reference(), e);
        }
    }

    /// Pushes it, with the credentials that Docker's configuration has for the registry.
    ///
    /// @return its digest
    String push(String registry) {
        String target = registry + "/" + reference();
        try {
            RegistryImage image = RegistryImage.named(target);
            CredentialRetrieverFactory credentials =
                    CredentialRetrieverFactory.forImage(ImageReference.parse(target), event -> {});
            image.addCredentialRetriever(credentials.dockerConfig());
            return make(Containerizer.to(image));
        } catch (InvalidImageReferenceException e) {
            throw new ImageFailure("%s is no address of a registry.".formatted(registry), e);
        }
    }

    private String make(Containerizer target) {
        target.setBaseImageLayersCache(scratch.resolve("base-layers"))
                .setApplicationLayersCache(scratch.resolve("layers"))
                .setToolName("images");
        try {
            return described().containerize(target).getDigest().toString();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ImageFailure("interrupted while %s was made".formatted(reference()), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (RegistryException | ExecutionException | CacheDirectoryCreationException e) {
            throw new ImageFailure("%s cannot be made: %s".formatted(reference(), e.getMessage()), e);
        }
    }

    private JibContainerBuilder described() throws IOException {
        Optional<Path> runtime =
                base.isPresent() ? Optional.empty() : Optional.of(JavaRuntime.linked(scratch.resolve("runtime")));
        JibContainerBuilder image = begun(runtime);
        Files.createDirectories(scratch);
        image.addFileEntriesLayer(Fonts.layer(scratch));
        Path folder = build.application(name);
        Layers.application(folder, bill(folder, runtime)).forEach(image::addFileEntriesLayer);
        cache.ifPresent(file -> image.addFileEntriesLayer(Layers.startupCache(file, cachePath())));
        return image.setUser(Layers.USER)
                .setWorkingDirectory(AbsoluteUnixPath.get("/app"))
                .setEntrypoint(command(cache.isPresent() ? List.of("-XX:AOTCache=" + cachePath()) : List.of()))
                .addExposedPort(Port.tcp(PORT))
                .addEnvironmentVariable("QUARKUS_HTTP_HOST", "0.0.0.0")
                .addEnvironmentVariable("HTTP_PORT", Integer.toString(PORT))
                // The C library otherwise keeps a memory pool per processor and thread.
                .addEnvironmentVariable("MALLOC_ARENA_MAX", "2")
                .setCreationTime(build.created())
                .setLabels(labels());
    }

    private Map<String, String> labels() {
        Map<String, String> labels = new TreeMap<>();
        labels.put("org.opencontainers.image.title", name);
        labels.put("org.opencontainers.image.version", build.version());
        labels.put("org.opencontainers.image.created", build.created().toString());
        labels.put("org.opencontainers.image.description", "Monitoring of Resolution 57 plans: " + name);
        build.revision().ifPresent(commit -> labels.put("org.opencontainers.image.revision", commit));
        return labels;
    }

    private JibContainerBuilder begun(Optional<Path> runtime) {
        if (runtime.isEmpty()) {
            return from(base.orElseThrow());
        }
        JibContainerBuilder image = Jib.fromScratch()
                .setPlatforms(Set.of(new Platform(architecture(), "linux")))
                .addEnvironmentVariable("PATH", JavaRuntime.HOME + "/bin")
                .addEnvironmentVariable("JAVA_HOME", JavaRuntime.HOME)
                .addEnvironmentVariable("LANG", "C.UTF-8");
        Layers.base(runtime.get(), scratch).forEach(image::addFileEntriesLayer);
        return image;
    }

    private static JibContainerBuilder from(String base) {
        try {
            return Jib.from(base);
        } catch (InvalidImageReferenceException e) {
            throw new ImageFailure("%s is no name of an image.".formatted(base), e);
        }
    }

    /// What the container runs.
    ///
    /// @param more options of the JVM
    List<String> command(List<String> more) {
        List<String> command = new ArrayList<>(List.of("java"));
        command.addAll(OPTIONS);
        command.addAll(more);
        command.addAll(List.of("-jar", "/app/quarkus-run.jar"));
        return List.copyOf(command);
    }

    /// Where the start-up cache is in the image.
    String cachePath() {
        return "/app/%s.aot".formatted(name);
    }

    private Path bill(Path folder, Optional<Path> runtime) throws IOException {
        return Files.writeString(
                scratch.resolve(name + ".cdx.json"),
                BillOfMaterials.of(name, build.version(), folder, runtime),
                StandardCharsets.UTF_8);
    }

    private static String architecture() {
        return switch (System.getProperty("os.arch")) {
            case "amd64", "x86_64" -> "amd64";
            case "aarch64" -> "arm64";
            default -> throw new ImageFailure("Images are made on amd64 and arm64 only.");
        };
    }
}
