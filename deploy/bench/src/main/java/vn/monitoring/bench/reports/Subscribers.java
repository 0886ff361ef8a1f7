package vn.monitoring.bench.reports;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.parsetools.RecordParser;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.monitoring.bench.measure.Latencies;
import vn.monitoring.client.ClientFailure;
import vn.monitoring.client.Wait;

/// Many dashboards that follow the feed from one thread, over a connection each.
final class Subscribers implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);
    private static final int OPENED_AT_ONCE = 50;

    /// What came of it.
    ///
    /// @param reset how many streams lost their place
    /// @param ended how many ended before they were closed
    record Outcome(int entries, long lost, long repeated, int reset, int ended, Latencies latencies) {}

    private final Vertx vertx;
    private final HttpClient http;
    private final Context thread;
    private final Hearing hearing;
    private final int count;
    private int opened;
    private int greeted;
    private int reset;
    private int ended;
    private @Nullable String failure;

    Subscribers(URI gateway, int count) {
        this.count = count;
        this.hearing = new Hearing(count);
        this.vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
        this.thread = vertx.getOrCreateContext();
        this.http = vertx.createHttpClient(new HttpClientOptions()
                .setMaxPoolSize(count)
                .setMaxWaitQueueSize(-1)
                .setTcpNoDelay(true)
                .setDefaultHost(gateway.getHost())
                .setDefaultPort(gateway.getPort()));
    }

    /// Opens all streams; returns when each has greeted.
    ///
    /// @param token of each
    void open(String path, Function<Integer, String> token) {
        thread.runOnContext(_ -> {
            for (int stream = 0; stream < Math.min(OPENED_AT_ONCE, count); stream++) {
                openNext(path, token);
            }
        });
        long begin = System.nanoTime();
        while (ask(() -> greeted) < count) {
            String why = ask(() -> failure == null ? "" : failure);
            if (!why.isEmpty() || System.nanoTime() - begin > PATIENCE.toNanos()) {
                throw new ClientFailure("Only %d of %d streams opened. %s".formatted(ask(() -> greeted), count, why));
            }
            Wait.pause(BETWEEN_LOOKS);
        }
    }

    private void openNext(String path, Function<Integer, String> token) {
        if (opened == count) {
            return;
        }
        int subscriber = opened++;
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setURI(path)
                .putHeader("Authorization", "Bearer " + token.apply(subscriber))
                .putHeader("Accept", "text/event-stream");
        http.request(options)
                .compose(request -> request.send())
                .onSuccess(response -> {
                    follow(subscriber, response);
                    openNext(path, token);
                })
                .onFailure(why -> failure = String.valueOf(why.getMessage()));
    }

    private void follow(int subscriber, HttpClientResponse response) {
        if (response.statusCode() != 200) {
            failure = "A stream was answered with status " + response.statusCode();
            return;
        }
        boolean[] first = {true};
        RecordParser frames = RecordParser.newDelimited("\n\n", frame -> {
            if (first[0]) {
                first[0] = false;
                greeted++;
            }
            take(subscriber, frame);
        });
        response.handler(frames);
        response.exceptionHandler(_ -> ended++);
        response.endHandler(_ -> ended++);
    }

    private void take(int subscriber, Buffer frame) {
        FeedFrame read = FeedFrame.of(frame);
        switch (read.kind()) {
            case ENTRY ->
                hearing.take(subscriber, read.offset(), System.currentTimeMillis(), () -> FeedFrame.occurredAt(frame));
            case RESET -> reset++;
            case COMMENT -> {}
        }
    }

    /// From now on latencies are recorded.
    void measure() {
        long now = System.currentTimeMillis();
        thread.runOnContext(_ -> hearing.measureFrom(now));
    }

    /// Waits until everyone has heard everything, but no longer than it is patient.
    Outcome await(int entries) {
        long begin = System.nanoTime();
        while (!ask(() -> hearing.isComplete(entries)) && System.nanoTime() - begin < PATIENCE.toNanos()) {
            Wait.pause(BETWEEN_LOOKS);
        }
        return ask(() -> {
            Hearing.Outcome heard = hearing.outcome();
            return new Outcome(heard.entries(), heard.lost(), heard.repeated(), reset, ended, heard.latencies());
        });
    }

    /// Asks on the thread that hears.
    private <T> T ask(Supplier<T> question) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        thread.runOnContext(_ -> answer.complete(question.get()));
        try {
            return answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClientFailure("Interrupted while listening", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new ClientFailure("The subscribers do not keep up: " + e, e);
        }
    }

    @Override
    public void close() {
        http.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
