package vn.monitoring.gateway;

import io.restassured.RestAssured;
import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;

/// Keeps cookies and follows redirects one by one.
final class Browser implements AutoCloseable {

    private final CookieManager cookies = new CookieManager();
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(cookies).build();

    static URI address(String path) {
        return URI.create("http://127.0.0.1:" + RestAssured.port).resolve(path);
    }

    HttpResponse<String> get(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address(path));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    HttpResponse<String> post(String path, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address(path)).POST(HttpRequest.BodyPublishers.ofString("{}"));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static URI location(HttpResponse<?> answer) {
        return URI.create(answer.headers().firstValue("Location").orElseThrow());
    }

    /// Through the issuer and back.
    ///
    /// @return where it was led to in the end
    URI signIn(String path) {
        URI back = FakeIssuer.shared().signIn(location(get(path)));
        URI restored = location(get(back.toString()));
        return location(get(restored.toString()));
    }

    List<HttpCookie> cookies() {
        return cookies.getCookieStore().get(address("/"));
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
