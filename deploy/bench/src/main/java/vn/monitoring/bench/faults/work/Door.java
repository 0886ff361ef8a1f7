package vn.monitoring.bench.faults.work;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import vn.monitoring.client.ClientFailure;
import vn.monitoring.client.Write;

/// One request through the gateway, sent once: whatever becomes of it is a [Reply].
final class Door {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final URI gateway;
    private final HttpClient http;
    private final Passes passes;

    Door(URI gateway, HttpClient http, Passes passes) {
        this.gateway = gateway;
        this.http = http;
        this.passes = passes;
    }

    Reply send(String user, Write write) {
        HttpRequest.Builder request = HttpRequest.newBuilder(gateway.resolve(write.path()))
                .header("Content-Type", write.contentType())
                .method(write.method(), HttpRequest.BodyPublishers.ofByteArray(write.body()));
        if (write.idempotencyKey() != null) {
            request.header("Idempotency-Key", write.idempotencyKey());
        }
        if (write.ifMatch() != null) {
            request.header("If-Match", write.ifMatch());
        }
        return exchange(user, request);
    }

    Reply get(String user, String path) {
        return exchange(user, HttpRequest.newBuilder(gateway.resolve(path)).GET());
    }

    Reply getPublic(String path) {
        return exchange(HttpRequest.newBuilder(gateway.resolve(path)).GET());
    }

    private Reply exchange(String user, HttpRequest.Builder request) {
        Optional<String> pass = passes.find(user);
        if (pass.isEmpty()) {
            return new Reply(401, "the issuer gives no token", null, false);
        }
        Reply reply = exchange(request.header("Authorization", "Bearer " + pass.get()));
        if (reply.status() == 401) {
            passes.drop(user);
        }
        return reply;
    }

    private Reply exchange(HttpRequest.Builder request) {
        HttpRequest complete = request.timeout(PATIENCE)
                .header("Accept", "application/json")
                .header("Accept-Language", "en")
                .build();
        try {
            HttpResponse<String> answer = http.send(complete, HttpResponse.BodyHandlers.ofString());
            return new Reply(
                    answer.statusCode(),
                    answer.body(),
                    answer.headers().firstValue("ETag").orElse(null),
                    answer.headers().firstValue("Content-Type").orElse("").startsWith("application/problem+json"));
        } catch (IOException e) {
            return Reply.none(e.getClass().getSimpleName() + ": " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClientFailure("Interrupted during a request", e);
        }
    }
}
