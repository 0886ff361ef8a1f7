package vn.monitoring.hostile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// What an OpenAPI document tells: the operations, what goes into them, and an example of it.
public final class Contract {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");
    private static final int DEEPEST = 5;
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final JsonNode document;
    private final Map<String, String> known;

    /// @param known values for parameters and fields by their name
    public Contract(JsonNode document, Map<String, String> known) {
        this.document = document;
        this.known = known;
    }

    public record Parameter(String name, String in, JsonNode schema, boolean required) {}

    /// @param bodies schemas by media type
    /// @param roles of which each one may; empty for everybody
    /// @param statuses that the document names
    public record Operation(
            String id,
            String method,
            String path,
            List<Parameter> parameters,
            Map<String, JsonNode> bodies,
            Set<String> roles,
            Set<Integer> statuses) {

        /// The path up to a parameter's place: `/api/v1/plans/{id}` of `/api/v1/plans/{id}/tasks`.
        public String placeOf(String parameter) {
            String place = '{' + parameter + '}';
            return path.substring(0, path.indexOf(place) + place.length());
        }

        public boolean writes() {
            return !method.equals("GET");
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    public List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(method -> {
                    if (METHODS.contains(method.getKey())) {
                        operations.add(operation(path.getKey(), path.getValue(), method.getKey(), method.getValue()));
                    }
                }));
        return operations;
    }

    private Operation operation(String path, JsonNode item, String method, JsonNode operation) {
        List<Parameter> parameters = new ArrayList<>();
        for (JsonNode list : List.of(item.path("parameters"), operation.path("parameters"))) {
            for (JsonNode each : list) {
                JsonNode parameter = resolve(each);
                parameters.add(new Parameter(
                        parameter.path("name").asText(),
                        parameter.path("in").asText(),
                        resolve(parameter.path("schema")),
                        parameter.path("required").asBoolean()));
            }
        }
        Map<String, JsonNode> bodies = new LinkedHashMap<>();
        resolve(operation.path("requestBody"))
                .path("content")
                .properties()
                .forEach(body ->
                        bodies.put(body.getKey(), resolve(body.getValue().path("schema"))));
        Set<String> roles = new TreeSet<>();
        for (JsonNode requirement : operation.path("security")) {
            requirement.properties().forEach(scheme -> scheme.getValue().forEach(role -> roles.add(role.asText())));
        }
        Set<Integer> statuses = new TreeSet<>();
        operation.path("responses").fieldNames().forEachRemaining(status -> statuses.add(Integer.valueOf(status)));
        return new Operation(
                operation.path("operationId").asText(),
                method.toUpperCase(java.util.Locale.ROOT),
                path,
                parameters,
                bodies,
                roles,
                statuses);
    }

    /// The schema behind references and compositions.
    JsonNode resolve(JsonNode node) {
        JsonNode current = node;
        while (current.has("$ref")) {
            current = document.at(current.path("$ref").asText().substring(1));
        }
        for (String composition : List.of("allOf", "anyOf", "oneOf")) {
            for (JsonNode part : current.path(composition)) {
                JsonNode resolved = resolve(part);
                if (resolved.has("type") || resolved.has("enum") || resolved.has("properties")) {
                    return resolved;
                }
            }
        }
        return current;
    }

    /// A value that fits a schema, as far as the document tells.
    JsonNode example(String name, JsonNode schema) {
        return example(name, schema, 0, false);
    }

    /// A value that fits a schema as a decent client sends it: of an object that has an example the example's fields
    /// and
    /// the required ones, since some of the others exclude each other.
    JsonNode usual(String name, JsonNode schema) {
        return example(name, schema, 0, true);
    }

    private JsonNode example(String name, JsonNode unresolved, int depth, boolean lean) {
        JsonNode schema = resolve(unresolved);
        String given = known.get(name);
        if (given != null && !Set.of("object", "array").contains(typeOf(schema))) {
            return typeOf(schema).equals("integer") ? JSON.numberNode(Long.parseLong(given)) : JSON.textNode(given);
        }
        JsonNode example = schema.path("examples").path(0);
        if (typeOf(schema).equals("object") && depth <= DEEPEST) {
            ObjectNode object = JSON.objectNode();
            String required = schema.path("required").toString();
            schema.path("properties").properties().forEach(property -> {
                JsonNode part = example.get(property.getKey());
                if (lean && !example.isEmpty() && part == null && !required.contains('"' + property.getKey() + '"')) {
                    return;
                }
                if (lean && part != null && part.isContainerNode()) {
                    object.set(property.getKey(), part);
                    return;
                }
                object.set(
                        property.getKey(),
                        part != null && !part.isContainerNode() && !known.containsKey(property.getKey())
                                ? part
                                : example(property.getKey(), property.getValue(), depth + 1, lean));
            });
            return object;
        }
        if (!example.isMissingNode()) {
            return example;
        }
        if (schema.path("enum").has(0)) {
            return schema.path("enum").path(0);
        }
        if (schema.has("default")) {
            return schema.path("default");
        }
        return switch (typeOf(schema)) {
            case "array" -> {
                ArrayNode array = JSON.arrayNode();
                if (depth <= DEEPEST && schema.has("items")) {
                    array.add(example(name, schema.path("items"), depth + 1, lean));
                }
                yield array;
            }
            case "integer" -> JSON.numberNode(Math.max(1, schema.path("minimum").asInt(1)));
            case "number" -> JSON.numberNode(Math.max(1, schema.path("minimum").asInt(1)));
            case "boolean" -> JSON.booleanNode(true);
            default -> JSON.textNode(text(name, schema.path("format").asText()));
        };
    }

    private static String text(String name, String format) {
        return switch (format) {
            case "uuid" -> "00000000-0000-4000-8000-00000000dead";
            case "date" -> "2026-06-30";
            case "date-time" -> "2026-06-30T08:00:00Z";
            case "uri" -> "https://example.org/";
            default -> name.toLowerCase(java.util.Locale.ROOT).endsWith("period") ? "2026-09" : "Văn bản";
        };
    }

    /// `object`, `array`, `string`, `integer`, `number`, `boolean`, or empty when anything goes.
    static String typeOf(JsonNode schema) {
        JsonNode type = schema.path("type");
        if (type.isArray()) {
            for (JsonNode each : type) {
                if (!each.asText().equals("null")) {
                    return each.asText();
                }
            }
        }
        if (type.isMissingNode()) {
            return schema.has("properties") ? "object" : schema.has("enum") ? "string" : "";
        }
        return type.asText();
    }
}
