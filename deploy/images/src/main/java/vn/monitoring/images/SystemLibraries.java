package vn.monitoring.images;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The C library and what else of the building machine a Java runtime's binaries are linked to.
final class SystemLibraries {

    /// `libc.so.6 => /lib/x86_64-linux-gnu/libc.so.6 (0x…)`, and the loader, which stands alone.
    private static final Pattern LINKED = Pattern.compile("(?:=>\\s+|^\\s*)(/\\S+)\\s+\\(0x", Pattern.MULTILINE);

    /// Looked for by name while a program runs, so that no binary is linked to them: host names by file and by DNS.
    private static final List<String> RESOLVERS = List.of("libnss_files.so.2", "libnss_dns.so.2", "libresolv.so.2");

    /// Drawing on a screen and sound: an image has neither.
    private static final Set<String> OF_A_SCREEN =
            Set.of("libawt_xawt.so", "libjawt.so", "libsplashscreen.so", "libjsound.so");

    private SystemLibraries() {}

    /// @param runtime a Java runtime's folder
    /// @return absolute paths on this machine, at which they also have to be in an image
    static Set<Path> of(Path runtime) {
        Set<Path> libraries = new TreeSet<>();
        for (Path binary : binaries(runtime)) {
            Matcher linked = LINKED.matcher(Tool.run(List.of("ldd", binary.toString())));
            while (linked.find()) {
                Path library = Path.of(linked.group(1)).normalize();
                if (!library.startsWith(runtime)) {
                    libraries.add(library);
                }
            }
        }
        Path beside = libraries.stream()
                .filter(library -> library.getFileName().toString().equals("libc.so.6"))
                .findFirst()
                .orElseThrow(() -> new ImageFailure("The JDK is not linked to the GNU C library: give --base."))
                .resolveSibling(".");
        RESOLVERS.stream()
                .map(name -> beside.resolve(name).normalize())
                .filter(Files::exists)
                .forEach(libraries::add);
        return libraries;
    }

    /// Whether a file of the runtime is left out, with the libraries it would need.
    static boolean isOfAScreen(Path file) {
        return OF_A_SCREEN.contains(file.getFileName().toString());
    }

    private static List<Path> binaries(Path runtime) {
        try (Stream<Path> files = Files.walk(runtime)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !isOfAScreen(file))
                    .filter(file -> file.toString().endsWith(".so") || file.startsWith(runtime.resolve("bin")))
                    .filter(SystemLibraries::isElf)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isElf(Path file) {
        try (var in = Files.newInputStream(file)) {
            byte[] start = in.readNBytes(4);
            return start.length == 4 && start[0] == 0x7f && start[1] == 'E' && start[2] == 'L' && start[3] == 'F';
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
