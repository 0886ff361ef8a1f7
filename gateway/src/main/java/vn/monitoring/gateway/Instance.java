package vn.monitoring.gateway;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.tracing.TracingPolicy;
import java.net.URI;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/// One process of a service, with pooled connections to it: event streams, which hold theirs for hours, have a pool of
/// their own.
final class Instance {

    private static final String READINESS = "/q/health/ready";

    /// A connection that is not made fails before the wait for a free one ends: the first means an instance that is
    /// down, the second a busy one.
    private static final int WAIT_LONGER_MILLIS = 500;

    private final HttpClient client;
    private final HttpClient streamClient;
    private final RequestOptions target;
    private final InstanceHealth health;
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicInteger streams = new AtomicInteger();

    /// @param service its name in logs
    /// @param whenDown told when the instance is taken to be down
    Instance(String service, URI url, Vertx vertx, GatewaySettings settings, Consumer<Instance> whenDown) {
        int connectMillis = Math.toIntExact(settings.connectTimeout().toMillis());
        // The service continues the span of the request itself (see Trace); questions after readiness are no one's.
        HttpClientOptions options = new HttpClientOptions()
                .setTracingPolicy(TracingPolicy.IGNORE)
                .setConnectTimeout(connectMillis)
                .setTcpKeepAlive(true)
                .setKeepAliveTimeout(60)
                .setDecompressionSupported(false)
                .setMaxChunkSize(64 * 1024)
                .setMaxHeaderSize(64 * 1024);
        this.client = vertx.createHttpClient(options, new PoolOptions().setHttp1MaxSize(settings.maxConnections()));
        this.streamClient = vertx.createHttpClient(options, new PoolOptions().setHttp1MaxSize(settings.maxStreams()));
        this.target = new RequestOptions()
                .setHost(url.getHost())
                .setPort(url.getPort() >= 0 ? url.getPort() : 80)
                .setConnectTimeout(connectMillis + WAIT_LONGER_MILLIS);
        RequestOptions readiness = new RequestOptions(target)
                .setMethod(HttpMethod.GET)
                .setURI(READINESS)
                .setTimeout(connectMillis);
        this.health = new InstanceHealth(
                service + " at " + url.getAuthority(),
                settings.failuresUntilDown(),
                settings.probeEvery(),
                () -> ask(streamClient, readiness),
                vertx,
                () -> whenDown.accept(this));
    }

    private static Future<InstanceHealth.State> ask(HttpClient client, RequestOptions readiness) {
        return client.request(readiness)
                .compose(HttpClientRequest::send)
                .compose(response -> response.end()
                        .map(
                                response.statusCode() == 200
                                        ? InstanceHealth.State.READY
                                        : InstanceHealth.State.NOT_READY))
                .otherwise(InstanceHealth.State.DOWN);
    }

    /// What the proxy asks for although it is given each connection.
    HttpClient client() {
        return client;
    }

    InstanceHealth health() {
        return health;
    }

    InstanceHealth.State state() {
        return health.state();
    }

    /// Takes a connection of the pool; tells the instance's health how that went. Who gets one says [#left] in the
    /// end.
    Future<HttpClientRequest> connect(boolean stream) {
        underWay(stream).incrementAndGet();
        return (stream ? streamClient : client)
                .request(new RequestOptions(target))
                .onFailure(failure -> {
                    left(stream);
                    if (!(failure instanceof TimeoutException)) {
                        health.failed();
                    }
                });
    }

    void left(boolean stream) {
        underWay(stream).decrementAndGet();
    }

    /// How much it has to do now.
    int load(boolean stream) {
        return underWay(stream).get();
    }

    private AtomicInteger underWay(boolean stream) {
        return stream ? streams : requests;
    }
}
