package vn.monitoring.images;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A package of the building machine's system, by which scanners know what its libraries are vulnerable to.
///
/// @param distribution as /etc/os-release names it, such as debian
/// @param release of the distribution, such as 12
record SystemPackage(String distribution, String release, String name, String version, String architecture) {

    private static final Path RELEASE = Path.of("/etc/os-release");

    /// `libc6:amd64: /lib/x86_64-linux-gnu/libc.so.6`
    private static final Pattern OWNER = Pattern.compile("^([a-z0-9.+-]+(?::[a-z0-9]+)?): /", Pattern.MULTILINE);

    /// The package that a file is from, where the system is one of Debian's kind.
    static Optional<SystemPackage> of(Path file) {
        // A package may call a file /lib/… that is in /usr/lib/…, or the other way round.
        String anywhere = "*/" + file.subpath(file.getNameCount() - 2, file.getNameCount());
        return Tool.ask(List.of("dpkg-query", "--search", anywhere))
                .map(OWNER::matcher)
                .filter(Matcher::find)
                .map(owner -> owner.group(1))
                .flatMap(SystemPackage::installed);
    }

    private static Optional<SystemPackage> installed(String name) {
        return Tool.ask(List.of("dpkg-query", "--show", "--showformat", "${Package} ${Version} ${Architecture}", name))
                .map(line -> line.split(" "))
                .map(word -> {
                    Properties system = system();
                    return new SystemPackage(
                            system.getProperty("ID", "debian"),
                            system.getProperty("VERSION_ID", ""),
                            word[0],
                            word[1],
                            word[2]);
                });
    }

    private static Properties system() {
        Properties system = new Properties();
        try (InputStream file = Files.newInputStream(RELEASE)) {
            system.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        system.replaceAll((key, value) -> value.toString().replace("\"", ""));
        return system;
    }

    String packageUrl() {
        return "pkg:deb/%s/%s@%s?arch=%s&distro=%s-%s"
                .formatted(
                        distribution,
                        name,
                        URLEncoder.encode(version, StandardCharsets.UTF_8),
                        architecture,
                        distribution,
                        release);
    }
}
