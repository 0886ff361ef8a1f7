package vn.monitoring.bench.badinput;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.monitoring.bench.badinput.Request.Kind;
import vn.monitoring.client.Json;
import vn.monitoring.hostile.Attack;
import vn.monitoring.hostile.Contract.Operation;
import vn.monitoring.hostile.Draft;
import vn.monitoring.hostile.Wire.Answer;

/// Requests and answers as they could have been.
final class Samples {

    static final URI GATEWAY = URI.create("http://localhost:8080");

    static final JsonNode DOCUMENT = Json.tree("""
            {"paths": {"/api/v1/notes/{id}": {"put": {"operationId": "writeNote",
              "parameters": [{"name": "id", "in": "path", "required": true, "schema": {"type": "string"}}],
              "requestBody": {"content": {"application/json": {"schema": {"type": "object", "required": ["text"],
                "properties": {"text": {"type": "string", "maxLength": 5}, "unitCode": {"type": "string"}}}}}},
              "responses": {"200": {}, "404": {}}, "security": [{"accessToken": ["reporter"]}]}}}}""");

    static final Operation WRITE = new Operation(
            "writeNote",
            "PUT",
            "/api/v1/notes/{id}",
            List.of(),
            Map.of(),
            Set.of("reporter"),
            Set.of(200, 401, 403, 404));

    private Samples() {}

    static Findings findings(Path folder) {
        return new Findings(new Repetition(GATEWAY, folder));
    }

    static Request request(Kind kind, @Nullable Caller caller, Attack attack) {
        return new Request(WRITE, 0, kind, caller, new Draft(attack.what(), attack.refused(), () -> attack));
    }

    static Attack attack(String body) {
        String message =
                "PUT /api/v1/notes/7?q=%C3%A1 HTTP/1.1\r\nHost: localhost\r\nIf-Match: *\r\nContent-Length: 1\r\n\r\n";
        return new Attack(
                "body /text",
                (message + body).getBytes(StandardCharsets.UTF_8),
                false,
                false,
                false,
                "hxtest000000001z",
                "hxtest000000001z <b>");
    }

    static Exchange exchange(Kind kind, int status, String type, String body) {
        Request request = request(kind, Caller.HOME.getFirst(), attack("{}"));
        return new Exchange(
                request,
                attack("{}"),
                "trace-" + status,
                new Answer(
                        status,
                        Map.of("content-type", type, "www-authenticate", "Bearer"),
                        body.getBytes(StandardCharsets.UTF_8),
                        Duration.ofMillis(3)));
    }

    static Exchange problem(Kind kind, int status) {
        return exchange(kind, status, "application/problem+json", """
                {"type":"urn:problem:x","title":"Không tìm thấy","status":%d,"detail":"d","instance":"/x","code":"X",
                 "traceId":"1"}""".formatted(status));
    }
}
