package vn.monitoring.manifests;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/// The demo's realm without what everybody knows: its users, the client that exchanges passwords and the systems' keys.
///
/// Roles, policies, the profile and the mappers stay as they are tried. The dashboard becomes a confidential client of
/// one
/// address; Keycloak puts PUBLIC_BASE_URL and DASHBOARD_CLIENT_SECRET of its environment in at the import.
final class ProductionRealm {

    private static final Set<String> KEPT_CLIENTS = Set.of("dashboard", "mobile");

    private ProductionRealm() {}

    /// @param demo the demo's realm, which is left as it is
    static ObjectNode of(ObjectNode demo) {
        ObjectNode realm = demo.deepCopy();
        realm.remove("users");
        ArrayNode clients = realm.putArray("clients");
        demo.path("clients").forEach(client -> {
            if (KEPT_CLIENTS.contains(client.path("clientId").asText())) {
                clients.add(client.deepCopy());
            }
        });
        clients.forEach(client -> {
            if (client.path("clientId").asText().equals("dashboard")) {
                toDashboard((ObjectNode) client);
            } else {
                toMobile((ObjectNode) client);
            }
        });
        return realm;
    }

    private static void toDashboard(ObjectNode client) {
        client.put("description", "Web dashboard, signed in by the gateway: authorization code with PKCE and a secret");
        client.put("publicClient", false);
        client.put("clientAuthenticatorType", "client-secret");
        client.put("secret", "${DASHBOARD_CLIENT_SECRET}");
        client.putArray("redirectUris").add("${PUBLIC_BASE_URL}/login/callback");
        client.withObject("/attributes").put("post.logout.redirect.uris", "${PUBLIC_BASE_URL}/");
    }

    private static void toMobile(ObjectNode client) {
        client.put("description", "Mobile app: authorization code with PKCE, private-use scheme on a device");
        client.putArray("redirectUris").add("vn.monitoring.mobile:/oauth2/callback");
        client.putArray("webOrigins");
    }
}
