package vn.monitoring.client;

import java.net.URI;
import java.net.http.HttpClient;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// The platform as seen through its gateway, and a count of what was written to it.
public final class Api implements AutoCloseable {

    private final URI gateway;
    private final HttpClient http;
    private final Tokens tokens;
    private final AtomicInteger writes = new AtomicInteger();

    public Api(URI gateway, URI keycloak) {
        this.gateway = gateway;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(java.time.Duration.ofSeconds(5))
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .build();
        this.tokens = new Tokens(keycloak, http);
    }

    public Session as(String user) {
        return new Session(this, user);
    }

    public URI uri(String path) {
        return gateway.resolve(path);
    }

    public HttpClient http() {
        return http;
    }

    public Tokens tokens() {
        return tokens;
    }

    public void countWrite() {
        writes.incrementAndGet();
    }

    /// Writes that the platform took so far, trial runs not counted.
    public int writes() {
        return writes.get();
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
