package vn.monitoring.gateway;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.RequestOptions;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// One request on its way to a service and the answer on its way back, both streamed with back-pressure.
///
/// Lives on the event loop of the client's connection. When the client goes away the request to the service is
/// reset, so an event stream ends at its source.
final class Exchange implements ProxyInterceptor {

    private static final Logger LOG = Logger.getLogger(Exchange.class);

    private final HttpServerRequest client;
    private final Upstream upstream;
    private final Trace trace;
    private final GatewaySettings settings;
    private final Exchanges exchanges;
    private final Vertx vertx;
    private @Nullable HttpClientRequest request;
    private @Nullable IdleWatch watch;
    private @Nullable GatewayProblem cause;
    private long received;
    private volatile boolean streaming;

    Exchange(
            HttpServerRequest client,
            Upstream upstream,
            Trace trace,
            GatewaySettings settings,
            Exchanges exchanges,
            Vertx vertx) {
        this.client = client;
        this.upstream = upstream;
        this.trace = trace;
        this.settings = settings;
        this.exchanges = exchanges;
        this.vertx = vertx;
    }

    void start() {
        HttpProxy.reverseProxy(upstream.client())
                .origin(context -> connect())
                .addInterceptor(this)
                .handle(client);
    }

    private Future<HttpClientRequest> connect() {
        String accept = client.getHeader(HttpHeaders.ACCEPT);
        HttpClient pool =
                accept != null && accept.contains("text/event-stream") ? upstream.streamClient() : upstream.client();
        return pool.request(new RequestOptions(upstream.target())).onSuccess(connected -> {
            request = connected;
            watch = new IdleWatch(
                    vertx, settings.idleTimeout().toMillis(), () -> giveUp(connected, GatewayProblem.TIMEOUT));
        });
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        exchanges.begin(this);
        client.response().endHandler(ended -> exchanges.end(this));
        RequestHeaders.clean(context.request().headers(), client, trace);
        context.request().setBody(ObservedBody.of(context.request().getBody(), this::count));
        return context.sendRequest().recover(failure -> Future.succeededFuture(problem(context, failure)));
    }

    @Override
    public Future<Void> handleProxyResponse(ProxyContext context) {
        ProxyResponse response = context.response();
        ResponseHeaders.complete(response.headers(), trace);
        Body body = response.getBody();
        if (response.getStatusCode() == 204 || response.getStatusCode() == 304) {
            body.stream().resume();
            response.setBody(null);
        } else {
            response.setBody(ObservedBody.of(body, piece -> touch()));
        }
        Future<Void> sent = context.sendResponse().onComplete(done -> {
            stopWatching();
            exchanges.end(this);
            Drain.rest(client, vertx);
        });
        if (isEventStream(response)) {
            holdOpen();
        }
        return sent;
    }

    /// The head goes out at once: a subscriber learns that it is connected before the first event.
    private void holdOpen() {
        stopWatching();
        streaming = true;
        client.response().write(Buffer.buffer());
    }

    /// Ends an event stream as if it were over, so that its client reconnects; does nothing to another exchange. May be
    /// called from any thread.
    void endStream() {
        HttpClientRequest connected = request;
        if (streaming && connected != null) {
            client.response().end().onComplete(ended -> connected.reset());
        }
    }

    private void count(Buffer piece) {
        touch();
        received += piece.length();
        if (received > settings.maxBody().asLongValue() && request != null) {
            giveUp(request, GatewayProblem.TOO_LARGE);
        }
    }

    private void touch() {
        if (watch != null) {
            watch.moved();
        }
    }

    private void stopWatching() {
        if (watch != null) {
            watch.stop();
        }
    }

    /// Before the answer has begun the client gets the problem; afterwards its connection is cut, so that it sees
    /// the loss.
    private void giveUp(HttpClientRequest connected, GatewayProblem problem) {
        if (cause == null) {
            cause = problem;
            connected.reset(0, new IllegalStateException(problem.name()));
        }
    }

    private ProxyResponse problem(ProxyContext context, Throwable failure) {
        GatewayProblem problem = cause != null ? cause : GatewayProblem.UNAVAILABLE;
        Logger.Level level = client.response().closed() ? Logger.Level.DEBUG : Logger.Level.WARN;
        LOG.logf(
                level,
                "%s from %s: %s %s (request %s): %s",
                problem,
                upstream.name(),
                client.method(),
                client.path(),
                trace.requestId(),
                failure.getMessage());
        ProxyResponse response = context.request().release().response();
        response.setStatusCode(problem.status());
        ProblemWriter.writeHeaders(problem, client, response.headers());
        response.setBody(Body.body(ProblemWriter.body(problem, client, trace)));
        return response;
    }

    private static boolean isEventStream(ProxyResponse response) {
        String type = response.headers().get(HttpHeaders.CONTENT_TYPE);
        return type != null && type.startsWith("text/event-stream");
    }
}
