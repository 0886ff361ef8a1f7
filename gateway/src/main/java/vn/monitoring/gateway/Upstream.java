package vn.monitoring.gateway;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.net.URI;

/// One service behind the gateway, with pooled connections to it: event streams, which hold theirs for hours, have
/// a pool of their own.
record Upstream(String name, HttpClient client, HttpClient streamClient, RequestOptions target) {

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
                .setConnectTimeout(connectMillis);
        return new Upstream(
                name,
                vertx.createHttpClient(options, new PoolOptions().setHttp1MaxSize(settings.maxConnections())),
                vertx.createHttpClient(options, new PoolOptions().setHttp1MaxSize(settings.maxStreams())),
                target);
    }
}
