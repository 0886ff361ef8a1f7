package vn.monitoring.manifests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The manifests fit their schemas, and what an overlay renders keeps the rules. Rendering needs kubectl and is skipped
/// without.
class KubernetesTest {

    private static final Path FOLDER = Sources.ROOT.resolve("deploy/kubernetes");

    @Test
    void everyFileFitsItsSchema() throws IOException {
        for (Path file : Sources.yamlFiles(FOLDER)) {
            for (Map<String, Object> document : Sources.documents(Files.readString(file))) {
                Schemas.check(FOLDER.relativize(file).toString(), document);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "overlays/staging",
                "overlays/staging/migrations",
                "overlays/production",
                "overlays/production/migrations"
            })
    void whatIsRenderedFitsItsSchemaAndBreaksNoRule(String overlay) throws IOException, InterruptedException {
        List<Map<String, Object>> documents = Sources.documents(render(overlay));
        assertThat(documents).hasSizeGreaterThan(8);
        documents.forEach(document -> Schemas.check(overlay, document));
        assertThat(KubernetesRules.broken(documents)).isEmpty();
    }

    /// Without the store that the cluster's plugin and the schedule name, every backup fails, in a status nobody reads.
    @Test
    void eachInstallationBacksUpIntoAFolderOfItsOwn() throws IOException, InterruptedException {
        assertThat(backupFolder("overlays/production")).isNotEqualTo(backupFolder("overlays/staging"));
    }

    private static String backupFolder(String overlay) throws IOException, InterruptedException {
        List<Map<String, Object>> documents = Sources.documents(render(overlay + "/data"));
        Map<String, Object> plugin = Sources.map(
                Sources.list(specOf(documents, "Cluster").get("plugins")).getFirst());
        Map<String, Object> schedule = specOf(documents, "ScheduledBackup");
        assertThat(plugin).containsEntry("isWALArchiver", true);
        assertThat(schedule).containsEntry("method", "plugin");
        assertThat(Sources.map(schedule.get("pluginConfiguration"))).containsEntry("name", plugin.get("name"));
        Map<String, Object> store = documents.stream()
                .filter(document -> "ObjectStore".equals(document.get("kind")))
                .filter(document -> Sources.map(plugin.get("parameters"))
                        .containsValue(Sources.map(document.get("metadata")).get("name")))
                .findFirst()
                .orElseThrow();
        return String.valueOf(
                Sources.map(Sources.map(store.get("spec")).get("configuration")).get("destinationPath"));
    }

    private static Map<String, Object> specOf(List<Map<String, Object>> documents, String kind) {
        return documents.stream()
                .filter(document -> kind.equals(document.get("kind")))
                .map(document -> Sources.map(document.get("spec")))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void anUnknownFieldIsFound() throws IOException {
        String text = Files.readString(FOLDER.resolve("base/gateway.yaml"));
        assertThatThrownBy(() -> Schemas.check(
                        "gateway",
                        Sources.documents(text.replace("readinessProbe", "readynessProbe"))
                                .getFirst()))
                .hasMessageContaining("readynessProbe");
        String kafka = Files.readString(FOLDER.resolve("data/kafka.yaml"));
        assertThatThrownBy(() -> Schemas.check(
                        "kafka",
                        Sources.documents(kafka.replace("deleteClaim", "deleteClaims"))
                                .getFirst()))
                .hasMessageContaining("deleteClaims");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            runAsNonRoot: true               | runAsNonRoot: false              | may run as root
            readOnlyRootFilesystem: true     | readOnlyRootFilesystem: false    | may write its root
            type: RuntimeDefault             | type: Unconfined                 | seccomp
            livenessProbe                    | otherProbe                       | livenessProbe
            gateway:1.0.0-SNAPSHOT           | gateway:latest                   | pinned
            kind: Ingress                    | kind: Secret                     | holds a secret
            app.kubernetes.io/part-of: monitoring | part: monitoring            | selects nothing
            key: GATEWAY_SESSION_SECRET      | key: OTHER                       | unknown secret
            kind: PersistentVolumeClaim      | kind: ConfigMap                  | waits for ever
            INDICATOR_URLS                   | INDICATORS_URL                   | nobody reads
            TASK_URLS                        | TASKS_URL                        | not given TASK_URLS
            """)
    void isFoundBroken(String text, String instead, String complaint) throws IOException, InterruptedException {
        String rendered = render("overlays/production");
        assertThat(rendered).contains(text);
        String changed = text.startsWith("app.kubernetes.io/part-of")
                ? rendered.replaceFirst("(?s)(kind: NetworkPolicy.*?)" + text, "$1" + instead)
                : rendered.replace(text, instead);
        assertThat(KubernetesRules.broken(Sources.documents(changed)))
                .anySatisfy(line -> assertThat(line).contains(complaint));
    }

    private static String render(String folder) throws IOException, InterruptedException {
        assumeTrue(
                Arrays.stream(System.getenv("PATH").split(":"))
                        .anyMatch(place -> Files.isExecutable(Path.of(place, "kubectl"))),
                "kubectl is not on the path: overlays are not rendered (on Debian: apt install kubernetes-client)");
        Process process = new ProcessBuilder(
                        "kubectl", "kustomize", FOLDER.resolve(folder).toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as("kubectl kustomize " + folder).isZero();
        return output;
    }
}
