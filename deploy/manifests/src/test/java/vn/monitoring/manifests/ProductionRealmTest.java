package vn.monitoring.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// The realm for production is the demo's without its secrets; made anew with `-Drealm.update=true`.
class ProductionRealmTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path DEMO = Sources.ROOT.resolve("deploy/keycloak/monitoring-realm.json");
    private static final Path PRODUCTION = Sources.ROOT.resolve("deploy/keycloak/production-realm.json");

    @Test
    void isDerivedFromTheDemos() throws IOException {
        ObjectNode derived = ProductionRealm.of((ObjectNode) JSON.readTree(DEMO.toFile()));
        if (Boolean.getBoolean("realm.update")) {
            Files.writeString(PRODUCTION, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(derived) + "\n");
        }
        assertThat(JSON.readTree(PRODUCTION.toFile()))
                .as("run mvn -pl deploy/manifests test -Dtest=ProductionRealmTest -Drealm.update=true")
                .isEqualTo(derived);
    }

    @Test
    void holdsNothingOfTheDemo() throws IOException {
        String text = Files.readString(PRODUCTION);
        assertThat(text).doesNotContainIgnoringCase("demo").doesNotContain("localhost", "127.0.0.1", "jwks.string");
        JsonNode realm = JSON.readTree(text);
        assertThat(realm.has("users")).isFalse();
        assertThat(realm.path("clients"))
                .extracting(client -> client.path("clientId").asText())
                .containsExactly("dashboard", "mobile");
        assertThat(realm.path("clients")).allSatisfy(client -> {
            assertThat(client.path("directAccessGrantsEnabled").asBoolean()).isFalse();
            assertThat(client.path("attributes")
                            .path("pkce.code.challenge.method")
                            .asText())
                    .isEqualTo("S256");
        });
    }

    @Test
    void keepsRolesAndPoliciesOfTheDemo() throws IOException {
        JsonNode demo = JSON.readTree(DEMO.toFile());
        JsonNode realm = JSON.readTree(PRODUCTION.toFile());
        assertThat(realm.path("roles")).isEqualTo(demo.path("roles"));
        assertThat(realm.path("accessTokenLifespan")).isEqualTo(demo.path("accessTokenLifespan"));
        assertThat(realm.path("bruteForceProtected").asBoolean()).isTrue();
    }
}
