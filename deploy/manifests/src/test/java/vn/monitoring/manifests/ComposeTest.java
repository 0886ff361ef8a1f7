package vn.monitoring.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The host's platform: hardened, pinned, complete in its settings, without a secret in its files.
class ComposeTest {

    private static final Path FOLDER = Sources.ROOT.resolve("deploy/compose");
    private static final Pattern TOPIC = Pattern.compile("monitoring\\.[a-z-]+");

    @TempDir
    Path state;

    @ParameterizedTest
    @ValueSource(strings = {"compose.yaml", "compose.observability.yaml"})
    void breaksNoRule(String file) throws IOException {
        assertThat(ComposeRules.broken(Sources.yaml(FOLDER.resolve(file)))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "  read_only: true"                              | "  read_only: false"          | read_only
            "cap_drop: [ALL]"                                | "cap_drop: [NET_RAW]"        | drops
            "no-new-privileges:true"                         | "seccomp:unconfined"         | privileges
            "/tmp:exec"                                      | "/tmp"                       | native
            "image: apache/kafka:4.1.1"                      | "image: apache/kafka:latest" | pinned
            "127.0.0.1:${KEYCLOAK_PORT:-8180}:8080"          | "8180:8080"                  | loopback
            "POSTGRES_PASSWORD_FILE:"                        | "POSTGRES_PASSWORD:"         | secret
            """, quoteCharacter = '"')
    void isFoundBroken(String text, String instead, String word) throws IOException {
        String compose = Files.readString(FOLDER.resolve("compose.yaml"));
        assertThat(ComposeRules.broken(
                        Sources.documents(compose.replace(text, instead)).getFirst()))
                .anySatisfy(line -> assertThat(line).contains(word));
    }

    @Test
    void givesEveryVariableThatIsRead() throws IOException, InterruptedException {
        makeSecrets();
        List<String> broken = new ArrayList<>();
        Map<String, Object> services =
                Sources.map(Sources.yaml(FOLDER.resolve("compose.yaml")).get("services"));
        for (Map.Entry<String, Object> entry : services.entrySet()) {
            Map<String, Object> service = Sources.map(entry.getValue());
            String image = String.valueOf(service.get("image"));
            if (image.startsWith("monitoring/")) {
                String module = image.substring("monitoring/".length(), image.indexOf(':'));
                Set<String> set =
                        new TreeSet<>(Sources.map(service.get("environment")).keySet());
                set.addAll(secretsOf(module));
                broken.addAll(Settings.of(module).broken(entry.getKey(), set));
            }
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void aMissingAndAnUnknownVariableAreFound() throws IOException {
        assertThat(Settings.of("task-service").broken("task", Set.of("DATABASE_ULR")))
                .contains("task is not given DATABASE_URL", "task is given DATABASE_ULR, which nobody reads");
    }

    @Test
    void makesSecretsOnceAndDifferentOnes() throws IOException, InterruptedException {
        makeSecrets();
        Properties first = properties("task-service");
        makeSecrets();
        assertThat(properties("task-service")).isEqualTo(first);
        assertThat(first.getProperty("SEALING_KEYS")).matches("task-\\d{6}:[A-Za-z0-9+/]{43}=");
        assertThat(first.getProperty("DATABASE_PASSWORD"))
                .hasSize(48)
                .isNotEqualTo(properties("report-service").getProperty("DATABASE_PASSWORD"));
        assertThat(properties("gateway").getProperty("GATEWAY_SESSION_SECRET")).hasSizeGreaterThanOrEqualTo(32);
        assertThat(state.resolve("secrets/audit-key.pem")).content().startsWith("-----BEGIN PRIVATE KEY-----");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(state.resolve("secrets"))))
                .isEqualTo("rwx------");
    }

    @Test
    void makesTheTopicsOfTheLauncher() throws IOException {
        String launcher = Files.readString(
                Sources.ROOT.resolve("deploy/local/src/main/java/vn/monitoring/local/component/Topic.java"));
        String script = Files.readString(FOLDER.resolve("make-topics.sh"));
        String kubernetes = Files.readString(Sources.ROOT.resolve("deploy/kubernetes/data/kafka.yaml"));
        Set<String> topics = topics(launcher);
        assertThat(topics).hasSizeGreaterThan(10);
        assertThat(topics(script)).isEqualTo(topics);
        assertThat(topics(kubernetes)).isEqualTo(topics);
    }

    private static Set<String> topics(String text) {
        Set<String> topics = new TreeSet<>();
        TOPIC.matcher(text).results().forEach(found -> topics.add(found.group()));
        topics.removeIf(topic -> topic.equals("monitoring.local"));
        return topics;
    }

    private Set<String> secretsOf(String module) throws IOException {
        return properties(module).stringPropertyNames();
    }

    private Properties properties(String module) throws IOException {
        Properties properties = new Properties();
        try (InputStream in = Files.newInputStream(state.resolve("secrets/" + module + ".properties"))) {
            properties.load(in);
        }
        return properties;
    }

    private void makeSecrets() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(FOLDER.resolve("make-secrets.sh").toString(), state.toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).as(output).isZero();
    }

    @Test
    void mountsOnlyWhatIsThere() throws IOException {
        Map<String, Object> services =
                Sources.map(Sources.yaml(FOLDER.resolve("compose.yaml")).get("services"));
        assertThat(services.values().stream()
                        .flatMap(service -> Sources.list(Sources.map(service).get("volumes")).stream())
                        .map(String::valueOf)
                        .filter(volume -> volume.startsWith(".") && !volume.startsWith("./state"))
                        .map(volume -> FOLDER.resolve(volume.substring(0, volume.indexOf(':')))))
                .isNotEmpty()
                .allMatch(Files::exists);
    }
}
