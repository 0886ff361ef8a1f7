package vn.monitoring.gateway;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import io.vertx.httpproxy.Body;
import org.jspecify.annotations.Nullable;

/// A body that tells of what happens to it as it passes; it holds nothing back and keeps nothing.
record ObservedBody(ReadStream<Buffer> source, Observer observer) implements ReadStream<Buffer> {

    /// Told on the event loop of the exchange.
    interface Observer {
        void passed(Buffer piece);

        /// The reader does not keep up.
        default void paused() {}

        /// The reader wants more.
        default void resumed() {}

        default void ended() {}
    }

    static Body of(Body body, Observer observer) {
        return Body.body(new ObservedBody(body.stream(), observer), body.length());
    }

    @Override
    public ReadStream<Buffer> handler(@Nullable Handler<Buffer> handler) {
        source.handler(
                handler == null
                        ? null
                        : piece -> {
                            observer.passed(piece);
                            handler.handle(piece);
                        });
        return this;
    }

    @Override
    public ReadStream<Buffer> exceptionHandler(@Nullable Handler<Throwable> handler) {
        source.exceptionHandler(handler);
        return this;
    }

    @Override
    public ReadStream<Buffer> endHandler(@Nullable Handler<Void> handler) {
        source.endHandler(
                handler == null
                        ? null
                        : end -> {
                            observer.ended();
                            handler.handle(end);
                        });
        return this;
    }

    @Override
    public ReadStream<Buffer> pause() {
        observer.paused();
        source.pause();
        return this;
    }

    @Override
    public ReadStream<Buffer> resume() {
        observer.resumed();
        source.resume();
        return this;
    }

    @Override
    public ReadStream<Buffer> fetch(long amount) {
        source.fetch(amount);
        return this;
    }
}
