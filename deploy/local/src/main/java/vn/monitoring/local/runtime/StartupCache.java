package vn.monitoring.local.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The JDK's ahead-of-time cache of one program: classes loaded and linked, methods profiled.
///
/// It is recorded by running the program once and written when that run ends by itself. A cache that does not fit the
/// program is ignored by the JVM.
public final class StartupCache {

    private static final Pattern RECORDER = Pattern.compile("\\.aot\\.([0-9]+)");

    private final String name;
    private final Path folder;
    private final Path file;
    private final Path fresh;

    StartupCache(Path folder, Jvm jvm) {
        this.name = jvm.name();
        this.folder = folder;
        this.file = folder.resolve(jvm.name() + "-" + jvm.fingerprint() + ".aot");
        this.fresh = file.resolveSibling(
                file.getFileName() + "." + ProcessHandle.current().pid());
    }

    public boolean exists() {
        return Files.exists(file);
    }

    public List<String> useOptions() {
        return exists() ? List.of("-XX:AOTCache=" + file) : List.of();
    }

    public List<String> recordOptions() {
        return List.of("-XX:AOTCacheOutput=" + fresh);
    }

    /// Takes the cache that a recorded run has left, or throws it away.
    ///
    /// @param complete whether the run was a whole one; a cache that is only half written is never taken
    public void settle(boolean complete) {
        Path half = fresh.resolveSibling(fresh.getFileName() + ".config");
        try {
            if (complete && Files.exists(fresh) && !Files.exists(half)) {
                Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
                deleteOlder();
            }
            Files.deleteIfExists(half);
            Files.deleteIfExists(fresh);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A program that runs keeps its cache mapped even when the file is gone; a record in the making stays.
    private void deleteOlder() throws IOException {
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, name + "-*.aot*")) {
            for (Path other : all) {
                if (!other.equals(file) && !isBeingRecorded(other)) {
                    Files.deleteIfExists(other);
                }
            }
        }
    }

    private static boolean isBeingRecorded(Path file) {
        Matcher recorder = RECORDER.matcher(file.getFileName().toString());
        return recorder.find()
                && ProcessHandle.of(Long.parseLong(recorder.group(1))).isPresent();
    }
}
