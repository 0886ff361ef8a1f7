package vn.monitoring.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApplicationImageTest {

    private static final Path ROOT = Path.of(System.getProperty("monitoring.root"));
    private static final Build BUILD = Build.of(ROOT);
    private static final String NAME = "gateway";

    @TempDir
    static Path folder;

    private static Path tar;
    private static String digest;
    private static ImageFile image;

    @BeforeAll
    static void make() throws IOException {
        tar = folder.resolve("first.tar");
        digest = gateway(BUILD.target().resolve("test-scratch")).write(tar);
        image = new ImageFile(tar);
    }

    @Test
    void isAUserWithoutRightsAndOnePort() {
        JsonNode configuration = image.configuration().get("config");

        assertThat(configuration.get("User").asText()).isEqualTo("65532:65532");
        assertThat(configuration.get("ExposedPorts").fieldNames()).toIterable().containsExactly("8080/tcp");
        assertThat(image.list("Env")).contains("HTTP_PORT=8080", "QUARKUS_HTTP_HOST=0.0.0.0", "PATH=/opt/java/bin");
        assertThat(image.list("Entrypoint"))
                .startsWith("java")
                .endsWith("-jar", "/app/quarkus-run.jar")
                .noneMatch(word -> word.startsWith("-XX:AOTCache"));
        assertThat(configuration.at("/Labels/org.opencontainers.image.title").asText())
                .isEqualTo(NAME);
        assertThat(configuration.at("/Labels/org.opencontainers.image.version").asText())
                .isEqualTo(BUILD.version());
    }

    @Test
    void holdsTheApplicationARuntimeAndNoShell() throws IOException {
        Map<String, ImageFile.Entry> entries = image.entries();

        assertThat(entries)
                .containsKeys(
                        "/app/quarkus-run.jar",
                        "/app/sbom.json",
                        "/opt/fonts/LICENSE",
                        "/opt/java/bin/java",
                        "/opt/java/lib/server/libjvm.so",
                        "/etc/passwd",
                        "/etc/nsswitch.conf");
        assertThat(entries.keySet())
                .noneMatch(path -> path.matches(".*/(sh|bash|busybox|javac|jlink)"))
                .anyMatch(path -> path.matches("/lib.*/ld-linux[^/]*\\.so\\.[0-9]"));
    }

    @Test
    void letsItsUserWriteNothingButItsOwnTmp() throws IOException {
        assertThat(image.entries().values()).allSatisfy(entry -> {
            assertThat(entry.link()).as(entry.path()).isFalse();
            assertThat(entry.mode() & 07022)
                    .as("%s: %o", entry.path(), entry.mode())
                    .isZero();
            assertThat(entry.uid()).as(entry.path()).isEqualTo(entry.path().equals("/tmp") ? 65532 : 0);
        });
    }

    @Test
    void namesEveryJarAndLibrary() throws IOException {
        Path unpacked = Files.createDirectory(folder.resolve("bill"));
        image.unpack(unpacked);
        JsonNode bill =
                new ObjectMapper().readTree(unpacked.resolve("app/sbom.json").toFile());
        long jars;
        try (Stream<Path> files = Files.walk(unpacked.resolve("app/lib"))) {
            jars = files.filter(Files::isRegularFile).count();
        }
        List<String> libraries = new ArrayList<>();
        Set<String> files = new HashSet<>();
        bill.get("components").forEach(component -> {
            String url = component.path("purl").asText();
            if (url.startsWith("pkg:maven/")) {
                libraries.add(url);
            }
            if (component.get("type").asText().equals("file")) {
                files.add(component.get("name").asText());
            }
            if (url.startsWith("pkg:maven/") || component.get("type").asText().equals("file")) {
                assertThat(component.at("/hashes/0/content").asText()).hasSize(64);
            }
        });

        assertThat(bill.get("bomFormat").asText()).isEqualTo("CycloneDX");
        assertThat(libraries).hasSize((int) jars).doesNotHaveDuplicates();
        assertThat(libraries).anyMatch(url -> url.startsWith("pkg:maven/io.quarkus/quarkus-vertx-http@"));
        assertThat(files)
                .isEqualTo(image.entries().keySet().stream()
                        .filter(path -> path.matches("/(usr/)?lib.*/[^/]+\\.so\\.[0-9]+"))
                        .collect(Collectors.toSet()))
                .anyMatch(path -> path.endsWith("/libc.so.6"));
    }

    @Test
    void namesThePackageOfTheCLibrary() throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/dpkg-query")), "skipped: not a system of Debian's kind");
        Path unpacked = Files.createDirectory(folder.resolve("packages"));
        image.unpack(unpacked);

        assertThat(Files.readString(unpacked.resolve("app/sbom.json")))
                .containsPattern("\"purl\"\\s*:\\s*\"pkg:deb/[a-z]+/libc6@[0-9][^?\"+]*\\?arch=");
    }

    @Test
    void isTheSameWhenMadeAgain() throws IOException {
        Path again = folder.resolve("again.tar");
        Path scratch = folder.resolve("scratch");
        // The runtime is linked once for a machine; everything else is made anew.
        Files.createDirectories(scratch);
        Files.createSymbolicLink(scratch.resolve("runtime"), BUILD.target().resolve("test-scratch/runtime"));

        assertThat(gateway(scratch).write(again)).isEqualTo(digest);
        assertThat(Files.mismatch(tar, again)).isEqualTo(-1);
    }

    @Test
    void drawsTextWithoutFontsOfTheSystem() throws Exception {
        assumeTrue(Container.isPossible(), "skipped: needs root and mount namespaces");
        Path root = Files.createDirectory(folder.resolve("drawing"));
        image.unpack(root);
        Path tmp = Files.createDirectory(folder.resolve("drawing-tmp"));
        Path program = tmp.resolve("vn/monitoring/images/DrawnText.class");
        Files.createDirectories(program.getParent());
        Files.copy(Path.of(DrawnText.class.getResource("DrawnText.class").toURI()), program);
        Files.copy(root.resolve("opt/fonts/LiberationSerif-Regular.ttf"), tmp.resolve("own.ttf"));
        List<String> entry = image.list("Entrypoint");
        List<String> command = new ArrayList<>(entry.subList(0, entry.indexOf("-jar")));
        command.addAll(List.of("-cp", "/tmp", DrawnText.class.getName(), "/tmp/own.ttf"));
        Path log = folder.resolve("drawing.log");

        try (Container container = Container.start(image, root, tmp, command, Map.of(), log)) {
            assertThat(container.end()).as(Files.readString(log)).isZero();
        }
        assertThat(Integer.parseInt(Files.readString(log).strip())).isPositive();
    }

    private static ApplicationImage gateway(Path scratch) {
        return new ApplicationImage(BUILD, NAME, Optional.empty(), Optional.empty(), scratch);
    }
}
