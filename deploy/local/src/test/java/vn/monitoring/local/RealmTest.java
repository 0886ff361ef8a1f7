package vn.monitoring.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The realm file says what every service relies on.
class RealmTest {

    private static final List<String> CLIENTS =
            List.of("dashboard", "mobile", "demo-cli", "province-31-system", "province-24-system");

    private static JsonNode realm;

    @BeforeAll
    static void readRealm() throws IOException {
        File file = Path.of(System.getProperty("monitoring.root"), "deploy/keycloak/monitoring-realm.json")
                .toFile();
        realm = new ObjectMapper().readTree(file);
    }

    @Test
    void hasTheEightRolesDescribedInBothLanguages() {
        assertThat(all(realm.at("/roles/realm")).map(role -> role.get("name").asText()))
                .containsExactlyInAnyOrder(
                        "province-admin",
                        "steering-committee",
                        "leader",
                        "standing-body",
                        "unit-head",
                        "reporter",
                        "inspector",
                        "integration");
        assertThat(all(realm.at("/roles/realm"))
                        .map(role -> role.get("description").asText()))
                .allMatch(description -> description.matches("\\p{Lu}.+: .+ / [A-Z][a-z ]+: .+"));
    }

    @Test
    void keepsTokensShortAndSlowsGuessing() {
        assertThat(realm.get("accessTokenLifespan").asInt()).isEqualTo(300);
        assertThat(realm.get("bruteForceProtected").asBoolean()).isTrue();
        assertThat(realm.get("registrationAllowed").asBoolean()).isFalse();
        assertThat(realm.has("clientScopes"))
                .as("would suppress the built-in scopes")
                .isFalse();
    }

    @Test
    void hasNoOtherClient() {
        assertThat(all(realm.get("clients"))
                        .map(client -> client.get("clientId").asText()))
                .containsExactlyInAnyOrderElementsOf(CLIENTS);
    }

    static Stream<String> clients() {
        return CLIENTS.stream();
    }

