package vn.monitoring.gateway;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// A real HTTP server in a service's place, with an event loop of its own.
final class FakeService implements AutoCloseable {

    private static final int TWO_PROBES = 2;

    private final Vertx vertx = Vertx.vertx();
    private final URI url;

    /// Says that it is ready whenever it is asked; made when the gateway knows that it is there.
    FakeService(URI url, Handler<HttpServerRequest> handler) {
        this(url, new CountDownLatch(TWO_PROBES), handler);
    }

    /// The gateway asks again only after it has made its mind up about the answer before.
    private FakeService(URI url, CountDownLatch probes, Handler<HttpServerRequest> handler) {
        this(
                url,
                probe -> {
                    probe.response().end();
                    probes.countDown();
                },
                handler);
        try {
            if (!probes.await(10, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the gateway does not ask for " + url);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// @param readiness answers the gateway's own questions
    FakeService(URI url, Handler<HttpServerRequest> readiness, Handler<HttpServerRequest> handler) {
        this.url = url;
        HttpServer server = vertx.createHttpServer(new HttpServerOptions().setMaxHeaderSize(64 * 1024))
                .requestHandler(request -> {
                    boolean isProbe = request.path().equals("/q/health/ready");
                    (isProbe ? readiness : handler).handle(request);
                });
        await(server.listen(url.getPort(), url.getHost()));
    }

    URI url() {
        return url;
    }

    /// Stops at once: open connections are cut.
    @Override
    public void close() {
        await(vertx.close());
    }

    private static void await(io.vertx.core.Future<?> future) {
        try {
            future.toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
        } catch (InterruptedException
                | java.util.concurrent.ExecutionException
                | java.util.concurrent.TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }
}
