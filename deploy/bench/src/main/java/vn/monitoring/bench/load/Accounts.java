package vn.monitoring.bench.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import vn.monitoring.client.ClientFailure;
import vn.monitoring.client.Json;
import vn.monitoring.client.Tokens;
import vn.monitoring.client.Unreachable;

/// Users of the demo realm that load and measure: made through Keycloak's admin API with the local platform's own
/// administrator, and brought up to date when they exist. Positions, not persons.
public final class Accounts implements AutoCloseable {

    /// What a user of the realm is to be.
    ///
    /// @param position shown as first name, as the realm has it
    public record Account(String username, String position, List<String> units, List<String> roles) {}

    /// What was done for an account.
    public enum Change {
        CREATED,
        UPDATED,
        UNCHANGED
    }

    private static final String ADMINISTRATOR = "admin";
    private static final String REALM = "/admin/realms/monitoring/";

    private final URI keycloak;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String token;

    public Accounts(URI keycloak) {
        this.keycloak = keycloak;
        this.token = signIn();
    }

    /// Makes the user as described, with the demo's password.
    public Change ensure(Account account) {
        Optional<JsonNode> present = find(account.username());
        if (present.isEmpty()) {
            send("POST", "users", describe(account), 201);
            JsonNode created = find(account.username())
                    .orElseThrow(() -> new ClientFailure("Keycloak does not list the new user " + account.username()));
            addRoles(created.path("id").asText(), account.roles());
            return Change.CREATED;
        }
        String id = present.get().path("id").asText();
        boolean sameUnits =
                texts(present.get().path("attributes").path("units")).equals(new TreeSet<>(account.units()));
        TreeSet<String> missing = new TreeSet<>(account.roles());
        JsonNode roles = Json.tree(send("GET", "users/" + id + "/role-mappings/realm", null, 200));
        roles.forEach(role -> missing.remove(role.path("name").asText()));
        if (sameUnits && missing.isEmpty()) {
            return Change.UNCHANGED;
        }
        send("PUT", "users/" + id, describe(account), 204);
        addRoles(id, List.copyOf(missing));
        return Change.UPDATED;
    }

    private Optional<JsonNode> find(String username) {
        JsonNode found = Json.tree(send("GET", "users?exact=true&username=" + username, null, 200));
        return found.isEmpty() ? Optional.empty() : Optional.of(found.get(0));
    }

    private static ObjectNode describe(Account account) {
        ObjectNode user = JsonNodeFactory.instance.objectNode();
        user.put("username", account.username())
                .put("enabled", true)
                .put("firstName", account.position())
                .put("lastName", "Số liệu mô phỏng");
        ArrayNode units = user.putObject("attributes").putArray("units");
        account.units().forEach(units::add);
        user.putArray("credentials")
                .addObject()
                .put("type", "password")
                .put("value", Tokens.DEMO_PASSWORD)
                .put("temporary", false);
        return user;
    }

    private void addRoles(String userId, List<String> names) {
        if (names.isEmpty()) {
            return;
        }
        ArrayNode roles = JsonNodeFactory.instance.arrayNode();
        names.forEach(name -> roles.add(Json.tree(send("GET", "roles/" + name, null, 200))));
        send("POST", "users/" + userId + "/role-mappings/realm", roles, 204);
    }

    private static TreeSet<String> texts(JsonNode array) {
        TreeSet<String> texts = new TreeSet<>();
        StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).forEach(texts::add);
        return texts;
    }

    private String signIn() {
        String form = "grant_type=password&client_id=admin-cli&username=%s&password=%s"
                .formatted(ADMINISTRATOR, URLEncoder.encode(ADMINISTRATOR, StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(keycloak.resolve("/realms/master/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        HttpResponse<String> answer = send(request);
        if (answer.statusCode() != 200) {
            throw new ClientFailure("Keycloak's administrator cannot sign in: " + answer.body());
        }
        return Json.tree(answer.body()).path("access_token").asText();
    }

    private String send(String method, String path, @Nullable JsonNode body, int expected) {
        HttpRequest request = HttpRequest.newBuilder(keycloak.resolve(REALM + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body.toString()))
                .build();
        HttpResponse<String> answer = send(request);
        if (answer.statusCode() != expected) {
            throw new ClientFailure(
                    "Keycloak answered %s %s with %d %s".formatted(method, path, answer.statusCode(), answer.body()));
        }
        return answer.body();
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new Unreachable(
                    "Keycloak at %s does not answer: start the platform with ./platform up --detach"
                            .formatted(keycloak.getAuthority()),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClientFailure("Interrupted while asking Keycloak", e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
