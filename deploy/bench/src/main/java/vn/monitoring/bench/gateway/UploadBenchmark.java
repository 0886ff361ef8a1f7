package vn.monitoring.bench.gateway;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import vn.monitoring.bench.indicators.IndicatorBench;
import vn.monitoring.bench.measure.Target;
import vn.monitoring.bench.suite.Benchmark;
import vn.monitoring.client.ClientFailure;

/// One large upload, as a batch of figures would be, which must pass the gateway without being held there.
final class UploadBenchmark implements Benchmark<IndicatorBench> {

    private static final int PIECE_BYTES = 64 * 1024;
    private static final long PIECES = 300L * 1024 * 1024 / PIECE_BYTES;
    private static final long BYTES = PIECES * PIECE_BYTES;
    private static final Target MEMORY = Target.atMost(300);
    private static final long PATIENCE_SECONDS = 120;

    @Override
    public String name() {
        return "upload";
    }

    @Override
    public void run(IndicatorBench bench) {
        String token = bench.token("reporter", bench.provinces().getFirst());
        try (Sink sink = new Sink();
                SpareGateway gateway = new SpareGateway(bench.field(), sink)) {
            long begin = System.nanoTime();
            int status = upload(gateway.address(), token);
            double seconds = (System.nanoTime() - begin) / 1e9;
            if (status != 204 || sink.received() != BYTES) {
                throw new ClientFailure("The upload was answered with status %d after %,d of %,d bytes"
                        .formatted(status, sink.received(), BYTES));
            }
            bench.figure(name(), "300 MB through the gateway", seconds, "s");
            bench.figure(name(), "gateway before", gateway.firstMemory(), "MB");
            bench.figure(name(), "gateway, most", gateway.mostMemory(), "MB", MEMORY);
        }
    }

    private static int upload(URI gateway, String token) {
        Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
        HttpClient http = vertx.createHttpClient(
                new HttpClientOptions().setDefaultHost(gateway.getHost()).setDefaultPort(gateway.getPort()));
        try {
            return http.request(new RequestOptions()
                            .setMethod(HttpMethod.POST)
                            .setURI("/api/v1/measurements:batch")
                            .putHeader("Authorization", "Bearer " + token)
                            .putHeader("Content-Type", "text/csv")
                            .putHeader("Content-Length", Long.toString(BYTES)))
                    .compose(request -> {
                        write(request, Buffer.buffer("x".repeat(PIECE_BYTES)), PIECES);
                        return request.response();
                    })
                    .compose(response -> response.end().map(response.statusCode()))
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClientFailure("Interrupted while uploading", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new ClientFailure("The upload did not end: " + e, e);
        } finally {
            http.close();
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
    }

    /// As fast as the connection takes them.
    private static void write(HttpClientRequest request, Buffer piece, long left) {
        long remaining = left;
        while (remaining > 0 && !request.writeQueueFull()) {
            request.write(piece);
            remaining--;
        }
        if (remaining == 0) {
            request.end();
            return;
        }
        long rest = remaining;
        request.drainHandler(_ -> write(request, piece, rest));
    }
}
