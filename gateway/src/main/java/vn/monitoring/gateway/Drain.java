package vn.monitoring.gateway;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;

/// Reads what is left of a body that was answered before its end (too large, forbidden, unknown path), so that the
/// client gets to read the answer instead of a broken connection.
final class Drain {

    private static final long PATIENCE_MILLIS = 5_000;

    private Drain() {}

    /// Throws the rest away as it comes; a client that is not done after five seconds loses its connection.
    static void rest(HttpServerRequest request, Vertx vertx) {
        if (request.isEnded()) {
            return;
        }
        long timer = vertx.setTimer(PATIENCE_MILLIS, id -> request.connection().close());
        request.handler(piece -> {});
        request.exceptionHandler(failure -> vertx.cancelTimer(timer));
        request.endHandler(end -> vertx.cancelTimer(timer));
        request.resume();
    }
}
