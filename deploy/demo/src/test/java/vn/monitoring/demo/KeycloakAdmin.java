package vn.monitoring.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import vn.monitoring.client.Json;
import vn.monitoring.client.Tokens;

/// Makes clients and users that a decent realm would not have, and signs in with them.
final class KeycloakAdmin implements AutoCloseable {

    private final URI keycloak;
    private final HttpClient http = HttpClient.newHttpClient();
    private final String token;

    KeycloakAdmin(URI keycloak) throws IOException, InterruptedException {
        this.keycloak = keycloak;
        this.token = signIn("master", "admin-cli", "admin", "admin");
    }

    /// As `demo-cli`, but its tokens live so many seconds.
    void createShortLivedClient(String clientId, int seconds) throws IOException, InterruptedException {
        ObjectNode client = likeDemoClient(clientId);
        client.putObject("attributes").put("access.token.lifespan", Integer.toString(seconds));
        create("clients", client);
    }

    /// As `demo-cli`, but its tokens are for nobody here.
    void createClientOfAnotherAudience(String clientId) throws IOException, InterruptedException {
        ObjectNode client = likeDemoClient(clientId);
        ArrayNode mappers = JsonNodeFactory.instance.arrayNode();
        for (JsonNode mapper : client.path("protocolMappers")) {
            if (!mapper.path("protocolMapper").asText().equals("oidc-audience-mapper")) {
                mappers.add(mapper);
            }
        }
        client.set("protocolMappers", mappers);
        create("clients", client);
    }

    /// A user of a unit with no role at all.
    void createUserWithoutRole(String username, String unit) throws IOException, InterruptedException {
        ObjectNode user = JsonNodeFactory.instance.objectNode();
        user.put("username", username)
                .put("enabled", true)
                .put("email", username + "@example.invalid")
                .put("emailVerified", true)
                .put("firstName", "Không")
                .put("lastName", "Vai trò");
        user.putObject("attributes").putArray("units").add(unit);
        user.putArray("credentials")
                .addObject()
                .put("type", "password")
                .put("value", Tokens.DEMO_PASSWORD)
                .put("temporary", false);
        create("users", user);
    }

    void enable(String username, boolean enabled) throws IOException, InterruptedException {
        HttpRequest find = admin("users?exact=true&username=" + username).GET().build();
        ObjectNode user = (ObjectNode)
                Json.tree(http.send(find, HttpResponse.BodyHandlers.ofString()).body())
                        .get(0);
        HttpRequest change = admin("users/" + user.path("id").asText())
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(
                        user.put("enabled", enabled).toString()))
                .build();
        HttpResponse<String> answer = http.send(change, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 204) {
            throw new IOException("cannot change %s: %d %s".formatted(username, answer.statusCode(), answer.body()));
        }
    }

    String signIn(String clientId, String user) throws IOException, InterruptedException {
        return signIn("monitoring", clientId, user, Tokens.DEMO_PASSWORD);
    }

    private String signIn(String realm, String clientId, String user, String password)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        keycloak.resolve("/realms/" + realm + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "grant_type=password&client_id=%s&username=%s&password=%s".formatted(clientId, user, password)))
                .build();
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException("cannot sign in %s: %s".formatted(user, answer.body()));
        }
        return Json.tree(answer.body()).path("access_token").asText();
    }

    private ObjectNode likeDemoClient(String clientId) throws IOException, InterruptedException {
        HttpRequest request = admin("clients?clientId=demo-cli").GET().build();
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        ObjectNode client = (ObjectNode) Json.tree(answer.body()).get(0);
        client.remove("id");
        client.path("protocolMappers").forEach(mapper -> ((ObjectNode) mapper).remove("id"));
        return client.put("clientId", clientId);
    }

    private void create(String what, JsonNode thing) throws IOException, InterruptedException {
        HttpRequest request = admin(what)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(thing.toString()))
                .build();
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 201) {
            throw new IOException("cannot create in %s: %d %s".formatted(what, answer.statusCode(), answer.body()));
        }
    }

    private HttpRequest.Builder admin(String path) {
        return HttpRequest.newBuilder(keycloak.resolve("/admin/realms/monitoring/" + path))
                .header("Authorization", "Bearer " + token);
    }

    @Override
    public void close() {
        http.close();
    }
}
