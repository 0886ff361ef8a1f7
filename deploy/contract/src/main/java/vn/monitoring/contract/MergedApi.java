package vn.monitoring.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// One OpenAPI document of several.
///
/// The frame (`docs/api/gateway.yaml`) brings what is said once: info, servers, security, the gateway's own answers.
/// The services bring paths, tags and components. Components of one name stand once when they are equal, with all that
/// they refer to; otherwise each gets its service's name before its own ([SharedComponents]). An operationId that
/// stands twice gets it after its verb.
public final class MergedApi {

    private static final List<String> METHODS =
            List.of("get", "put", "post", "delete", "options", "head", "patch", "trace");
    private static final List<String> SECTIONS =
            List.of("schemas", "responses", "parameters", "examples", "requestBodies", "headers");

    private final ObjectNode merged;
    private final ObjectNode answersOfEach;
    private final ObjectNode headersOfEach;
    private final ObjectNode parameters;

    private MergedApi(ObjectNode frame) {
        this.merged = frame.deepCopy();
        this.answersOfEach = take("x-each-operation");
        this.headersOfEach = take("x-each-answer");
        this.parameters = take("x-parameters");
    }

    private ObjectNode take(String name) {
        return merged.remove(name) instanceof ObjectNode each ? each : merged.objectNode();
    }

    /// `x-each-operation` of the frame holds the responses that the gateway adds to each operation,
    /// `x-each-answer` the headers it adds to every answer but a failure of its own, and
    /// `x-parameters` what a parameter of a name means where the service does not say it.
    ///
    /// @param frame what is said once
    /// @param services the services' documents by their names as they stand before a component's, in order
    /// @throws IllegalArgumentException when two services claim one path
    public static ObjectNode of(ObjectNode frame, Map<String, ObjectNode> services) {
        return new MergedApi(frame).add(services);
    }

    private ObjectNode add(Map<String, ObjectNode> services) {
        Map<String, ObjectNode> distinct = SharedComponents.of(services).separated();
        nameOperationsApart(distinct);
        mergeComponents(distinct);
        mergePaths(distinct);
        mergeTags(distinct);
        return merged;
    }

    private void mergeComponents(Map<String, ObjectNode> services) {
        ObjectNode components = merged.withObjectProperty("components");
        for (String section : SECTIONS) {
            TreeMap<String, JsonNode> all = new TreeMap<>(properties(components.path(section)));
            services.values()
                    .forEach(document ->
                            all.putAll(properties(document.path("components").path(section))));
            if (!all.isEmpty()) {
                components.putObject(section).setAll(all);
            }
        }
        components.path("responses").forEach(this::giveHeaders);
    }

    private void mergePaths(Map<String, ObjectNode> services) {
        TreeMap<String, JsonNode> all = new TreeMap<>(properties(merged.path("paths")));
        all.values().forEach(item -> operations(item).forEach(this::complete));
        services.forEach((service, document) -> properties(document.path("paths"))
                .forEach((path, item) -> {
                    operations(item).forEach(this::complete);
                    if (all.put(path, item) != null) {
                        throw new IllegalArgumentException("Two services claim the path " + path);
                    }
                }));
        merged.putObject("paths").setAll(all);
    }

    private void complete(ObjectNode operation) {
        ObjectNode responses = operation.withObjectProperty("responses");
        properties(answersOfEach).forEach((status, answer) -> {
            if (!responses.has(status)) {
                responses.set(status, answer.deepCopy());
            } else if (responses.path(status) instanceof ObjectNode own && !own.has("$ref")) {
                ObjectNode headers = own.withObjectProperty("headers");
                properties(resolve(answer).path("headers")).forEach(headers::set);
            }
        });
        properties(responses).forEach((status, answer) -> {
            if (!status.startsWith("5")) {
                giveHeaders(answer);
            }
        });
        operation.path("parameters").forEach(this::describe);
    }

    private JsonNode resolve(JsonNode answer) {
        String reference = answer.path("$ref").asText();
        return reference.isEmpty() ? answer : merged.at(reference.substring(1));
    }

    private void giveHeaders(JsonNode answer) {
        if (answer instanceof ObjectNode object && !object.has("$ref")) {
            ObjectNode headers = object.withObjectProperty("headers");
            properties(headersOfEach).forEach((name, header) -> {
                if (!headers.has(name)) {
                    headers.set(name, header.deepCopy());
                }
            });
        }
    }

    private void describe(JsonNode parameter) {
        JsonNode meaning = parameters.path(parameter.path("name").asText());
        if (parameter instanceof ObjectNode object
                && meaning.isTextual()
                && object.path("description").asText().isBlank()) {
            String ofSchema = object.path("schema").path("description").asText();
            object.put("description", ofSchema.isBlank() ? meaning.asText() : ofSchema);
        }
    }

    private void mergeTags(Map<String, ObjectNode> services) {
        TreeMap<String, JsonNode> tags = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        List<JsonNode> all = new ArrayList<>();
        merged.path("tags").forEach(all::add);
        services.values().forEach(document -> document.path("tags").forEach(all::add));
        all.forEach(tag -> tags.merge(
                tag.path("name").asText(), tag, (first, second) -> first.has("description") ? first : second));
        merged.putArray("tags").addAll(tags.values());
    }

    private static void nameOperationsApart(Map<String, ObjectNode> services) {
        Map<String, Map<String, ObjectNode>> byId = new HashMap<>();
        services.forEach((service, document) -> document.path("paths")
                .forEach(item -> operations(item)
                        .forEach(operation -> byId.computeIfAbsent(
                                        operation.path("operationId").asText(), _ -> new LinkedHashMap<>())
                                .put(service, operation))));
        byId.forEach((id, operations) -> {
            if (operations.size() > 1) {
                operations.forEach((service, operation) -> operation.put("operationId", afterVerb(id, service)));
            }
        });
    }

    /// `listAuditEntries` of `Task` becomes `listTaskAuditEntries`.
    private static String afterVerb(String operationId, String service) {
        int end = 0;
        while (end < operationId.length() && Character.isLowerCase(operationId.charAt(end))) {
            end++;
        }
        return operationId.substring(0, end) + service + operationId.substring(end);
    }

    static List<ObjectNode> operations(JsonNode pathItem) {
        List<ObjectNode> operations = new ArrayList<>();
        for (String method : METHODS) {
            if (pathItem.path(method) instanceof ObjectNode operation) {
                operations.add(operation);
            }
        }
        return operations;
    }

    static Map<String, JsonNode> properties(JsonNode object) {
        Map<String, JsonNode> properties = new LinkedHashMap<>();
        object.properties().forEach(entry -> properties.put(entry.getKey(), entry.getValue()));
        return properties;
    }
}
