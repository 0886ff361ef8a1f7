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
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/// Access tokens of the demo realm, renewed a minute before they expire: of users, signed in with their
/// password at the public client `demo-cli`, and of provincial systems, signed in with their key. Safe for
/// many threads; each is signed in once at a time.
public final class Tokens {

    /// Of every user of the demo realm; holds there only.
    public static final String DEMO_PASSWORD = "demo";

    private static final Duration MARGIN = Duration.ofMinutes(1);

    /// What Keycloak answers; `expires_in` in seconds.
    private record TokenAnswer(
            @JsonProperty("access_token") String accessToken,
            @JsonProperty("expires_in") long expiresIn) {}

    private record Held(String token, Instant renewAt) {}

    private final URI issuer;
    private final URI endpoint;
    private final HttpClient http;
    private final Map<String, Held> held = new ConcurrentHashMap<>();

    public Tokens(URI keycloak, HttpClient http) {
        this.issuer = keycloak.resolve("/realms/monitoring");
        this.endpoint = keycloak.resolve("/realms/monitoring/protocol/openid-connect/token");
        this.http = http;
    }

    /// @param user the name of a user, or the client id of a provincial system
    public String of(String user) {
        Held current = held.compute(
                user,
                (name, before) -> before != null && Instant.now().isBefore(before.renewAt()) ? before : signIn(name));
        return current.token();
    }

    /// A fresh token that is bound to a key: of no use without a proof for each request.
    public String bound(String user, ProofKey key) {
        return ask(user, request(user).header("DPoP", key.proof("POST", endpoint)))
                .accessToken();
    }

    private Held signIn(String user) {
        TokenAnswer token = ask(user, request(user));
        return new Held(
                token.accessToken(),
                Instant.now().plusSeconds(token.expiresIn()).minus(MARGIN));
    }

    private HttpRequest.Builder request(String user) {
        return HttpRequest.newBuilder(endpoint)
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(encode(form(user))));
    }

    private Map<String, String> form(String user) {
        return ClientKey.findDemo(user)
                .map(key -> {
                    Map<String, String> form = new HashMap<>(key.authentication(issuer));
                    form.put("grant_type", "client_credentials");
                    return form;
                })
                .orElseGet(() -> new HashMap<>(Map.of(
                        "grant_type",
                        "password",
                        "client_id",
                        "demo-cli",
                        "username",
                        user,
                        "password",
                        DEMO_PASSWORD)));
    }

    private TokenAnswer ask(String user, HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new ClientFailure("%s cannot sign in: Keycloak answered %d %s"
                        .formatted(user, answer.statusCode(), answer.body()));
            }
            return Json.read(answer.body(), TokenAnswer.class);
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
