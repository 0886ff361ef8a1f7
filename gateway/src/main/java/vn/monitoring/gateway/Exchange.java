package vn.monitoring.gateway;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;
import java.util.Iterator;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import vn.monitoring.gateway.limit.Allowance;

/// One request on its way to a service and the answer on its way back, both streamed with back-pressure.
///
/// Lives on the event loop of the client's connection. When the client goes away the request to the service is
/// reset, so an event stream ends at its source.
final class Exchange implements ProxyInterceptor {

    private static final Logger LOG = Logger.getLogger(Exchange.class);

    private final RoutingContext context;
    private final HttpServerRequest client;
    private final Destination destination;
    private final boolean wantsStream;
    private final Allowance allowance;
    private final Trace trace;
    private final GatewaySettings settings;
    private final Exchanges exchanges;
    private final RequestMeters meters;
    private final Vertx vertx;
    private volatile @Nullable Instance instance;
    private @Nullable HttpClientRequest request;
    private @Nullable IdleWatch watch;
    private @Nullable SlowBodyWatch slowness;
    private @Nullable GatewayProblem cause;
    private long received;
    private boolean answered;
    private boolean counted;
    private final long startedNanos = System.nanoTime();
    private volatile boolean streaming;

    Exchange(
            RoutingContext context,
            Destination destination,
            Allowance allowance,
            Trace trace,
            GatewaySettings settings,
            Exchanges exchanges,
            RequestMeters meters) {
        this.context = context;
        this.client = context.request();
        this.destination = destination;
        this.wantsStream = wantsStream(client);
        this.allowance = allowance;
        this.trace = trace;
        this.settings = settings;
        this.exchanges = exchanges;
        this.meters = meters;
        this.vertx = context.vertx();
    }

    void start() {
        List<Instance> instances = destination.upstream().inOrder(wantsStream);
        HttpProxy.reverseProxy(instances.getFirst().client())
                .origin(context -> connect(instances.iterator()))
                .addInterceptor(this)
                .handle(client);
    }

    private static boolean wantsStream(HttpServerRequest client) {
        String accept = client.getHeader(HttpHeaders.ACCEPT);
        return accept != null && accept.contains("text/event-stream");
    }

    /// The first instance that takes the connection; nothing has been sent to those before it.
    private Future<HttpClientRequest> connect(Iterator<Instance> candidates) {
        Instance candidate = candidates.next();
        return candidate
                .connect(wantsStream)
                .onSuccess(connected -> {
                    instance = candidate;
                    request = connected;
                    watch = new IdleWatch(
                            vertx, destination.idleTimeout().toMillis(), () -> timeOut(candidate, connected));
                })
                .recover(failure -> candidates.hasNext() ? connect(candidates) : Future.failedFuture(failure));
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext proxy) {
        exchanges.begin(this);
        client.response().endHandler(ended -> end());
        RequestHeaders.clean(proxy.request().headers(), client, trace);
        proxy.request().setBody(ObservedBody.of(proxy.request().getBody(), new Upload()));
        return proxy.sendRequest()
                .onSuccess(response -> answered())
                .recover(failure -> Future.succeededFuture(problem(proxy, failure)));
    }

    @Override
    public Future<Void> handleProxyResponse(ProxyContext proxy) {
        ProxyResponse response = proxy.response();
        allowance.headers().forEach(response.headers()::set);
        response.headers().remove(HttpHeaders.SET_COOKIE);
        ResponseHeaders.complete(response.headers(), trace);
        Body body = response.getBody();
        if (response.getStatusCode() == 204 || response.getStatusCode() == 304) {
            body.stream().resume();
            response.setBody(null);
        } else {
            response.setBody(ObservedBody.of(body, piece -> touch()));
        }
        Future<Void> sent = proxy.sendResponse().onComplete(done -> {
            stopWatching();
            if (slowness != null) {
                slowness.stop();
            }
            end();
            Drain.rest(client, vertx);
        });
        if (isEventStream(response)) {
            holdOpen(proxy);
        }
        return sent;
    }

