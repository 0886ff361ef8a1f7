package vn.monitoring.kit.testing;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Whether the running application does what its document says of every operation alike, over HTTP: who asks without
/// a token gets 401 as a problem before anything else is looked at, in the language asked for; public operations never
/// do; what is sent as a type that the operation does not take gets 415.
final class ContractConduct {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");
    private static final String SOME_ID = "00000000-0000-7000-8000-000000000000";
    private static final String[] EVERY_ROLE = {
        "inspector",
        "integration",
        "leader",
        "province-admin",
        "reporter",
        "standing-body",
        "steering-committee",
        "unit-head"
    };

    private final JsonNode document;
    private final List<String> violations = new ArrayList<>();

    private ContractConduct(JsonNode document) {
        this.document = document;
    }

    static List<String> violations(JsonNode document) {
        ContractConduct conduct = new ContractConduct(document);
        document.path("paths")
                .properties()
                .forEach(item -> item.getValue().properties().forEach(operation -> {
                    if (METHODS.contains(operation.getKey())) {
                        conduct.check(operation.getKey(), item.getKey(), operation.getValue());
                    }
                }));
        return List.copyOf(conduct.violations);
    }

    private void check(String method, String path, JsonNode operation) {
        String place = method.toUpperCase(Locale.ROOT) + " " + path;
        Response answer = send(RestAssured.given(), method, path, operation);
        boolean open = operation.path("security").isEmpty();
        if (open && answer.statusCode() == 401) {
            violations.add(place + " is public and asks for a token");
        }
        if (!open) {
            checkRefusal(place, answer);
            checkType(place, method, path, operation);
        }
    }

    private void checkRefusal(String place, Response answer) {
        if (answer.statusCode() != 401
                || !answer.contentType().startsWith("application/problem+json")
                || !"UNAUTHENTICATED".equals(answer.jsonPath().getString("code"))
                || !"Not authenticated".equals(answer.jsonPath().getString("title"))
                || answer.header("WWW-Authenticate") == null
                || answer.header("X-Request-Id") == null) {
            violations.add(place + " answers without a token " + answer.statusCode() + " " + answer.asString());
        }
    }

    private void checkType(String place, String method, String path, JsonNode operation) {
        if (!operation.path("requestBody").path("content").has("application/json")) {
            return;
        }
        RequestSpecification request = RestAssured.given()
                .auth()
                .oauth2(Tokens.as("everybody").roles(EVERY_ROLE).units("31").token())
                .header("If-Match", "*")
                .contentType("application/x-unknown")
                .body(new byte[] {1});
        int status =
                request.request(method.toUpperCase(Locale.ROOT), filled(path)).statusCode();
        if (status != 415) {
            violations.add(place + " answers " + status + " to a type of content that nobody takes");
        }
    }

    private static Response send(RequestSpecification request, String method, String path, JsonNode operation) {
        request.header("Accept-Language", "en");
        JsonNode content = operation.path("requestBody").path("content");
        if (content.has("multipart/form-data")) {
            request.multiPart("file", "x.csv", new byte[] {1});
        } else if (!content.isEmpty()) {
            String type = content.fieldNames().next();
            request.contentType(type.startsWith("text/") ? type + "; charset=UTF-8" : type)
                    .body("{}");
        } else {
            request.noContentType();
        }
        return request.request(method.toUpperCase(Locale.ROOT), filled(path));
    }

    private static String filled(String path) {
        return path.replaceAll("\\{[^}]*}", SOME_ID);
    }
}
