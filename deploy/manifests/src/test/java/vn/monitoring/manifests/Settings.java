package vn.monitoring.manifests;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a program of ours reads from its environment, taken from its properties and those of the kit.
///
/// @param readable every variable that may be set
/// @param required those without a default, or whose default is an address of this machine only
record Settings(Set<String> readable, Set<String> required) {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*)(:?)([^}]*)}");
    private static final List<String> OF_ALL = List.of("service-kit/security", "service-kit/observability");

    /// Read by Quarkus itself: more files of settings; by the switch of tracing: where traces go.
    private static final Set<String> ELSEWHERE = Set.of("QUARKUS_CONFIG_LOCATIONS", "OTEL_ENDPOINT");

    /// Set by another name: the address as QUARKUS_HTTP_HOST, the one public address as PUBLIC_BASE_URL.
    private static final Set<String> BY_ANOTHER_NAME = Set.of("HTTP_HOST", "PUBLIC_BASE_URLS");

    /// Empty by default, and then something does not work or not on two replicas.
    private static final Set<String> EMPTY_IS_TOO_LITTLE =
            Set.of("SEALING_KEYS", "AUDIT_KEY", "AUDIT_HEADS_DIR", "GATEWAY_CLIENT_SECRET", "GATEWAY_SESSION_SECRET");

    static Settings of(String module) throws IOException {
        List<Path> files = new ArrayList<>();
        files.add(Path.of(module, "src/main/resources/application.properties"));
        OF_ALL.forEach(kit -> files.add(Path.of(kit, "src/main/resources/META-INF/microprofile-config.properties")));
        if (!module.equals("gateway")) {
            files.add(Path.of("service-kit/src/main/resources/META-INF/microprofile-config.properties"));
        }
        Settings settings = new Settings(new TreeSet<>(ELSEWHERE), new TreeSet<>());
        for (Path file : files) {
            if (Files.exists(Sources.ROOT.resolve(file))) {
                settings.read(Sources.ROOT.resolve(file));
            }
        }
        return settings;
    }

    private void read(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        for (String name : properties.stringPropertyNames()) {
            if (!name.startsWith("%")) {
                readable.add(name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_"));
                Matcher matcher = VARIABLE.matcher(properties.getProperty(name));
                // From the name on, for a default may name another variable.
                for (int from = 0; matcher.find(from); from = matcher.end(1)) {
                    take(matcher.group(1), !matcher.group(2).isEmpty(), matcher.group(3));
                }
            }
        }
    }

    private void take(String variable, boolean hasDefault, String value) {
        readable.add(variable);
        boolean here = value.contains("localhost") || value.contains("127.0.0.1");
        if ((!hasDefault || here || EMPTY_IS_TOO_LITTLE.contains(variable)) && !BY_ANOTHER_NAME.contains(variable)) {
            required.add(variable);
        }
    }

    /// What is wrong with the variables that are set, empty when all is well.
    List<String> broken(String who, Set<String> set) {
        List<String> broken = new ArrayList<>();
        required.stream()
                .filter(name -> !set.contains(name))
                .forEach(name -> broken.add(who + " is not given " + name));
        set.stream()
                .filter(name -> !readable.contains(name))
                .forEach(name -> broken.add(who + " is given " + name + ", which nobody reads"));
        return broken;
    }
}