    private void end() {
        count();
        exchanges.end(this);
        Instance left = instance;
        if (left != null) {
            instance = null;
            left.left(wantsStream);
        }
    }

    /// Counts the exchange, once: at its end, an event stream at its beginning.
    private void count() {
        if (counted) {
            return;
        }
        counted = true;
        String status = client.response().headWritten()
                ? RequestMeters.statusClass(client.response().getStatusCode())
                : RequestMeters.ABANDONED;
        if (streaming) {
            meters.opened(destination, status);
        } else {
            meters.finished(destination, client.method(), status, System.nanoTime() - startedNanos);
        }
    }

    /// The head goes out at once: a subscriber learns that it is connected before the first event. What it took to open
    /// the stream, several copies of a token's length, is not kept for the hours that it may last.
    private void holdOpen(ProxyContext proxy) {
        stopWatching();
        streaming = true;
        client.response().write(Buffer.buffer()).onSuccess(sent -> {
            count();
            proxy.request().headers().clear();
            proxy.response().headers().clear();
            client.headers().clear();
            client.response().headers().clear();
            context.data().clear();
            HttpClientRequest connected = request;
            if (connected != null) {
                connected.headers().clear();
                connected.response().onSuccess(response -> response.headers().clear());
            }
            if (exchanges.areStreamsOver()) {
                endStream();
            }
        });
    }

    boolean isAt(Instance one) {
        return instance == one;
    }

    /// Ends an event stream as if it were over, so that its client reconnects; does nothing to another exchange. May be
    /// called from any thread.
    void endStream() {
        HttpClientRequest connected = request;
        if (streaming && connected != null) {
            client.response().end().onComplete(ended -> connected.reset());
        }
    }

    /// What the client sends.
    private final class Upload implements ObservedBody.Observer {

        @Override
        public void passed(Buffer piece) {
            touch();
            received += piece.length();
            if (slowness != null) {
                slowness.received(piece.length());
            }
            if (received > destination.maxBody() && request != null) {
                giveUp(request, GatewayProblem.TOO_LARGE);
            }
        }

        @Override
        public void paused() {
            if (slowness != null) {
                slowness.heldBack();
            }
        }

        @Override
        public void resumed() {
            if (slowness == null && request != null) {
                slowness = watchSlowness(request);
            }
        }

        @Override
        public void ended() {
            if (slowness != null) {
                slowness.stop();
            }
        }
    }

    private SlowBodyWatch watchSlowness(HttpClientRequest connected) {
        GatewaySettings.SlowBody limit = settings.slowBody();
        return new SlowBodyWatch(
                vertx,
                limit.stretch(),
                limit.leastBytes().asLongValue(),
                () -> giveUp(connected, GatewayProblem.TOO_SLOW));
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

    private void answered() {
        answered = true;
        Instance here = instance;
        if (here != null) {
            here.health().answered();
        }
    }

    private void timeOut(Instance silent, HttpClientRequest connected) {
        if (!answered) {
            silent.health().failed();
        }
        giveUp(connected, GatewayProblem.TIMEOUT);
    }

    /// Before the answer has begun the client gets the problem; afterwards its connection is cut, so that it sees
    /// the loss.
    private void giveUp(HttpClientRequest connected, GatewayProblem problem) {
        if (cause == null) {
            cause = problem;
            connected.reset(0, new IllegalStateException(problem.name()));
        }
    }

    private ProxyResponse problem(ProxyContext proxy, Throwable failure) {
        GatewayProblem problem = cause != null ? cause : GatewayProblem.UNAVAILABLE;
        Logger.Level level = client.response().closed() ? Logger.Level.DEBUG : Logger.Level.WARN;
        LOG.logf(
                level,
                "%s from %s: %s %s (request %s): %s",
                problem,
                destination.upstream().name(),
                client.method(),
                destination.route(),
                trace.requestId(),
                failure.getMessage());
        ProxyResponse response = proxy.request().release().response();
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
