package vn.monitoring.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Commands, settings and codes that the guides name are those of the program.
class DocumentNamesTest {

    private static final Path ROOT =
            Path.of(System.getProperty("monitoring.root")).toAbsolutePath().normalize();

    private static final List<String> SOURCES = List.of(
            "indicator-service/src/main",
            "task-service/src/main",
            "report-service/src/main",
            "gateway/src/main",
            "service-kit",
            "deploy",
            "docs/events",
            "platform");
    private static final Set<String> ENDINGS =
            Set.of(".java", ".properties", ".yaml", ".yml", ".sql", ".sh", ".json", "platform");

    private static final Pattern COMMAND = Pattern.compile("\\./platform ([a-z][a-z-]*)");
    private static final Pattern LABEL = Pattern.compile("(?m)^([a-z][a-z |-]*)\\)$");
    private static final Pattern CODE = Pattern.compile("`([^`\n]+)`");
    private static final Pattern NAME = Pattern.compile("\\b[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+\\b");
    private static final Pattern KEY = Pattern.compile("(?m)^%?([a-z][\\w.\"-]+)=");

    /// Those who read them do not see the code.
    private static List<Document> guides() {
        List<Document> guides = Document.all(ROOT.resolve("docs")).stream()
                .filter(document -> !ROOT.relativize(document.file()).startsWith("docs/adr"))
                .toList();
        assertThat(guides).hasSizeGreaterThan(8);
        return guides;
    }

    @Test
    void everyCommandIsOneOfThePlatform() throws IOException {
        Set<String> known = new TreeSet<>();
        Matcher label = LABEL.matcher(Files.readString(ROOT.resolve("platform")));
        while (label.find()) {
            known.addAll(List.of(label.group(1).split(" \\| ", -1)));
        }
        assertThat(known).contains("up", "backup");
        for (Document guide : guides()) {
            Matcher command = COMMAND.matcher(text(guide));
            while (command.find()) {
                assertThat(known).as("%s", guide.file()).contains(command.group(1));
            }
        }
    }

    @Test
    void everySettingAndCodeIsOneOfThePrograms() {
        Set<String> known = namesOfTheSources();
        List<String> unknown = new ArrayList<>();
        for (Document guide : guides()) {
            Matcher code = CODE.matcher(guide.prose());
            while (code.find()) {
                Matcher name = NAME.matcher(code.group(1));
                while (name.find()) {
                    if (!known.contains(name.group())) {
                        unknown.add("%s: %s".formatted(ROOT.relativize(guide.file()), name.group()));
                    }
                }
            }
        }
        assertThat(unknown).isEmpty();
    }

    /// As they stand there, and property keys as variables of the environment.
    private static Set<String> namesOfTheSources() {
        Set<String> names = new TreeSet<>();
        for (String source : SOURCES) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(source))) {
                files.filter(DocumentNamesTest::isSource).forEach(file -> {
                    String text = read(file);
                    NAME.matcher(text).results().forEach(found -> names.add(found.group()));
                    if (file.toString().endsWith(".properties")) {
                        KEY.matcher(text).results().forEach(found -> names.add(variable(found.group(1))));
                    }
                });
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return names;
    }

    private static boolean isSource(Path file) {
        String path = file.toString();
        return !path.contains("/target/")
                && !path.contains("/node_modules/")
                && !path.contains("/results/")
                && ENDINGS.stream().anyMatch(path::endsWith)
                && Files.isRegularFile(file);
    }

    private static String variable(String key) {
        return key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    private static String text(Document document) {
        return document.prose()
                + String.join(
                        "\n",
                        document.blocks().stream().map(Document.Block::text).toList());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
