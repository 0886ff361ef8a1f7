package vn.monitoring.bench.faults.work;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import vn.monitoring.client.ClientFailure;
import vn.monitoring.client.Json;
import vn.monitoring.client.Tokens;

/// Access tokens of the demo realm's users. Each is renewed long before it expires; while the issuer is away, the
/// one at hand is used as long as it holds.
final class Passes {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration MARGIN = Duration.ofSeconds(5);

    private record TokenAnswer(
            @JsonProperty("access_token") String accessToken,
            @JsonProperty("expires_in") long expiresIn) {}

    private record Pass(String token, Instant renewAt, Instant expiresAt) {

        private boolean holds() {
            return Instant.now().isBefore(expiresAt);
        }

        private boolean isFresh() {
            return Instant.now().isBefore(renewAt);
        }
    }

    private static final class Holder {
        private final ReentrantLock turn = new ReentrantLock();
        private volatile @Nullable Pass pass;
    }

    private final URI endpoint;
    private final HttpClient http;
    private final Map<String, Holder> holders = new ConcurrentHashMap<>();

    Passes(URI keycloak, HttpClient http) {
        this.endpoint = keycloak.resolve("/realms/monitoring/protocol/openid-connect/token");
        this.http = http;
    }

    /// Empty while the issuer gives none.
    Optional<String> find(String user) {
        Holder holder = holders.computeIfAbsent(user, _ -> new Holder());
        Pass held = holder.pass;
        if (held != null && (held.isFresh() || (held.holds() && holder.turn.isLocked()))) {
            return Optional.of(held.token());
        }
        holder.turn.lock();
        try {
            Pass now = holder.pass;
            if (now != null && now.isFresh()) {
                return Optional.of(now.token());
            }
            Optional<Pass> renewed = signIn(user);
            renewed.ifPresent(pass -> holder.pass = pass);
            return renewed.or(() -> Optional.ofNullable(now).filter(Pass::holds))
                    .map(Pass::token);
        } finally {
            holder.turn.unlock();
        }
    }

    /// The token was refused: another one is asked for.
    void drop(String user) {
        holders.computeIfAbsent(user, _ -> new Holder()).pass = null;
    }

    private Optional<Pass> signIn(String user) {
        HttpRequest request = HttpRequest.newBuilder(endpoint)
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "grant_type=password&client_id=demo-cli&username=%s&password=%s"
                                .formatted(user, Tokens.DEMO_PASSWORD)))
                .build();
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                return Optional.empty();
            }
            TokenAnswer token = Json.read(answer.body(), TokenAnswer.class);
            Instant now = Instant.now();
            return Optional.of(new Pass(
                    token.accessToken(),
                    now.plusSeconds(token.expiresIn() / 2),
                    now.plusSeconds(token.expiresIn()).minus(MARGIN)));
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClientFailure("Interrupted while signing in", e);
        }
    }
}
