package vn.monitoring.client;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One write. Its idempotency key follows from its name, so that a program that was interrupted and starts again cannot
/// do
/// a thing twice.
public record Write(
        String method,
        String path,
        String contentType,
        byte[] body,
        @Nullable String idempotencyKey,
        @Nullable String ifMatch) {

    public static Write post(String path, Object body) {
        return json("POST", path, body);
    }

    public static Write put(String path, Object body) {
        return json("PUT", path, body);
    }

    public static Write csv(String path, String text) {
        return new Write("POST", path, "text/csv; charset=UTF-8", text.getBytes(StandardCharsets.UTF_8), null, null);
    }

    /// A form with a file and, if given, one JSON part beside it.
    public static Write multipart(String path, FilePart file, @Nullable JsonPart json) {
        String boundary = "form-" + UUID.nameUUIDFromBytes(file.content());
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        if (json != null) {
            append(body, """
                    --%s\r
                    Content-Disposition: form-data; name="%s"\r
                    Content-Type: application/json\r
                    \r
                    %s\r
                    """.formatted(boundary, json.name(), json.content()));
        }
        append(body, """
                --%s\r
                Content-Disposition: form-data; name="file"; filename="%s"\r
                Content-Type: %s\r
                \r
                """.formatted(boundary, file.name(), file.contentType()));
        body.writeBytes(file.content());
        append(body, "\r\n--" + boundary + "--\r\n");
        return new Write("POST", path, "multipart/form-data; boundary=" + boundary, body.toByteArray(), null, null);
    }

    /// A file of a form.
    public record FilePart(String name, String contentType, byte[] content) {}

    /// A JSON document of a form.
    public record JsonPart(String name, String content) {}

    public Write once(String name) {
        String key = UUID.nameUUIDFromBytes(("demo/" + name).getBytes(StandardCharsets.UTF_8))
                .toString();
        return new Write(method, path, contentType, body, key, ifMatch);
    }

    public Write ifMatch(String etag) {
        return new Write(method, path, contentType, body, idempotencyKey, etag);
    }

    private static Write json(String method, String path, Object body) {
        return new Write(
                method, path, "application/json", Json.write(body).getBytes(StandardCharsets.UTF_8), null, null);
    }

    private static void append(ByteArrayOutputStream body, String text) {
        body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
