package vn.monitoring.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The API as one user uses it. An answer that is no success becomes an [UnexpectedAnswer]; a service that is
/// away for a moment (503, or the same request still in progress) is asked again.
public final class Session {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int ATTEMPTS = 8;

    private final Api api;
    private final String user;

    public Session(Api api, String user) {
        this.api = api;
        this.user = user;
    }

    public Answer get(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(api.uri(path)).GET();
        return send("GET " + path, request);
    }

    public <T> T get(String path, Class<T> type) {
        return get(path).as(type);
    }

    /// Empty for what is absent or out of the user's sight.
    public <T> Optional<T> find(String path, Class<T> type) {
        try {
            return Optional.of(get(path, type));
        } catch (UnexpectedAnswer answer) {
            if (answer.status() == 404) {
                return Optional.empty();
            }
            throw answer;
        }
    }

    /// All pages of a list.
    ///
    /// @param path with its filters
    public <T> List<T> list(String path, Class<T> type) {
        List<T> all = new ArrayList<>();
        String first = path + (path.contains("?") ? "&" : "?") + "limit=200";
        String next = first;
        while (true) {
            JsonNode page = Json.tree(get(next).body());
            all.addAll(Json.readList(page.path("items"), type));
            if (!page.hasNonNull("next")) {
                return all;
            }
            next = first + "&cursor=" + URLEncoder.encode(page.get("next").asText(), StandardCharsets.UTF_8);
        }
    }

    public Answer write(Write write) {
        Answer answer = rehearse(write);
        api.countWrite();
        return answer;
    }

    /// Sends a write that changes nothing: a trial run.
    public Answer rehearse(Write write) {
        HttpRequest.Builder request = HttpRequest.newBuilder(api.uri(write.path()))
                .header("Content-Type", write.contentType())
                .method(write.method(), HttpRequest.BodyPublishers.ofByteArray(write.body()));
        if (write.idempotencyKey() != null) {
            request.header("Idempotency-Key", write.idempotencyKey());
        }
        if (write.ifMatch() != null) {
            request.header("If-Match", write.ifMatch());
        }
        return send(write.method() + " " + write.path(), request);
    }

    /// A file as it is served.
    public byte[] download(String path) {
        HttpRequest request = HttpRequest.newBuilder(api.uri(path))
                .GET()
                .timeout(PATIENCE)
                .setHeader("Authorization", "Bearer " + api.tokens().of(user))
                .setHeader("Accept-Language", "en")
                .build();
        HttpResponse<byte[]> answer = exchange("GET " + path, request, HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() >= 300) {
            String body = new String(answer.body(), StandardCharsets.UTF_8);
            throw new UnexpectedAnswer("GET " + path, user, answer.statusCode(), codeOf(answer, body), body);
        }
        return answer.body();
    }

    private Answer send(String what, HttpRequest.Builder request) {
        for (int attempt = 1; ; attempt++) {
            HttpResponse<String> answer = sendOnce(what, request);
            if (answer.statusCode() < 300) {
                return new Answer(
                        answer.statusCode(),
                        answer.body(),
                        answer.headers().firstValue("ETag").orElse(null));
            }
            UnexpectedAnswer failure =
                    new UnexpectedAnswer(what, user, answer.statusCode(), codeOf(answer, answer.body()), answer.body());
            boolean passing = answer.statusCode() == 503 || failure.code().equals("REQUEST_IN_PROGRESS");
            if (!passing || attempt == ATTEMPTS) {
                throw failure;
            }
            Wait.pause(Duration.ofMillis(250L * attempt));
        }
    }

    private HttpResponse<String> sendOnce(String what, HttpRequest.Builder request) {
        HttpRequest complete = request.timeout(PATIENCE)
                .setHeader("Authorization", "Bearer " + api.tokens().of(user))
                .setHeader("Accept", "application/json")
                .setHeader("Accept-Language", "en")
                .build();
        return exchange(what, complete, HttpResponse.BodyHandlers.ofString());
    }

    private <T> HttpResponse<T> exchange(String what, HttpRequest request, HttpResponse.BodyHandler<T> body) {
        try {
            return api.http().send(request, body);
        } catch (IOException e) {
            throw new Unreachable("%s as %s: no answer from the gateway (%s)".formatted(what, user, e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClientFailure("Interrupted during " + what, e);
        }
    }

    private static String codeOf(HttpResponse<?> answer, String body) {
        boolean problem = answer.headers()
                .firstValue("Content-Type")
                .map(type -> type.startsWith("application/problem+json"))
                .orElse(false);
        return problem ? Json.tree(body).path("code").asText("") : "";
    }
}
