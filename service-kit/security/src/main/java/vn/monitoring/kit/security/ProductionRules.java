package vn.monitoring.kit.security;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What must not be so where real data is: the secrets of the demo, which everybody can read in this
/// repository, and settings that are good for trying things out only. A process without a setting is not
/// asked about it.
final class ProductionRules {

    /// Names of settings whose values are secrets, whatever they are for.
    private static final Pattern SECRET = Pattern.compile("(quarkus|monitoring|gateway)\\..*(secret|password)");

    private static final Set<String> GUESSABLE = Set.of("admin", "postgres", "password", "secret", "changeme");

    /// Names of sealing keys that the launcher of the demo and the tests give.
    private static final Set<String> DEMO_KEYS = Set.of("local", "demo", "test");

    private static final String NO_OFFSET = "PT0S";
    private static final String DEMO_CERTIFICATE = "(not for production)";

    /// Where `./platform` keeps what it makes.
    private static final Path DEMO_FOLDER = Path.of(".platform");

    private final UnaryOperator<@Nullable String> settings;
    private final List<String> broken = new ArrayList<>();

    private ProductionRules(UnaryOperator<@Nullable String> settings) {
        this.settings = settings;
    }

    /// What is wrong, each with the setting's name in the environment and what to do; empty when all is well.
    ///
    /// @param names of all settings
    /// @param settings the value of a name, or null
    static List<String> broken(Stream<String> names, UnaryOperator<@Nullable String> settings) {
        ProductionRules rules = new ProductionRules(settings);
        rules.addresses();
        rules.database();
        rules.keys();
        rules.webhooks();
        rules.clock();
        names.filter(name -> SECRET.matcher(name).matches()).sorted().forEach(rules::secret);
        return rules.broken;
    }

    private void addresses() {
        https("quarkus.oidc.auth-server-url", "ISSUER");
        https("monitoring.public-base-urls", "PUBLIC_BASE_URLS");
        https("monitoring.public-base-url", "PUBLIC_BASE_URL");
        if ("false".equals(value("gateway.https"))) {
            broken.add("gateway.https is false: set it to true, so that cookies go by https only");
        }
    }

    private void https(String name, String variable) {
        boolean open = list(name)
                .anyMatch(url -> !"https".equalsIgnoreCase(URI.create(url).getScheme()));
        if (open) {
            broken.add(variable + " is not https: give the address that the public uses, with TLS in front of it");
        }
    }

    private void database() {
        String user = value("quarkus.datasource.username");
        if (user != null && user.equals(value("quarkus.datasource.password"))) {
            broken.add("DATABASE_PASSWORD is the user's name: make one that nobody can guess");
        }
    }

    private void keys() {
        if (list("monitoring.sealing.keys")
                .anyMatch(key -> DEMO_KEYS.contains(key.split(":", 2)[0].toLowerCase(Locale.ROOT)))) {
            broken.add("SEALING_KEYS holds a key of the demo or of the tests: make one by `openssl rand -base64 32`"
                    + " and give it another name");
        }
        file("monitoring.audit.key", "AUDIT_KEY");
        file("monitoring.signature.keys", "SIGNATURE_KEYS");
        file("monitoring.signature.trust", "SIGNATURE_TRUST");
        String trust = value("monitoring.signature.trust");
        if (trust != null && holdsDemoCertificate(Path.of(trust))) {
            broken.add("SIGNATURE_TRUST holds the demo's authority: name the authorities that issue your certificates");
        }
    }

    private void file(String name, String variable) {
        String file = value(name);
        if (file != null && isOfDemo(Path.of(file))) {
            broken.add(variable + " is a file that ./platform made for trying things out: make your own and keep it"
                    + " where only this service reads it");
        }
    }

    private static boolean isOfDemo(Path file) {
        for (Path part : file) {
            if (part.equals(DEMO_FOLDER)) {
                return true;
            }
        }
        return false;
    }

    /// A file that cannot be read is left to the feature that needs it, which says so itself.
    private static boolean holdsDemoCertificate(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            for (Certificate certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                if (certificate instanceof X509Certificate known
                        && known.getSubjectX500Principal().getName().contains(DEMO_CERTIFICATE)) {
                    return true;
                }
            }
            return false;
        } catch (IOException | CertificateException e) {
            return false;
        }
    }

    private void webhooks() {
        if ("LOOPBACK".equalsIgnoreCase(value("monitoring.webhook.allow-private"))) {
            broken.add("WEBHOOK_ALLOW_PRIVATE is LOOPBACK: a webhook could reach what listens on this machine only;"
                    + " leave it away");
        }
    }

    private void clock() {
        String offset = value("monitoring.clock.offset");
        if (offset != null && !offset.equals(NO_OFFSET)) {
            broken.add(
                    "CLOCK_OFFSET is %s: deadlines would be judged by a wrong clock; leave it away".formatted(offset));
        }
    }

    private void secret(String name) {
        String value = value(name);
        if (value != null && isGuessable(value.toLowerCase(Locale.ROOT))) {
            broken.add(name + " is a secret of the demo or one that is guessed: make one by `openssl rand -base64 32`");
        }
    }

    private static boolean isGuessable(String value) {
        return value.startsWith("demo") || GUESSABLE.contains(value);
    }

    private Stream<String> list(String name) {
        String value = value(name);
        return value == null
                ? Stream.empty()
                : Stream.of(value.split(",", -1)).map(String::strip).filter(item -> !item.isEmpty());
    }

    private @Nullable String value(String name) {
        String value = settings.apply(name);
        return value == null || value.isBlank() ? null : value.strip();
    }
}
