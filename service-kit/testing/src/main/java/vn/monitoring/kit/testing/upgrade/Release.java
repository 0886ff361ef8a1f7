package vn.monitoring.kit.testing.upgrade;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The last release as `docs/released` knows it; `./platform release` writes it anew.
///
/// @param version such as `1.0.0`
/// @param migrations the SHA-256 of each released migration, by its path in the project
public record Release(String version, Map<String, String> migrations) {

    /// @throws UncheckedIOException when `docs/released` is not there
    public static Release last(Path root) {
        Path folder = root.resolve("docs/released");
        try (Reader file = Files.newBufferedReader(folder.resolve("release.properties"));
                Stream<String> lines = Files.lines(folder.resolve("migrations.sha256"))) {
            Properties properties = new Properties();
            properties.load(file);
            return new Release(
                    properties.getProperty("version"),
                    lines.map(line -> line.split(" +", 2)).collect(Collectors.toMap(part -> part[1], part -> part[0])));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Whether another release is this one or came before it.
    boolean isNotBefore(String other) {
        String[] own = version.split("\\.");
        String[] others = other.split("\\.");
        for (int i = 0; i < own.length; i++) {
            int order = Integer.compare(Integer.parseInt(own[i]), Integer.parseInt(others[i]));
            if (order != 0) {
                return order > 0;
            }
        }
        return true;
    }
}
