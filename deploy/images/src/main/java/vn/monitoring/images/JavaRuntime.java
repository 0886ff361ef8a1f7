package vn.monitoring.images;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/// The Java runtime of the images: the modules the applications need, linked from the JDK that the build runs on.
final class JavaRuntime {

    /// Where it is in an image.
    static final String HOME = "/opt/java";

    /// What no class names but a running application may look for: providers of elliptic curves, of hardware tokens
    /// that sign, of host names and of Kafka's log-in, recordings by JFR, character sets of imported files.
    private static final List<String> MODULES = List.of(
            "java.se",
            "jdk.charsets",
            "jdk.crypto.cryptoki",
            "jdk.crypto.ec",
            "jdk.jfr",
            "jdk.localedata",
            "jdk.management",
            "jdk.naming.dns",
            "jdk.net",
            "jdk.security.auth",
            "jdk.unsupported",
            "jdk.zipfs");

    private JavaRuntime() {}

    /// Links it once for a JDK; a later build takes the same.
    ///
    /// @param folder where runtimes are kept
    static Path linked(Path folder) {
        Path runtime = folder.resolve("java-" + Runtime.version());
        if (Files.exists(runtime)) {
            return runtime;
        }
        Path fresh = folder.resolve(runtime.getFileName() + ".new");
        try {
            Files.createDirectories(folder);
            Folder.delete(fresh);
            Tool.run(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "jlink").toString(),
                    "--add-modules",
                    String.join(",", MODULES),
                    "--include-locales=en,vi",
                    "--no-header-files",
                    "--no-man-pages",
                    "--output",
                    fresh.toString()));
            Files.move(fresh, runtime, StandardCopyOption.ATOMIC_MOVE);
            return runtime;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