    @ParameterizedTest
    @MethodSource("clients")
    void putsUnitsAndEveryServicesAudienceIntoTheTokensOfEachClient(String client) {
        List<JsonNode> mappers = all(client(client).get("protocolMappers")).toList();

        assertThat(mappers.stream()
                        .filter(mapper -> mapper.get("protocolMapper").asText().equals("oidc-audience-mapper"))
                        .filter(mapper -> isTrue(mapper, "access.token.claim"))
                        .map(mapper -> config(mapper, "included.custom.audience")))
                .containsExactlyInAnyOrder("indicator-service", "task-service", "report-service");
        assertThat(mappers.stream()
                        .filter(mapper -> config(mapper, "user.attribute").equals("units"))
                        .filter(mapper -> config(mapper, "claim.name").equals("units"))
                        .filter(mapper -> isTrue(mapper, "multivalued") && isTrue(mapper, "access.token.claim")))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dashboard", "mobile"})
    void demandsPkceOfPublicClientsAndNoPassword(String name) {
        JsonNode client = client(name);

        assertThat(client.get("publicClient").asBoolean()).isTrue();
        assertThat(client.get("standardFlowEnabled").asBoolean()).isTrue();
        assertThat(client.get("directAccessGrantsEnabled").asBoolean()).isFalse();
        assertThat(client.get("attributes").get("pkce.code.challenge.method").asText())
                .isEqualTo("S256");
    }

    /// Keycloak takes any port of these two hosts (RFC 8252, 7.3).
    @Test
    void sendsTheDashboardsBrowserOnlyToWhereTheGatewayTakesItIn() {
        assertThat(all(client("dashboard").get("redirectUris")).map(JsonNode::asText))
                .containsExactly("http://localhost/login/callback", "http://127.0.0.1/login/callback");
        assertThat(all(client("dashboard").get("webOrigins"))).isEmpty();
    }

    @Test
    void letsOnlyTheDemoClientExchangeAPassword() {
        assertThat(all(realm.get("clients"))
                        .filter(client ->
                                client.get("directAccessGrantsEnabled").asBoolean())
                        .map(client -> client.get("clientId").asText()))
                .containsExactly("demo-cli");
        assertThat(client("demo-cli").get("description").asText()).startsWith("DEMO ONLY");
    }

    @ParameterizedTest
    @CsvSource({"31", "24"})
    void givesEachProvincesSystemAServiceAccountOfItsOwnUnits(String province) {
        JsonNode client = client("province-" + province + "-system");
        JsonNode account = user("service-account-province-" + province + "-system");

        assertThat(client.get("serviceAccountsEnabled").asBoolean()).isTrue();
        assertThat(client.get("publicClient").asBoolean()).isFalse();
        assertThat(client.get("clientAuthenticatorType").asText()).isEqualTo("client-jwt");
        assertThat(client.has("secret")).isFalse();
        assertThat(client.get("description").asText()).startsWith("DEMO KEY");
        assertThat(account.get("serviceAccountClientId").asText()).isEqualTo("province-" + province + "-system");
        assertThat(roleAndUnits(account)).isEqualTo("integration [" + province + "]");
    }

    @ParameterizedTest
    @CsvSource({"31", "24"})
    void knowsOnlyThePublicPartOfEachProvincesDemoKey(String province) throws IOException {
        JsonNode attributes = client("province-" + province + "-system").get("attributes");
        JsonNode key = new ObjectMapper()
                .readTree(attributes.get("jwks.string").asText())
                .at("/keys/0");

        assertThat(attributes.get("use.jwks.string").asText()).isEqualTo("true");
        assertThat(attributes.get("token.endpoint.auth.signing.alg").asText()).isEqualTo("ES256");
        assertThat(key.get("kid").asText()).isEqualTo("DEMO-province-" + province + "-system");
        assertThat(key.fieldNames()).toIterable().doesNotContain("d");
    }

    @Test
    void hasEveryDemoUserNamedByRoleAndUnit() {
        Map<String, String> expected = new TreeMap<>();
        for (String province : List.of("31", "24")) {
            expected.put("admin-" + province, "province-admin [" + province + "]");
            expected.put("steering-" + province, "steering-committee [" + province + "]");
            expected.put("leader-" + province, "leader [" + province + "]");
            expected.put("standing-" + province, "standing-body [" + province + "]");
            expected.put("inspector-" + province, "inspector [" + province + "]");
        }
        for (String commune : List.of("10675", "11002", "10750", "07228")) {
            expected.put("standing-" + commune, "standing-body [" + commune + "]");
            expected.put("leader-" + commune, "leader [" + commune + "]");
            expected.put("head-" + commune, "unit-head [" + commune + "]");
            expected.put("reporter-" + commune, "reporter [" + commune + "]");
        }
        expected.put("reporter-10675-vhxh", "reporter [10675.VHXH]");
        expected.put("reporter-10675-hcc", "reporter [10675.HCC]");

        Map<String, String> actual = new TreeMap<>();
        persons().forEach(user -> actual.put(user.get("username").asText(), roleAndUnits(user)));
        assertThat(actual).isEqualTo(expected);
    }

    @Test
    void letsEveryDemoUserSignInAtOnceWithThePasswordDemo() {
        assertThat(persons()).allSatisfy(user -> {
            assertThat(user.get("enabled").asBoolean()).isTrue();
            assertThat(user.at("/credentials/0/value").asText()).isEqualTo("demo");
            assertThat(user.at("/credentials/0/temporary").asBoolean()).isFalse();
            assertThat(user.get("firstName").asText()).isNotBlank();
            assertThat(user.get("lastName").asText()).isNotBlank();
        });
    }

    @Test
    void declaresUnitsAsAnAttributeThatOnlyAdministratorsEdit() throws IOException {
        JsonNode profile = new ObjectMapper()
                .readTree(realm.at(
                                "/components/org.keycloak.userprofile.UserProfileProvider/0/config/kc.user.profile.config/0")
                        .asText());
        JsonNode units = all(profile.get("attributes"))
                .filter(attribute -> attribute.get("name").asText().equals("units"))
                .findFirst()
                .orElseThrow();

        assertThat(units.get("multivalued").asBoolean()).isTrue();
        assertThat(all(units.at("/permissions/edit")).map(JsonNode::asText)).containsExactly("admin");
        String pattern = units.at("/validations/pattern/pattern").asText();
        assertThat(persons().map(RealmTest::unit)).allMatch(unit -> unit.matches(pattern));
    }

    private static Stream<JsonNode> persons() {
        return all(realm.get("users")).filter(user -> !user.has("serviceAccountClientId"));
    }

    private static String roleAndUnits(JsonNode user) {
        List<String> roles = all(user.get("realmRoles"))
                .map(JsonNode::asText)
                .filter(role -> !role.startsWith("default-roles-"))
                .sorted(Comparator.naturalOrder())
                .toList();
        List<String> units =
                all(user.at("/attributes/units")).map(JsonNode::asText).toList();
        return String.join(",", roles) + " " + units;
    }

    private static String unit(JsonNode user) {
        return user.at("/attributes/units/0").asText();
    }

    private static JsonNode client(String id) {
        return named(realm.get("clients"), "clientId", id);
    }

    private static JsonNode user(String name) {
        return named(realm.get("users"), "username", name);
    }

    private static JsonNode named(JsonNode list, String field, String name) {
        return all(list)
                .filter(node -> node.get(field).asText().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isTrue(JsonNode mapper, String setting) {
        return config(mapper, setting).equals("true");
    }

    private static String config(JsonNode mapper, String setting) {
        return mapper.get("config").path(setting).asText();
    }

    private static Stream<JsonNode> all(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
