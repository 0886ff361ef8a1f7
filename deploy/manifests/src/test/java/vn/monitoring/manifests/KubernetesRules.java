package vn.monitoring.manifests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// What every rendered workload has to be, and that what refers to something finds it.
final class KubernetesRules {

    /// The secrets an operator makes, with their keys; see deploy/kubernetes/README.md.
    static final Map<String, Set<String>> SECRETS = Map.of(
            "indicator-database", Set.of("username", "password"),
            "task-database", Set.of("username", "password"),
            "report-database", Set.of("username", "password"),
            "indicator-service", Set.of("SEALING_KEYS"),
            "task-service", Set.of("SEALING_KEYS"),
            "report-service", Set.of("SEALING_KEYS"),
            "gateway", Set.of("GATEWAY_CLIENT_SECRET", "GATEWAY_SESSION_SECRET"),
            "audit-key", Set.of("audit-key.pem"));

    private static final Pattern PINNED = Pattern.compile("monitoring/[a-z-]+:\\d+\\.\\d+\\.\\d+(-SNAPSHOT)?");

    private final List<Map<String, Object>> documents;
    private final Map<String, Map<String, Object>> configMaps = new TreeMap<>();
    private final List<String> broken = new ArrayList<>();

    private KubernetesRules(List<Map<String, Object>> documents) {
        this.documents = documents;
    }

    /// @return what is wrong, empty when all is well
    static List<String> broken(List<Map<String, Object>> documents) {
        KubernetesRules rules = new KubernetesRules(documents);
        documents.stream()
                .filter(document -> "ConfigMap".equals(document.get("kind")))
                .forEach(document -> rules.configMaps.put(name(document), Sources.map(document.get("data"))));
        documents.forEach(rules::document);
        return rules.broken;
    }

    private static String name(Map<String, Object> document) {
        return String.valueOf(Sources.map(document.get("metadata")).get("name"));
    }

    private void document(Map<String, Object> document) {
        String name = document.get("kind") + " " + name(document);
        switch (String.valueOf(document.get("kind"))) {
            case "Deployment" -> workload(name, document, true);
            case "Job" -> workload(name, document, false);
            case "Secret" -> broken.add(name + " holds a secret");
            case "Ingress" ->
                check(
                        name.equals("Ingress gateway") && at(document, "spec").containsKey("tls"),
                        name,
                        "opens another door or has no TLS");
            case "Service" -> {
                check(!at(document, "spec").containsKey("type"), name, "is not a ClusterIP");
                selects(name, at(document, "spec", "selector"));
            }
            case "NetworkPolicy", "PodDisruptionBudget" ->
                selects(
                        name,
                        at(
                                document,
                                "spec",
                                "NetworkPolicy".equals(document.get("kind")) ? "podSelector" : "selector",
                                "matchLabels"));
            default -> {}
        }
    }

    private void selects(String name, Map<String, Object> labels) {
        boolean found = documents.stream()
                .filter(document -> Set.of("Deployment", "Job").contains(document.get("kind")))
                .map(document -> at(document, "spec", "template", "metadata", "labels"))
                .anyMatch(pod -> pod.entrySet().containsAll(labels.entrySet()));
        check(found, name, "selects nothing");
    }

    private void workload(String name, Map<String, Object> document, boolean probed) {
        Map<String, Object> pod = at(document, "spec", "template", "spec");
        Map<String, Object> security = at(pod, "securityContext");
        check(Boolean.TRUE.equals(security.get("runAsNonRoot")), name, "may run as root");
        check("RuntimeDefault".equals(at(security, "seccompProfile").get("type")), name, "has no seccomp profile");
        check(
                Boolean.FALSE.equals(pod.get("automountServiceAccountToken")),
                name,
                "gets a token for the cluster it needs not");
        for (Object value : Sources.list(pod.get("containers"))) {
            container(name, Sources.map(value), probed);
        }
        for (Object value : Sources.list(pod.get("volumes"))) {
            Object secret = at(Sources.map(value), "secret").get("secretName");
            check(secret == null || SECRETS.containsKey(secret.toString()), name, "mounts unknown secret " + secret);
            Object claim = at(Sources.map(value), "persistentVolumeClaim").get("claimName");
            check(claim == null || hasClaim(claim), name, "waits for ever for the claim " + claim);
        }
    }

    /// Applied with what mounts it: a migration comes before the roll-out, on an empty namespace too.
    private boolean hasClaim(Object claim) {
        return documents.stream()
                .anyMatch(document -> "PersistentVolumeClaim".equals(document.get("kind"))
                        && name(document).equals(claim));
    }

    private void container(String name, Map<String, Object> container, boolean probed) {
        Map<String, Object> security = at(container, "securityContext");
        check(Boolean.TRUE.equals(security.get("readOnlyRootFilesystem")), name, "may write its root");
        check(Boolean.FALSE.equals(security.get("allowPrivilegeEscalation")), name, "may gain privileges");
        check(Sources.list(at(security, "capabilities").get("drop")).contains("ALL"), name, "keeps capabilities");
        check(at(container, "resources", "limits").containsKey("memory"), name, "has no limit of memory");
        check(at(container, "resources", "requests").containsKey("cpu"), name, "requests no cpu");
        for (String probe : probed ? List.of("startupProbe", "livenessProbe", "readinessProbe") : List.<String>of()) {
            check(container.containsKey(probe), name, "has no " + probe);
        }
        String image = String.valueOf(container.get("image"));
        check(PINNED.matcher(image).matches(), name, "has an image that is not pinned: " + image);
        if (image.startsWith("monitoring/") && image.contains(":")) {
            variables(name, image.substring("monitoring/".length(), image.indexOf(':')), container);
        }
    }

    private void variables(String name, String module, Map<String, Object> container) {
        Set<String> set = new HashSet<>();
        for (Object source : Sources.list(container.get("envFrom"))) {
            String map = String.valueOf(at(Sources.map(source), "configMapRef").get("name"));
            check(configMaps.containsKey(map), name, "refers to unknown ConfigMap " + map);
            set.addAll(configMaps.getOrDefault(map, Map.of()).keySet());
        }
        for (Object value : Sources.list(container.get("env"))) {
            Map<String, Object> variable = Sources.map(value);
            set.add(String.valueOf(variable.get("name")));
            Map<String, Object> reference = at(variable, "valueFrom", "secretKeyRef");
            if (!reference.isEmpty()) {
                check(
                        SECRETS.getOrDefault(String.valueOf(reference.get("name")), Set.of())
                                .contains(String.valueOf(reference.get("key"))),
                        name,
                        "refers to unknown secret " + reference);
            }
        }
        try {
            broken.addAll(Settings.of(module).broken(name, set));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> at(Map<String, Object> map, String... path) {
        Map<String, Object> found = map;
        for (String step : path) {
            found = Sources.map(found.get(step));
        }
        return found;
    }

    private void check(boolean holds, String name, String complaint) {
        if (!holds) {
            broken.add(name + " " + complaint);
        }
    }
}
