package vn.monitoring.kit.testing.access;

import io.restassured.RestAssured;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.testing.access.Contract.Content;
import vn.monitoring.kit.testing.access.Contract.Operation;

/// Makes the matrix' requests over HTTP.
final class Requests {

    private static final String BROKEN = "{\"broken";

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final int port = RestAssured.port;

    /// An answer, its body as text.
    record Answer(int status, String type, String body) {}

    /// How one request differs from the sample's.
    ///
    /// @param ifMatch sent where the operation takes one; null for none
    /// @param broken whether the content cannot be read
    record Variant(@Nullable String ifMatch, boolean broken) {
        static final Variant VALID = new Variant("*", false);
        static final Variant UNREADABLE = new Variant("*", true);
        static final Variant UNMATCHED = new Variant(null, false);
        static final Variant OUTDATED = new Variant("\"987654321\"", false);
    }

    Answer send(Operation operation, Sample sample, @Nullable Caller caller, Variant variant) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + port + path(operation, sample)))
                .timeout(Duration.ofSeconds(30));
        if (caller != null) {
            request.header("Authorization", "Bearer " + caller.token());
        }
        if (operation.takesIfMatch() && variant.ifMatch() != null) {
            request.header("If-Match", variant.ifMatch());
        }
        @Nullable Content content = content(operation, sample);
        if (content == null) {
            request.method(operation.method(), BodyPublishers.noBody());
        } else {
            request.header("Content-Type", content.type());
            request.method(
                    operation.method(),
                    variant.broken() ? BodyPublishers.ofString(BROKEN) : BodyPublishers.ofByteArray(content.bytes()));
        }
        return answer(request.build(), sample.isEndless());
    }

    private Answer answer(HttpRequest request, boolean endless) {
        try {
            HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                boolean unread = endless && response.statusCode() < 400;
                return new Answer(
                        response.statusCode(),
                        response.headers().firstValue("Content-Type").orElse(""),
                        unread ? "" : new String(body.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(request.uri().toString(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static @Nullable Content content(Operation operation, Sample sample) {
        if (!operation.takesContent()) {
            return null;
        }
        byte @Nullable [] own = sample.content();
        String type = sample.type();
        @Nullable
        Content content = own != null && type != null ? new Content(type, own) : operation.example(sample.values());
        if (content == null) {
            throw new IllegalStateException(
                    operation.id() + " has no example in the contract and no content on the stage");
        }
        return content;
    }

    private static String path(Operation operation, Sample sample) {
        String path = operation.path();
        for (String name : operation.parameters("path")) {
            path = path.replace(
                    "{" + name + "}", encoded(value(operation, sample, name)).replace("+", "%20"));
        }
        StringBuilder query = new StringBuilder();
        List<String> required = operation.requiredParameters("query");
        for (String name : operation.parameters("query")) {
            if (required.contains(name) || sample.values().containsKey(name)) {
                query.append(query.isEmpty() ? '?' : '&')
                        .append(encoded(name))
                        .append('=')
                        .append(encoded(value(operation, sample, name)));
            }
        }
        return path + query;
    }

    private static String value(Operation operation, Sample sample, String name) {
        Object value = sample.values().get(name);
        if (value == null) {
            throw new IllegalStateException("the stage has no value for %s of %s".formatted(name, operation.id()));
        }
        return value.toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
