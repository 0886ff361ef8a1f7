package vn.monitoring.gateway;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.util.concurrent.TimeoutException;

/// One service behind the gateway, with pooled connections to it: event streams, which hold theirs for hours, have
/// a pool of their own.
record Upstream(String name, HttpClient client, HttpClient streamClient, RequestOptions target, ServiceHealth health) {

    private static final String READINESS = "/q/health/ready";

    /// A connection that is not made fails before the wait for a free one ends: the first means a service that is
    /// down, the second a busy one.
    private static final int WAIT_LONGER_MILLIS = 500;

    static Upstream of(String name, URI url, Vertx vertx, GatewaySettings settings) {
        int connectMillis = Math.toIntExact(settings.connectTimeout().toMillis());
        HttpClientOptions options = new HttpClientOptions()
                .setConnectTimeout(connectMillis)
                .setTcpKeepAlive(true)
                .setKeepAliveTimeout(60)
                .setDecompressionSupported(false)
                .setMaxChunkSize(64 * 1024)
                .setMaxHeaderSize(64 * 1024);
        RequestOptions target = new RequestOptions()
                .setHost(url.getHost())
                .setPort(url.getPort() >= 0 ? url.getPort() : 80)
                .setConnectTimeout(connectMillis + WAIT_LONGER_MILLIS);
        HttpClient streamClient =
                vertx.createHttpClient(options, new PoolOptions().setHttp1MaxSize(settings.maxStreams()));
        RequestOptions readiness = new RequestOptions(target)
                .setMethod(HttpMethod.GET)
                .setURI(READINESS)
                .setTimeout(connectMillis);
        ServiceHealth health = new ServiceHealth(
                name,
                settings.failuresUntilDown(),
                settings.probeEvery(),
                () -> isReady(streamClient, readiness),
                vertx);
        return new Upstream(
                name,
                vertx.createHttpClient(options, new PoolOptions().setHttp1MaxSize(settings.maxConnections())),
                streamClient,
                target,
                health);
    }

    /// Takes a connection of the pool; tells the service's health how that went.
    Future<HttpClientRequest> connect(boolean stream) {
        return (stream ? streamClient : client)
                .request(new RequestOptions(target))
                .onFailure(failure -> {
                    if (!(failure instanceof TimeoutException)) {
                        health.failed();
                    }
                });
    }

    private static Future<Boolean> isReady(HttpClient client, RequestOptions readiness) {
        return client.request(readiness)
                .compose(HttpClientRequest::send)
                .compose(response -> response.end().map(response.statusCode() == 200))
                .otherwise(false);
    }
}
