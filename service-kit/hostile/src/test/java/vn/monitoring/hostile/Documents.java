package vn.monitoring.hostile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;

/// A small OpenAPI document with a list and something to write.
final class Documents {

    private static final String NOTES = """
            {"paths": {
              "/api/v1/notes": {
                "get": {"operationId": "listNotes",
                  "parameters": [
                    {"name": "limit", "in": "query", "schema": {"type": "integer", "minimum": 1, "maximum": 200}},
                    {"name": "from", "in": "query", "schema": {"type": "string", "format": "date"}}],
                  "responses": {"200": {}, "400": {}}, "security": [{"accessToken": ["reporter"]}]}},
              "/api/v1/notes/{id}": {
                "put": {"operationId": "writeNote",
                  "parameters": [{"name": "id", "in": "path", "required": true, "schema": {"type": "string", "format": "uuid"}}],
                  "requestBody": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Note"}}}},
                  "responses": {"200": {}, "404": {}}, "security": [{"accessToken": ["reporter", "leader"]}]}}},
             "components": {"schemas": {"Note": {"type": "object", "required": ["text"], "properties": {
               "text": {"type": "string", "minLength": 1, "maxLength": 5, "examples": ["ghi"]},
               "kind": {"type": "string", "enum": ["PUBLIC", "OWN"]},
               "share": {"type": "number", "minimum": 0, "maximum": 100},
               "on": {"type": ["string", "null"], "format": "date"}}}}}}""";

    private Documents() {}

    static Contract notes(Map<String, String> known) {
        try {
            return new Contract(new ObjectMapper().readTree(NOTES), known);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
