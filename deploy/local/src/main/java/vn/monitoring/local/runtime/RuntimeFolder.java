package vn.monitoring.local.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.stream.Stream;
import vn.monitoring.local.process.Progress;

/// The folder with the programs that every platform on this machine shares, and their start-up caches.
///
/// A piece's folder bears the fingerprint of what it was made from and never changes once it is there: a platform that
/// runs is not disturbed by a build, and several platforms use the same pieces. Platforms of other processes are kept
/// out by a file lock while a piece is made.
public final class RuntimeFolder {

    private static final ReentrantLock IN_THIS_PROCESS = new ReentrantLock();

    private final Path folder;
    private final Project project;

    /// The folder every platform of a project uses: `.platform/runtime`, or below `$PLATFORM_HOME`.
    public static RuntimeFolder of(Project project) {
        String home = System.getenv("PLATFORM_HOME");
        Path folder = home == null ? project.root().resolve(".platform") : Path.of(home);
        return new RuntimeFolder(folder.resolve("runtime"), project);
    }

    public RuntimeFolder(Path folder, Project project) {
        this.folder = folder.toAbsolutePath().normalize();
        this.project = project;
    }

    public Project project() {
        return project;
    }

    /// The folder with PostgreSQL's `bin`, `lib` and `share`.
    public Path postgres(Progress progress) {
        return piece("postgresql-" + project.postgresVersion(), "", progress, target -> {
            try (var archive = Project.postgresArchive()) {
                Folders.untarXz(archive, target);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /// The folder with the broker's jars, completed by `finish`.
    public Path broker(Progress progress, Consumer<Path> finish) {
        String fingerprint = new Fingerprint().add(project.brokerJars()).text();
        return piece("kafka", fingerprint, progress, target -> {
            Folders.copy(project.brokerJars(), target);
            finish.accept(target);
        });
    }

    /// Keycloak's distribution, built for PostgreSQL by `build`.
    public Path keycloak(Progress progress, List<String> buildOptions, Consumer<Path> build) {
        String fingerprint =
                new Fingerprint().add(String.join(" ", buildOptions)).text();
        return piece("keycloak-" + project.keycloakVersion(), fingerprint, progress, target -> {
            Folders.unzip(project.keycloakZip(), target);
            build.accept(target);
        });
    }

    /// A copy of what Quarkus has packaged for an application.
    public Path application(String name, Progress progress) {
        Path built = project.application(name);
        String fingerprint = new Fingerprint().add(built).text();
        return piece(name, fingerprint, progress, target -> Folders.copy(built, target));
    }

    /// The realm every platform starts with.
    public Path realm() {
        return project.realm();
    }

    /// A fingerprint of the realm file, by which a prepared database is known.
    public String realmFingerprint() {
        return new Fingerprint().add(project.realm()).text();
    }

    /// A folder for work in progress while a piece is made.
    public Path scratch() {
        return folder.resolve("scratch");
    }

    /// A fingerprint of the JDK, to which start-up caches are bound.
    public String jdkFingerprint() {
        return new Fingerprint().add(Jvm.JDK).text();
    }

    public StartupCache startupCache(Jvm jvm) {
        Path caches = folder.resolve("caches");
        try {
            Files.createDirectories(caches);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new StartupCache(caches, jvm);
    }

    /// The folder of a piece, made by `maker` if it is not there yet; a maker may ask for other pieces.
    ///
    /// Older versions of the same piece are deleted when a new one is made, except those a live process still uses.
    public Path piece(String name, String fingerprint, Progress progress, Consumer<Path> maker) {
        Path piece = folder.resolve(fingerprint.isEmpty() ? name : name + "-" + fingerprint);
        if (Files.exists(piece)) {
            return piece;
        }
        IN_THIS_PROCESS.lock();
        try {
            Files.createDirectories(folder);
            if (IN_THIS_PROCESS.getHoldCount() > 1) {
                make(name, piece, progress, maker);
                return piece;
            }
            try (FileChannel channel = FileChannel.open(
                            folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock ignored = channel.lock()) {
                make(name, piece, progress, maker);
            }
            return piece;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            IN_THIS_PROCESS.unlock();
        }
    }

    private void make(String name, Path piece, Progress progress, Consumer<Path> maker) throws IOException {
        if (Files.exists(piece)) {
            return;
        }
        progress.line("Preparing " + name + ", once …");
        long begin = System.nanoTime();
        Path unfinished = piece.resolveSibling(piece.getFileName() + ".unfinished");
        Folders.delete(unfinished);
        Files.createDirectories(unfinished);
        maker.accept(unfinished);
        Files.move(unfinished, piece, StandardCopyOption.ATOMIC_MOVE);
        progress.line("  %-18s prepared %4.1f s".formatted(name, (System.nanoTime() - begin) / 1e9));
        deleteUnused(name + "-", piece);
    }

    private void deleteUnused(String prefix, Path current) throws IOException {
        List<Path> older;
        try (Stream<Path> pieces = Files.list(folder)) {
            older = pieces.filter(Files::isDirectory)
                    .filter(piece -> piece.getFileName().toString().startsWith(prefix))
                    .filter(piece -> !piece.equals(current))
                    .filter(piece -> !isUsed(piece))
                    .toList();
        }
        older.forEach(Folders::delete);
    }

    private static boolean isUsed(Path piece) {
        return ProcessHandle.allProcesses()
                .anyMatch(process -> commandLine(process).contains(piece + "/"));
    }

    private static String commandLine(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc/" + process.pid() + "/cmdline"), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return process.info().commandLine().orElse("");
        }
    }
}
