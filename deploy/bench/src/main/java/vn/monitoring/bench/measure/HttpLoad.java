package vn.monitoring.bench.measure;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.monitoring.client.ClientFailure;

/// Sends requests from one thread, so that the generator takes little of the machine it measures, and records how long
/// each took until its answer had come whole. What falls into the warm-up is counted, not recorded.
///
/// [#closed] keeps a number of connections busy: a connection asks again as soon as it is answered, which is what "at
/// 16 connections" means. [#open] asks at a rate whatever comes back, and counts a request's time from the moment at
/// which it was due: a server that stalls is charged for all who would have waited (no coordinated omission).
public final class HttpLoad implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /// Makes requests; called on the generator's thread, so that it must be quick.
    public interface Requests {

        /// @param connection from 0
        Call next(int connection);
    }

    /// One request.
    ///
    /// @param body JSON to post; null for a GET
    public record Call(String path, String token, @Nullable Buffer body) {

        public static Call get(String path, String token) {
            return new Call(path, token, null);
        }

        public static Call post(String path, String token, String json) {
            return new Call(path, token, Buffer.buffer(json));
        }
    }

    /// How long to load.
    public record Window(Duration warmUp, Duration measured) {}

    /// What came of it.
    ///
    /// @param latencies of the measured window
    /// @param statuses how many answers of each status, in the measured window; 0 for none at all
    /// @param warmUp how many were answered before
    /// @param seconds how long the measured window was in truth
    /// @param ownCores how many cores this program took all the while, and did not leave to the measured
    public record Outcome(
            Latencies latencies, Map<Integer, Long> statuses, long warmUp, double seconds, double ownCores) {

        /// Good answers a second.
        public double rate() {
            return good() / seconds;
        }

        public long good() {
            return statuses.entrySet().stream()
                    .filter(status -> status.getKey() >= 200 && status.getKey() < 300)
                    .mapToLong(Map.Entry::getValue)
                    .sum();
        }

        /// Answers that were none, or no success.
        public long bad() {
            return statuses.values().stream().mapToLong(Long::longValue).sum() - good();
        }
    }

    private final int connections;
    private final Vertx vertx;
    private final HttpClient http;

    public HttpLoad(URI gateway, int connections) {
        this.connections = connections;
        this.vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
        this.http = vertx.createHttpClient(new HttpClientOptions()
                .setMaxPoolSize(connections)
                .setMaxWaitQueueSize(-1)
                .setKeepAlive(true)
                .setPipelining(false)
                .setTcpNoDelay(true)
                .setDefaultHost(gateway.getHost())
                .setDefaultPort(gateway.getPort()));
    }

    /// As many requests as the connections can carry.
    public Outcome closed(Window window, Requests requests) {
        return run(window, run -> {
            for (int connection = 0; connection < connections; connection++) {
                run.again(connection, requests);
            }
        });
    }

    /// So many requests a second, evenly.
    public Outcome open(Window window, double perSecond, Requests requests) {
        return run(window, run -> run.tick(perSecond, requests));
    }

    private Outcome run(Window window, Consumer<Run> begin) {
        Context context = vertx.getOrCreateContext();
        CompletableFuture<Outcome> end = new CompletableFuture<>();
        context.runOnContext(_ -> begin.accept(new Run(window, end)));
        Duration longest =
                window.warmUp().plus(window.measured()).plus(PATIENCE).plus(PATIENCE);
        try {
            return end.get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClientFailure("Interrupted under load", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new ClientFailure("The load did not end: " + e, e);
        }
    }

    /// One window of load; all of it happens on the event loop.
    private final class Run {

        private final CompletableFuture<Outcome> end;
        private final long measuredFrom;
        private final long until;
        private final Latencies latencies = new Latencies();
        private final Map<Integer, Long> statuses = new TreeMap<>();
        private final long begin = System.nanoTime();
        private final Duration ownBefore = ownTime();
        private long warmUp;
        private long underWay;
        private long lastAnswer;
        private long sent;

        Run(Window window, CompletableFuture<Outcome> end) {
            this.end = end;
            this.measuredFrom = begin + window.warmUp().toNanos();
            this.until = measuredFrom + window.measured().toNanos();
            this.lastAnswer = until;
        }

        void again(int connection, Requests requests) {
            long begin = System.nanoTime();
            if (begin >= until) {
                finishIfIdle();
                return;
            }
            ask(requests.next(connection), begin).onComplete(_ -> again(connection, requests));
        }

        void tick(double perSecond, Requests requests) {
            double between = TimeUnit.SECONDS.toNanos(1) / perSecond;
            vertx.setPeriodic(1, timer -> {
                long now = System.nanoTime();
                while (begin + (long) (sent * between) <= Math.min(now, until - 1)) {
                    long due = begin + (long) (sent * between);
                    ask(requests.next((int) (sent % connections)), due).onComplete(_ -> {
                        if (System.nanoTime() >= until) {
                            finishIfIdle();
                        }
                    });
                    sent++;
                }
                if (now >= until) {
                    vertx.cancelTimer(timer);
                    finishIfIdle();
                }
            });
        }

        private Future<Void> ask(Call call, long due) {
            underWay++;
            RequestOptions options = new RequestOptions()
                    .setMethod(call.body() == null ? HttpMethod.GET : HttpMethod.POST)
                    .setURI(call.path())
                    .setTimeout(PATIENCE.toMillis())
                    .putHeader("Authorization", "Bearer " + call.token())
                    .putHeader("Accept", "application/json");
            if (call.body() != null) {
                options.putHeader("Content-Type", "application/json");
            }
            return http.request(options)
                    .compose(request -> send(request, call))
                    .compose(response -> response.end().map(response.statusCode()))
                    .otherwise(0)
                    .map(status -> {
                        answered(status, due);
                        return null;
                    });
        }

        private Future<HttpClientResponse> send(HttpClientRequest request, Call call) {
            return call.body() == null ? request.send() : request.send(call.body());
        }

        /// A request counts where its answer came: in the warm-up, or in the measured window. What was under way when
        /// the window ended counts too, since the worst waits would else be left out.
        private void answered(int status, long due) {
            underWay--;
            long now = System.nanoTime();
            if (now < measuredFrom) {
                warmUp++;
                return;
            }
            lastAnswer = Math.max(lastAnswer, now);
            latencies.record(now - due);
            statuses.merge(status, 1L, Long::sum);
        }

        private void finishIfIdle() {
            if (underWay == 0) {
                double seconds = (lastAnswer - measuredFrom) / (double) TimeUnit.SECONDS.toNanos(1);
                double own = ownTime().minus(ownBefore).toNanos() / (double) (System.nanoTime() - begin);
                end.complete(new Outcome(latencies, statuses, warmUp, seconds, own));
            }
        }

        private static Duration ownTime() {
            return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
        }
    }

    @Override
    public void close() {
        http.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
