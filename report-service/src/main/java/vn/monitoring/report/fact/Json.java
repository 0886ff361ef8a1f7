package vn.monitoring.report.fact;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/// Reads members of a fact's data; an absent one and a null one are the same.
final class Json {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private Json() {}

    static JsonNode read(String json) throws JsonProcessingException {
        return MAPPER.readTree(json);
    }

    static @Nullable JsonNode node(JsonNode node, String field) {
        return node.hasNonNull(field) ? node.get(field) : null;
    }

    static @Nullable String text(JsonNode node, String field) {
        return node.hasNonNull(field) ? node.get(field).asText() : null;
    }

    /// As [#text], an empty text being none.
    static @Nullable String filled(JsonNode node, String field) {
        String value = text(node, field);
        return value == null || value.isBlank() ? null : value;
    }

    static String textOr(JsonNode node, String field, String other) {
        String value = text(node, field);
        return value == null ? other : value;
    }

    static UUID uuid(JsonNode node, String field) {
        return UUID.fromString(textOr(node, field, ""));
    }

    static @Nullable UUID optionalUuid(JsonNode node, String field) {
        String value = text(node, field);
        return value == null ? null : UUID.fromString(value);
    }

    static @Nullable LocalDate date(JsonNode node, String field) {
        String value = text(node, field);
        return value == null ? null : LocalDate.parse(value);
    }

    static @Nullable BigDecimal decimal(JsonNode node, String field) {
        return node.path(field).isNumber() ? node.get(field).decimalValue() : null;
    }

    static @Nullable Integer integer(JsonNode node, String field) {
        return node.path(field).isIntegralNumber() ? node.get(field).intValue() : null;
    }

    /// The texts of an array, or the names of its objects (`name`, else `code`).
    static List<String> texts(JsonNode node, String field) {
        return StreamSupport.stream(node.path(field).spliterator(), false)
                .map(item -> item.isObject() ? textOr(item, "name", textOr(item, "code", "")) : item.asText())
                .toList();
    }
}
