package vn.monitoring.bench.gateway;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import vn.monitoring.client.ClientFailure;
import vn.monitoring.client.Wait;

/// Many subscribers, a connection each, that are greeted once and then hear nothing.
final class IdleStreams implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);
    private static final int OPENED_AT_ONCE = 50;

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final HttpClient http;
    private final int count;
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger greeted = new AtomicInteger();
    private final AtomicInteger ended = new AtomicInteger();
    private final AtomicReference<@Nullable String> failure = new AtomicReference<>();

    IdleStreams(URI gateway, int count) {
        this.count = count;
        this.http = vertx.createHttpClient(new HttpClientOptions()
                .setMaxPoolSize(count)
                .setMaxWaitQueueSize(-1)
                .setDefaultHost(gateway.getHost())
                .setDefaultPort(gateway.getPort()));
    }

    /// Opens all of them; returns when each has been greeted.
    ///
    /// @throws ClientFailure when one is refused
    void open(String token) {
        vertx.runOnContext(_ -> {
            for (int stream = 0; stream < Math.min(OPENED_AT_ONCE, count); stream++) {
                openNext(token);
            }
        });
        long begin = System.nanoTime();
        while (greeted.get() < count) {
            String why = failure.get();
            if (why != null || System.nanoTime() - begin > PATIENCE.toNanos()) {
                throw new ClientFailure("Only %,d of %,d streams opened: %s"
                        .formatted(greeted.get(), count, why == null ? "no answer" : why));
            }
            Wait.pause(BETWEEN_LOOKS);
        }
    }

    private void openNext(String token) {
        if (asked.getAndIncrement() >= count) {
            return;
        }
        http.request(new RequestOptions()
                        .setMethod(HttpMethod.GET)
                        .setURI("/api/v1/events")
                        .putHeader("Authorization", "Bearer " + token)
                        .putHeader("Accept", "text/event-stream"))
                .compose(request -> request.send())
                .onSuccess(response -> follow(response, token))
                .onFailure(why -> failure.set(String.valueOf(why.getMessage())));
    }

    private void follow(HttpClientResponse response, String token) {
        if (response.statusCode() != 200) {
            failure.set("answered with status " + response.statusCode());
            return;
        }
        boolean[] first = {true};
        response.handler(_ -> {
            if (first[0]) {
                first[0] = false;
                greeted.incrementAndGet();
                openNext(token);
            }
        });
        response.exceptionHandler(_ -> ended.incrementAndGet());
        response.endHandler(_ -> ended.incrementAndGet());
    }

    /// How many ended without having been closed.
    int ended() {
        return ended.get();
    }

    @Override
    public void close() {
        http.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
