package vn.monitoring.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Nothing secret lies in the repository but what is marked DEMO.
class SecretsTest {

    private static final Path ROOT = Path.of(System.getProperty("monitoring.root"));

    private static final List<Pattern> KEYS = List.of(
            Pattern.compile("-----BEGIN [A-Z ]*PRIVATE KEY-----\\s*[A-Za-z0-9+/=]{20}"),
            Pattern.compile("\"d\\\\?\"\\s*:\\s*\\\\?\"[A-Za-z0-9_-]{20}"),
            Pattern.compile("\\b(AKIA[0-9A-Z]{16}|gh[pousr]_[A-Za-z0-9]{36}|glpat-[A-Za-z0-9_-]{20})"));

    private static final Pattern KEY_FILE = Pattern.compile(".*\\.(p12|pfx|jks|keystore|key)");

    @Test
    void areMarkedDemoOrNotInTheRepository() throws IOException, InterruptedException {
        List<String> files = tracked();
        assertThat(files).contains("deploy/keycloak/monitoring-realm.json");

        assertThat(files.stream().filter(file -> !file.contains("DEMO")).filter(SecretsTest::holdsKey))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "deploy/client/src/main/resources/vn/monitoring/client/DEMO-province-31-system.jwk.json",
                "deploy/client/src/main/resources/vn/monitoring/client/DEMO-province-24-system.jwk.json"
            })
    void areFoundByThisTest(String file) {
        assertThat(holdsKey(file)).isTrue();
    }

    private static boolean holdsKey(String file) {
        if (KEY_FILE.matcher(file).matches()) {
            return true;
        }
        try {
            String text = Files.readString(ROOT.resolve(file), StandardCharsets.ISO_8859_1);
            return KEYS.stream().anyMatch(key -> key.matcher(text).find());
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }

    /// What git knows, still there; a copy without git is not looked at.
    private static List<String> tracked() throws IOException, InterruptedException {
        Assumptions.assumeTrue(Files.exists(ROOT.resolve(".git")), "not a checkout");
        Process git = new ProcessBuilder("git", "ls-files", "-z")
                .directory(ROOT.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String names = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(git.waitFor()).isZero();
        return Stream.of(names.split("\0", -1))
                .filter(name -> !name.isEmpty() && Files.isRegularFile(ROOT.resolve(name)))
                .toList();
    }
}
