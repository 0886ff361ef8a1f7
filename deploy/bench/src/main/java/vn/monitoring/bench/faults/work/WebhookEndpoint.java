package vn.monitoring.bench.faults.work;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Executors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import vn.monitoring.client.Json;
import vn.monitoring.client.Session;
import vn.monitoring.client.Write;

/// The system of a province that is told what happens: a small HTTP server on the loopback that journals every message
/// with its id and whether its signature is right. A moody one answers 500 now and then and is away for some seconds.
final class WebhookEndpoint implements AutoCloseable {

    private static final double ERRORS = 0.01;
    private static final Duration BETWEEN_ABSENCES = Duration.ofSeconds(60);
    private static final Duration ABSENCE = Duration.ofSeconds(4);
    private static final String SECRET_PREFIX = "whsec_";

    private record NewWebhook(String url, String unitCode, List<String> types, String description) {}

    private final String name;
    private final String unit;
    private final List<String> types;
    private final boolean moody;
    private final Tools tools;
    private final Random random;
    private final Successes successes = new Successes();
    private final int port;
    private volatile HttpServer server;
    private volatile @Nullable SecretKeySpec secret;

    /// @param types as the webhook asks for them, none for all
    WebhookEndpoint(String name, String unit, List<String> types, boolean moody, Tools tools) {
        this.name = name;
        this.unit = unit;
        this.types = types;
        this.moody = moody;
        this.tools = tools;
        this.random = new Random(tools.seed() * 31 + name.hashCode());
        this.server = listenAt(0);
        this.port = server.getAddress().getPort();
    }

    String name() {
        return name;
    }

    /// A moody one is late by its own fault.
    boolean isSteady() {
        return !moody;
    }

    Optional<Instant> heardSince(Instant moment) {
        return successes.firstSince(moment);
    }

    /// Registers itself.
    ///
    /// @throws vn.monitoring.client.ClientFailure when the platform refuses it
    void register(Session session) {
        JsonNode made = session.write(Write.post(
                        "/api/v1/webhooks",
                        new NewWebhook(
                                "http://127.0.0.1:" + port + "/" + tools.run() + "/" + name,
                                unit,
                                types,
                                "Hệ thống thử nghiệm " + name)))
                .as(JsonNode.class);
        secret = new SecretKeySpec(
                Base64.getDecoder().decode(made.path("secret").asText().substring(SECRET_PREFIX.length())),
                "HmacSHA256");
        tools.journal()
                .add(new JournalLine.Registered(
                        name, made.path("id").asText(), unit, String.join(",", types), Instant.now()));
    }

    /// Is away now and then until the shift ends.
    void run() {
        while (moody && tools.shift().isOpen()) {
            tools.shift().pause(BETWEEN_ABSENCES.plusSeconds(random.nextInt(30)));
            server.stop(0);
            Shift.waitFor(ABSENCE);
            server = listenAt(port);
        }
    }

    private HttpServer listenAt(int wanted) {
        try {
            HttpServer listening =
                    HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted), 100);
            listening.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            listening.createContext("/", this::take);
            listening.start();
            return listening;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            Headers headers = exchange.getRequestHeaders();
            String id = headers.getFirst("webhook-id");
            JsonNode message = Json.tree(new String(body, StandardCharsets.UTF_8));
            Instant occurredAt = Instant.parse(message.path("timestamp").asText());
            int status = moody && tools.shift().isOpen() && random.nextDouble() < ERRORS ? 500 : 204;
            Instant now = Instant.now();
            tools.journal()
                    .add(new JournalLine.Delivered(
                            name, id, digest(body), isSigned(headers, body), status, occurredAt, now));
            exchange.sendResponseHeaders(status, -1);
            if (status == 204) {
                successes.note(occurredAt, now);
            }
        }
    }

    /// By Standard Webhooks, symmetric signatures, version 1.
    private boolean isSigned(Headers headers, byte[] body) {
        SecretKeySpec key = secret;
        String signatures = headers.getFirst("webhook-signature");
        if (key == null || signatures == null) {
            return false;
        }
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            mac.update((headers.getFirst("webhook-id") + "." + headers.getFirst("webhook-timestamp") + ".")
                    .getBytes(StandardCharsets.UTF_8));
            String expected = "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
            return List.of(signatures.split(" ", -1)).contains(expected);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String digest(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body), 0, 8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
