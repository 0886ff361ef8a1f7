package vn.monitoring.bench.gateway;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.util.concurrent.atomic.AtomicLong;

/// Stands in for a service: greets every subscriber and then says nothing, and counts the bytes of every upload.
final class Sink implements AutoCloseable {

    private static final int BACKLOG = 4_096;

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final HttpServer server;
    private final AtomicLong received = new AtomicLong();

    Sink() {
        server = vertx.createHttpServer(
                        new HttpServerOptions().setHost("127.0.0.1").setPort(0).setAcceptBacklog(BACKLOG))
                .requestHandler(this::answer)
                .listen()
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    private void answer(HttpServerRequest request) {
        if (request.path().endsWith("/events")) {
            request.response()
                    .setChunked(true)
                    .putHeader("Content-Type", "text/event-stream")
                    .write(": welcome\n\n");
            return;
        }
        request.handler(piece -> received.addAndGet(piece.length()));
        request.endHandler(_ -> request.response().setStatusCode(204).end());
    }

    int port() {
        return server.actualPort();
    }

    /// Bytes of bodies since the start.
    long received() {
        return received.get();
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
