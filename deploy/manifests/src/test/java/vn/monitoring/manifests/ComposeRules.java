package vn.monitoring.manifests;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// What every container of the compose files has to be.
final class ComposeRules {

    /// They write into their own folders when they start; see deploy/compose/README.md.
    private static final Set<String> WRITES_AT_START = Set.of("keycloak", "kafka", "topics");

    private static final Pattern PINNED = Pattern.compile("[a-z0-9./-]+:(v?\\d+(\\.\\d+)+|\\$\\{VERSION:\\?[^}]*})");
    private static final Pattern SECRET = Pattern.compile(".*(PASSWORD|SECRET|SEALING_KEYS)");

    private final List<String> broken = new ArrayList<>();

    private ComposeRules() {}

    /// @return what is wrong, empty when all is well
    static List<String> broken(Map<String, Object> compose) {
        ComposeRules rules = new ComposeRules();
        Map<String, Object> secrets = Sources.map(compose.get("secrets"));
        Sources.map(compose.get("services")).forEach((name, value) -> {
            Map<String, Object> service = Sources.map(value);
            rules.secrets(name, service, secrets);
            if (service.containsKey("image")) {
                rules.hardened(name, service);
                rules.doors(name, service);
            }
        });
        return rules.broken;
    }

    private void hardened(String name, Map<String, Object> service) {
        check(Sources.list(service.get("cap_drop")).contains("ALL"), name, "drops not all capabilities");
        check(
                Sources.list(service.get("security_opt")).contains("no-new-privileges:true"),
                name,
                "may gain privileges");
        check(
                Boolean.TRUE.equals(service.get("read_only")) || WRITES_AT_START.contains(name),
                name,
                "is not read_only");
        check(service.containsKey("mem_limit"), name, "has no limit of memory");
        String image = String.valueOf(service.get("image"));
        check(PINNED.matcher(image).matches(), name, "has an image that is not pinned: " + image);
        if (image.startsWith("monitoring/")) {
            check("65532:65532".equals(service.get("user")), name, "runs as another user than 65532");
            check(Sources.list(service.get("tmpfs")).contains("/tmp:exec"), name, "cannot load native code from /tmp");
        }
    }

    private void doors(String name, Map<String, Object> service) {
        for (Object port : Sources.list(service.get("ports"))) {
            check(String.valueOf(port).startsWith("127.0.0.1:"), name, "is published beyond the loopback");
            check(Set.of("gateway", "keycloak", "grafana").contains(name), name, "is published");
        }
    }

    private void secrets(String name, Map<String, Object> service, Map<String, Object> known) {
        Sources.map(service.get("environment"))
                .keySet()
                .forEach(variable -> check(!SECRET.matcher(variable).matches(), name, "has a secret in " + variable));
        Sources.list(service.get("secrets"))
                .forEach(secret -> check(known.containsKey(String.valueOf(secret)), name, "misses " + secret));
    }

    private void check(boolean holds, String name, String complaint) {
        if (!holds) {
            broken.add(name + " " + complaint);
        }
    }
}
