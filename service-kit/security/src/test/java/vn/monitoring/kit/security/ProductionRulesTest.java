package vn.monitoring.kit.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProductionRulesTest {

    private static final Map<String, String> GOOD = Map.ofEntries(
            Map.entry("quarkus.oidc.auth-server-url", "https://id.example/realms/monitoring"),
            Map.entry("monitoring.public-base-urls", "https://nq57.example,https://nq57-du-phong.example"),
            Map.entry("monitoring.public-base-url", "https://nq57.example"),
            Map.entry("gateway.https", "true"),
            Map.entry("quarkus.datasource.username", "indicator"),
            Map.entry("quarkus.datasource.password", "tJ2kq0Jb8Zr1"),
            Map.entry("monitoring.sealing.keys", "k2026:AAAA,k2025:BBBB"),
            Map.entry("monitoring.audit.key", "/run/secrets/audit.pem"),
            Map.entry("monitoring.signature.keys", "/run/secrets/keys.p12"),
            Map.entry("monitoring.signature.keys-password", "9xW4rT"),
            Map.entry("monitoring.webhook.allow-private", "NONE"),
            Map.entry("monitoring.clock.offset", "PT0S"),
            Map.entry("quarkus.oidc.dashboard.credentials.secret", "Qm1wZ0"));

    @Test
    void findNothingWrongWithSecretsOfOnesOwn() {
        assertThat(broken(GOOD)).isEmpty();
        assertThat(broken(Map.of())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "quarkus.oidc.auth-server-url | http://id.example/realms/monitoring | ISSUER",
                "monitoring.public-base-urls | https://nq57.example,http://nq57.example | PUBLIC_BASE_URLS",
                "monitoring.public-base-url | http://localhost:8080 | PUBLIC_BASE_URL",
                "gateway.https | false | gateway.https",
                "quarkus.datasource.password | indicator | DATABASE_PASSWORD",
                "quarkus.datasource.password | postgres | quarkus.datasource.password",
                "monitoring.sealing.keys | k2026:AAAA,local:BBBB | SEALING_KEYS",
                "monitoring.sealing.keys | test:AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8= | SEALING_KEYS",
                "monitoring.audit.key | /home/demo/.platform/secrets/audit.pem | AUDIT_KEY",
                "monitoring.signature.keys | .platform/secrets/keys.p12 | SIGNATURE_KEYS",
                "monitoring.signature.keys-password | changeme | monitoring.signature.keys-password",
                "monitoring.webhook.allow-private | loopback | WEBHOOK_ALLOW_PRIVATE",
                "monitoring.clock.offset | PT5M | CLOCK_OFFSET",
                "quarkus.oidc.dashboard.credentials.secret | demo-dashboard | quarkus.oidc.dashboard.credentials.secret",
                "gateway.session-secret | DEMO | gateway.session-secret"
            })
    void nameTheSettingThatIsOfTheDemo(String name, String value, String named) {
        Map<String, String> settings = new HashMap<>(GOOD);
        settings.put(name, value);

        assertThat(broken(settings))
                .singleElement()
                .asString()
                .startsWith(named + " ")
                .contains(": ");
    }

    @Test
    void knowTheDemosAuthorityByItsName(@TempDir Path folder) throws IOException, InterruptedException {
        Path demo = folder.resolve("demo.pem");
        Path own = folder.resolve("own.pem");
        makeCertificate(demo, "CN=Demo authority, O=Demo authority (not for production)");
        makeCertificate(own, "CN=CA 1, O=Government");
        Path both = folder.resolve("both.pem");
        Files.writeString(both, Files.readString(own) + Files.readString(demo));

        assertThat(broken(Map.of("monitoring.signature.trust", own.toString()))).isEmpty();
        for (Path file : List.of(demo, both)) {
            assertThat(broken(Map.of("monitoring.signature.trust", file.toString())))
                    .singleElement()
                    .asString()
                    .startsWith("SIGNATURE_TRUST ");
        }
    }

    @Test
    void stopAStartInProductionWithEveryReason() {
        Map<String, String> settings = new HashMap<>(GOOD);
        settings.put("quarkus.datasource.password", "indicator");
        settings.put("monitoring.public-base-urls", "http://localhost:8080");

        assertThatThrownBy(() -> new PlatformMode("production").refuseDemoSecrets(new StartupEvent(), config(settings)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("DATABASE_PASSWORD")
                .hasMessageContaining("PUBLIC_BASE_URLS")
                .hasMessageContaining("PLATFORM_MODE=demo");
        new PlatformMode("production").refuseDemoSecrets(new StartupEvent(), config(GOOD));
        new PlatformMode("demo").refuseDemoSecrets(new StartupEvent(), config(settings));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "prod", "DEMO", "test"})
    void takeNoOtherModeForOne(String mode) {
        assertThat(new PlatformMode(mode).isProduction()).isTrue();
        assertThatThrownBy(() -> new PlatformMode(mode).refuseDemoSecrets(new StartupEvent(), config(GOOD)))
                .hasMessageContaining("PLATFORM_MODE");
    }

    private static List<String> broken(Map<String, String> settings) {
        return ProductionRules.broken(settings.keySet().stream(), settings::get);
    }

    private static SmallRyeConfig config(Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(settings, "test", 100))
                .build();
    }

    private static void makeCertificate(Path file, String subject) throws IOException, InterruptedException {
        Path store = file.resolveSibling(file.getFileName() + ".p12");
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        run(keytool, "-genkeypair", "-alias", "a", "-keyalg", "EC", "-dname", subject, "-keystore", store.toString());
        run(keytool, "-exportcert", "-rfc", "-alias", "a", "-file", file.toString(), "-keystore", store.toString());
    }

    private static void run(String... command) throws IOException, InterruptedException {
        List<String> whole = new ArrayList<>(List.of(command));
        whole.addAll(List.of("-storetype", "PKCS12", "-storepass", "only-for-this-test"));
        Process process = new ProcessBuilder(whole).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
    }
}
