package vn.monitoring.images;

import com.google.cloud.tools.jib.api.buildplan.AbsoluteUnixPath;
import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import com.google.cloud.tools.jib.api.buildplan.FilePermissions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// The layers of an image, what changes least at the bottom.
///
/// Everything in them belongs to root and is never written: the application runs as another user. All files bear the
/// same time, so that the same content makes the same layer; the start-up cache of the JDK believes jars by it.
final class Layers {

    /// The user that images run as, by number: Kubernetes proves by it that it is not root.
    static final String USER = "65532:65532";

    static final Instant TIME = FileEntriesLayer.DEFAULT_MODIFICATION_TIME;

    private static final String ROOT = "0:0";
    private static final FilePermissions FILE = FilePermissions.fromOctalString("644");
    private static final FilePermissions PROGRAM = FilePermissions.fromOctalString("755");
    private static final FilePermissions OWN = FilePermissions.fromOctalString("700");

    private static final String USERS = """
            root:x:0:0:root:/:/sbin/nologin
            nonroot:x:65532:65532:nonroot:/tmp:/sbin/nologin
            """;
    private static final String GROUPS = """
            root:x:0:
            nonroot:x:65532:
            """;
    private static final String NAMES = """
            hosts: files dns
            """;

    private Layers() {}

    /// The Java runtime and what of a Linux it needs: no shell, no package manager.
    static List<FileEntriesLayer> base(Path runtime, Path scratch) {
        return List.of(system(runtime, scratch), java(runtime));
    }

    /// @param bill the bill of materials
    static List<FileEntriesLayer> application(Path folder, Path bill) {
        FileEntriesLayer.Builder own = layer("application");
        add(own, folder, "/app", file -> !isDependency(folder, file));
        put(own, bill, "/app/sbom.json");
        FileEntriesLayer.Builder dependencies = layer("dependencies");
        add(dependencies, folder, "/app", file -> isDependency(folder, file));
        return List.of(dependencies.build(), own.build());
    }

    static FileEntriesLayer startupCache(Path cache, String path) {
        FileEntriesLayer.Builder layer = layer("start-up cache");
        put(layer, cache, path);
        return layer.build();
    }

    private static FileEntriesLayer system(Path runtime, Path scratch) {
        FileEntriesLayer.Builder layer = layer("system");
        for (Path library : SystemLibraries.of(runtime)) {
            layer.addEntry(library, AbsoluteUnixPath.get(library.toString()), PROGRAM, TIME, ROOT);
        }
        try {
            Path empty = Files.createDirectories(scratch.resolve("empty"));
            layer.addEntry(empty, AbsoluteUnixPath.get("/tmp"), OWN, TIME, USER);
            text(layer, scratch, "passwd", USERS);
            text(layer, scratch, "group", GROUPS);
            text(layer, scratch, "nsswitch.conf", NAMES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return layer.build();
    }

    private static void text(FileEntriesLayer.Builder layer, Path scratch, String name, String content)
            throws IOException {
        Path file = Files.writeString(scratch.resolve(name), content, StandardCharsets.UTF_8);
        put(layer, file, "/etc/" + name);
    }

    private static FileEntriesLayer java(Path runtime) {
        FileEntriesLayer.Builder layer = layer("runtime");
        add(layer, runtime, JavaRuntime.HOME, file -> !SystemLibraries.isOfAScreen(file));
        return layer.build();
    }

    private static boolean isDependency(Path folder, Path file) {
        return file.startsWith(folder.resolve("lib"));
    }

    private static void add(FileEntriesLayer.Builder layer, Path folder, String place, Predicate<Path> wanted) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(Files::isRegularFile).filter(wanted).sorted().forEach(file -> {
                String path = place + "/" + folder.relativize(file);
                FilePermissions permissions = Files.isExecutable(file) && !path.endsWith(".jar") ? PROGRAM : FILE;
                layer.addEntry(file, AbsoluteUnixPath.get(path), permissions, TIME, ROOT);
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Puts a file that anyone may read.
    static void put(FileEntriesLayer.Builder layer, Path file, String path) {
        layer.addEntry(file, AbsoluteUnixPath.get(path), FILE, TIME, ROOT);
    }

    static FileEntriesLayer.Builder layer(String name) {
        return FileEntriesLayer.builder().setName(name);
    }
}
