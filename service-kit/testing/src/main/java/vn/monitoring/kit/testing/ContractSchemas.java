package vn.monitoring.kit.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;

/// Checks JSON against a schema of an OpenAPI 3.1 document, which is JSON Schema 2020-12.
final class ContractSchemas {

    private ContractSchemas() {}

    /// What breaks the schema; empty when nothing does.
    static List<String> violations(JsonNode document, JsonNode schema, JsonNode value) {
        ObjectNode whole = JsonNodeFactory.instance.objectNode();
        whole.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        whole.set("components", document.path("components"));
        whole.set("allOf", whole.arrayNode().add(schema));
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(whole.toString(), InputFormat.JSON)
                .validate(value.toString(), InputFormat.JSON)
                .stream()
                .map(Object::toString)
                .toList();
    }
}
