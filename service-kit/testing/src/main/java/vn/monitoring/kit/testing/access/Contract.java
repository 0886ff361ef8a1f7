package vn.monitoring.kit.testing.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.RestAssured;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.testing.ContractExamples;

/// The running service's OpenAPI document, as far as requests are made from it.
final class Contract {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode document;
    private final Map<String, Operation> operations = new LinkedHashMap<>();

    private Contract(JsonNode document) {
        this.document = document;
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(method -> {
                    JsonNode operation = method.getValue();
                    if (operation.has("operationId")) {
                        String id = operation.path("operationId").asText();
                        operations.put(id, new Operation(id, method.getKey(), path.getKey(), operation));
                    }
                }));
    }

    static Contract ofRunningService() {
        String served = RestAssured.given()
                .accept("application/json")
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        return new Contract(read(served));
    }

    Map<String, Operation> operations() {
        return operations;
    }

    /// A content in bytes with its media type.
    record Content(String type, byte[] bytes) {}

    /// One operation.
    final class Operation {
        private final String id;
        private final String method;
        private final String path;
        private final JsonNode node;

        private Operation(String id, String method, String path, JsonNode node) {
            this.id = id;
            this.method = method.toUpperCase(java.util.Locale.ROOT);
            this.path = path;
            this.node = node;
        }

        String id() {
            return id;
        }

        String method() {
            return method;
        }

        String path() {
            return path;
        }

        /// The roles that it asks for; empty when it is open.
        Set<String> roles() {
            Set<String> roles = new TreeSet<>();
            node.path("security")
                    .forEach(
                            requirement -> requirement.forEach(list -> list.forEach(role -> roles.add(role.asText()))));
            return roles;
        }

        boolean isOpen() {
            return node.path("security").isEmpty();
        }

        boolean takesIfMatch() {
            return parameters("header").contains("If-Match");
        }

        boolean takesContent() {
            return node.has("requestBody");
        }

        List<String> parameters(String in) {
            return names(in, false);
        }

        List<String> requiredParameters(String in) {
            return names(in, true);
        }

        private List<String> names(String in, boolean required) {
            List<String> names = new ArrayList<>();
            for (JsonNode reference : node.path("parameters")) {
                JsonNode parameter = resolved(reference);
                if (parameter.path("in").asText().equals(in)
                        && (!required || parameter.path("required").asBoolean())) {
                    names.add(parameter.path("name").asText());
                }
            }
            return names;
        }

        /// The example of the content with the given values in the fields of their names; null when the contract has
        /// no whole example.
        @Nullable
        Content example(Map<String, Object> values) {
            for (Map.Entry<String, JsonNode> media :
                    node.path("requestBody").path("content").properties()) {
                if (media.getKey().startsWith("multipart/")) {
                    continue;
                }
                JsonNode example = exampleOf(media.getValue());
                if (example != null) {
                    JsonNode filled = filled(example.deepCopy(), values);
                    String text = filled.isTextual() ? filled.asText() : filled.toString();
                    return new Content(media.getKey(), text.getBytes(StandardCharsets.UTF_8));
                }
            }
            return null;
        }

        /// Whether a reader of the contract finds out what to send; a file speaks for itself.
        boolean hasExample() {
            return example(Map.of()) != null
                    || node.path("requestBody").path("content").has("multipart/form-data");
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    private @Nullable JsonNode exampleOf(JsonNode media) {
        if (media.has("example")) {
            return media.get("example");
        }
        for (JsonNode named : media.path("examples")) {
            return resolved(named).get("value");
        }
        return new ContractExamples(document).of(media.path("schema"));
    }

    private JsonNode resolved(JsonNode schema) {
        return schema.has("$ref") ? document.at(schema.get("$ref").asText().substring(1)) : schema;
    }

    private static JsonNode filled(JsonNode node, Map<String, Object> values) {
        if (node instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> field : object.properties()) {
                Object value = values.get(field.getKey());
                field.setValue(value == null ? filled(field.getValue(), values) : JSON.valueToTree(value));
            }
        } else if (node instanceof ArrayNode array) {
            array.forEach(item -> filled(item, values));
        }
        return node;
    }

    static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(json, e);
        }
    }
}
