package vn.monitoring.client;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/// Access tokens of the demo users, signed in with their password at the public client `demo-cli` and renewed a minute
/// before they expire. Safe for many threads; a user is signed in once at a time.
public final class Tokens {

    /// Of every user of the demo realm; holds there only.
    public static final String DEMO_PASSWORD = "demo";

    private static final Duration MARGIN = Duration.ofMinutes(1);

    /// What Keycloak answers; `expires_in` in seconds.
    private record TokenAnswer(
            @JsonProperty("access_token") String accessToken,
            @JsonProperty("expires_in") long expiresIn) {}

    private record Held(String token, Instant renewAt) {}

    private final URI endpoint;
    private final HttpClient http;
    private final Map<String, Held> held = new ConcurrentHashMap<>();

    public Tokens(URI keycloak, HttpClient http) {
        this.endpoint = keycloak.resolve("/realms/monitoring/protocol/openid-connect/token");
        this.http = http;
    }

    public String of(String user) {
        Held current = held.compute(
                user,
                (name, before) -> before != null && Instant.now().isBefore(before.renewAt()) ? before : signIn(name));
        return current.token();
    }

    private Held signIn(String user) {
        Map<String, String> form =
                Map.of("grant_type", "password", "client_id", "demo-cli", "username", user, "password", DEMO_PASSWORD);
        HttpRequest request = HttpRequest.newBuilder(endpoint)
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(encode(form)))
                .build();
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new ClientFailure("The user %s cannot sign in: Keycloak answered %d %s"
                        .formatted(user, answer.statusCode(), answer.body()));
            }
            TokenAnswer token = Json.read(answer.body(), TokenAnswer.class);
            return new Held(
                    token.accessToken(),
                    Instant.now().plusSeconds(token.expiresIn()).minus(MARGIN));
        } catch (IOException e) {
            throw new Unreachable("Keycloak at " + endpoint.getAuthority() + " does not answer: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClientFailure("Interrupted while signing in", e);
        }
    }

    private static String encode(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
