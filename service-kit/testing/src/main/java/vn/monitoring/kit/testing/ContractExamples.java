package vn.monitoring.kit.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The examples that a contract gives for its schemas.
public final class ContractExamples {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode document;

    public ContractExamples(JsonNode document) {
        this.document = document;
    }

    /// Null when there is none.
    public @Nullable JsonNode of(JsonNode schema) {
        return of(schema, 0);
    }

    /// That of the whole, else put together from those of the fields; a field that may be left out is, without one.
    private @Nullable JsonNode of(JsonNode reference, int depth) {
        JsonNode schema = resolved(reference);
        for (JsonNode holder : List.of(reference, schema)) {
            if (holder.path("examples").size() > 0) {
                return holder.path("examples").get(0);
            }
        }
        if (schema.path("enum").size() > 0) {
            return schema.path("enum").get(0);
        }
        if (depth > 4) {
            return null;
        }
        if (schema.path("type").asText().equals("array")) {
            JsonNode item = of(schema.path("items"), depth + 1);
            return item == null ? null : JSON.createArrayNode().add(item);
        }
        if (schema.path("properties").isEmpty()) {
            return null;
        }
        Set<String> required = new TreeSet<>();
        schema.path("required").forEach(name -> required.add(name.asText()));
        ObjectNode whole = JSON.createObjectNode();
        for (Map.Entry<String, JsonNode> field : schema.path("properties").properties()) {
            boolean needed = required.contains(field.getKey());
            if (!needed && !field.getValue().has("examples")) {
                continue;
            }
            JsonNode example = of(field.getValue(), depth + 1);
            if (example == null && needed) {
                return null;
            }
            if (example != null) {
                whole.set(field.getKey(), example);
            }
        }
        return whole.isEmpty() ? null : whole;
    }

    private JsonNode resolved(JsonNode schema) {
        return schema.has("$ref") ? document.at(schema.get("$ref").asText().substring(1)) : schema;
    }
}
