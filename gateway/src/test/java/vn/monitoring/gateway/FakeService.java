package vn.monitoring.gateway;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.util.concurrent.TimeUnit;

/// A real HTTP server in a service's place, with an event loop of its own.
final class FakeService implements AutoCloseable {

    private final Vertx vertx = Vertx.vertx();
    private final URI url;

    FakeService(URI url, Handler<HttpServerRequest> handler) {
        this.url = url;
        HttpServer server = vertx.createHttpServer(new HttpServerOptions().setMaxHeaderSize(64 * 1024))
                .requestHandler(handler);
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
