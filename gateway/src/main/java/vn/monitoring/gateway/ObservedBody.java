package vn.monitoring.gateway;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import io.vertx.httpproxy.Body;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A body that tells of each piece as it passes; it holds nothing back and keeps nothing.
record ObservedBody(ReadStream<Buffer> source, Consumer<Buffer> observer) implements ReadStream<Buffer> {

    static Body of(Body body, Consumer<Buffer> observer) {
        return Body.body(new ObservedBody(body.stream(), observer), body.length());
    }

    @Override
    public ReadStream<Buffer> handler(@Nullable Handler<Buffer> handler) {
        source.handler(
                handler == null
                        ? null
                        : piece -> {
                            observer.accept(piece);
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
        source.endHandler(handler);
        return this;
    }

    @Override
    public ReadStream<Buffer> pause() {
        source.pause();
        return this;
    }

    @Override
    public ReadStream<Buffer> resume() {
        source.resume();
        return this;
    }

    @Override
    public ReadStream<Buffer> fetch(long amount) {
        source.fetch(amount);
        return this;
    }
}
