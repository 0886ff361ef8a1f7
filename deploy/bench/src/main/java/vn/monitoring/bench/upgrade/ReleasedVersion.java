package vn.monitoring.bench.upgrade;

import java.io.File;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import vn.monitoring.client.ClientFailure;
import vn.monitoring.client.Screen;
import vn.monitoring.local.runtime.Folders;
import vn.monitoring.local.runtime.Project;
import vn.monitoring.local.runtime.RuntimeFolder;

/// The version that was released last, built from its commit once and kept in `target/released`.
///
/// @param version as `docs/released/release.properties` says
/// @param programs where its applications are
public record ReleasedVersion(String version, RuntimeFolder programs) {

    private static final String APPLICATIONS = "indicator-service,task-service,report-service,gateway";

    /// Empty, with a word on the screen, where the release's commit is not in this clone.
    ///
    /// @throws ClientFailure when it cannot be built
    public static Optional<ReleasedVersion> of(Path project, Screen screen) {
        Properties release = read(project.resolve("docs/released/release.properties"));
        String version = release.getProperty("version");
        String commit = release.getProperty("commit");
        if (run(project, null, "git", "cat-file", "-e", commit + "^{commit}") != 0) {
            screen.line("Release %s is commit %s, which is not in this clone (a shallow one?): fetch the whole history."
                    .formatted(version, commit));
            return Optional.empty();
        }
        Path folder = project.resolve("target/released").resolve(commit);
        Path source = folder.resolve("source");
        Path built = folder.resolve("built");
        if (!Files.exists(built)) {
            screen.step("Building release %s (%s), once".formatted(version, commit.substring(0, 10)));
            build(project, commit, folder, source);
            create(built);
        }
        return Optional.of(
                new ReleasedVersion(version, new RuntimeFolder(folder.resolve("programs"), new Project(source))));
    }

    private static void build(Path project, String commit, Path folder, Path source) {
        Folders.delete(source);
        createFolder(source);
        Path archive = folder.resolve("source.tar");
        require(run(project, null, "git", "archive", "-o", archive.toString(), commit), "git archive " + commit);
        require(run(source, null, "tar", "-xf", archive.toString()), "tar");
        Path log = folder.resolve("build.log");
        require(
                run(
                        source,
                        log,
                        "mvn",
                        "-q",
                        "-B",
                        "package",
                        "-Dmaven.test.skip=true",
                        "-Dspotless.check.skip",
                        "-pl",
                        APPLICATIONS,
                        "-am"),
                "mvn package, see " + log);
    }

    private static void require(int exit, String what) {
        if (exit != 0) {
            throw new ClientFailure("The released version cannot be built: %s ended with %d".formatted(what, exit));
        }
    }

    private static int run(Path folder, @Nullable Path log, String... command) {
        try {
            return new ProcessBuilder(List.of(command))
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log == null ? new File("/dev/null") : log.toFile())
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClientFailure("Interrupted while the released version is built", e);
        }
    }

    private static Properties read(Path file) {
        try (Reader reader = Files.newBufferedReader(file)) {
            Properties properties = new Properties();
            properties.load(reader);
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void create(Path file) {
        try {
            Files.createFile(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void createFolder(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
