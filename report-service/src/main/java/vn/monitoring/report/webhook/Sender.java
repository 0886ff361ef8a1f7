package vn.monitoring.report.webhook;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Sends one message to the address that was checked. Follows no redirect, waits no longer than it is told,
/// and reads only the beginning of an answer.
final class Sender implements AutoCloseable {

    private static final int MOST_ANSWER_BYTES = 2_048;
    private static final Duration LONGEST_RETRY_AFTER = Duration.ofHours(24);

    private final HttpClient http;
    private final Duration patience;

    /// @param connections how many at most to one receiver
    /// @param patience how long the whole exchange may take
    Sender(Vertx vertx, int connections, Duration patience) {
        this.patience = patience;
        this.http = vertx.createHttpClient(new HttpClientOptions()
                .setConnectTimeout((int) Math.min(patience.toMillis(), 5_000))
                .setKeepAliveTimeout(15)
                .setMaxPoolSize(connections)
                .setMaxWaitQueueSize(connections)
                .setMaxHeaderSize(16 * 1_024)
                .setVerifyHost(true)
                .setTrustAll(false));
    }

    /// Never throws for what the receiver or the network does.
    Answer send(Receiver receiver, Map<String, String> headers, String body) {
        AtomicReference<@Nullable HttpClientRequest> sent = new AtomicReference<>();
        CompletableFuture<Answer> answer = http.request(options(receiver, headers))
                .compose(request -> {
                    sent.set(request);
                    return request.send(Buffer.buffer(body)).compose(response -> read(request, response));
                })
                .toCompletionStage()
                .toCompletableFuture();
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            return Answer.none("NOT_CONNECTED", e.getMessage());
        } catch (TimeoutException e) {
            HttpClientRequest request = sent.get();
            if (request != null) {
                request.reset();
            }
            return Answer.none("TIMED_OUT", null);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Answer.none("NOT_CONNECTED", "the service stops");
        }
    }

    private static RequestOptions options(Receiver receiver, Map<String, String> headers) {
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setServer(SocketAddress.inetSocketAddress(
                        receiver.port(), receiver.address().getHostAddress()))
                .setHost(Receiver.hostOf(receiver.url()))
                .setPort(receiver.port())
                .setSsl(Receiver.isHttps(receiver.url()))
                .setURI(receiver.pathAndQuery())
                .setFollowRedirects(false);
        headers.forEach(options::putHeader);
        return options;
    }

    private static Future<Answer> read(HttpClientRequest request, HttpClientResponse response) {
        Promise<Answer> promise = Promise.promise();
        Buffer beginning = Buffer.buffer();
        int status = response.statusCode();
        Duration retryAfter = retryAfter(response.getHeader("Retry-After"));
        response.handler(part -> {
            beginning.appendBuffer(part.slice(0, Math.min(part.length(), MOST_ANSWER_BYTES - beginning.length())));
            if (beginning.length() >= MOST_ANSWER_BYTES
                    && promise.tryComplete(Answer.of(status, text(beginning), retryAfter))) {
                request.reset();
            }
        });
        response.exceptionHandler(promise::tryFail);
        response.endHandler(_ -> promise.tryComplete(Answer.of(status, text(beginning), retryAfter)));
        return promise.future();
    }

    /// What can be stored and shown: no control characters.
    private static String text(Buffer beginning) {
        return beginning
                .toString(StandardCharsets.UTF_8)
                .replaceAll("\\p{Cntrl}", " ")
                .strip();
    }

    private static Duration retryAfter(@Nullable String seconds) {
        if (seconds == null || !seconds.strip().matches("\\d{1,9}")) {
            return Duration.ZERO;
        }
        Duration asked = Duration.ofSeconds(Long.parseLong(seconds.strip()));
        return asked.compareTo(LONGEST_RETRY_AFTER) > 0 ? LONGEST_RETRY_AFTER : asked;
    }

    @Override
    public void close() {
        http.close();
    }
}
