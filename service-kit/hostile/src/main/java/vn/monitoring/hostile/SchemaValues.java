package vn.monitoring.hostile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Values on both sides of what a schema allows, and the texts, days and numbers that fit but are seldom tried.
final class SchemaValues {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int MOST_NAMES = 12;
    private static final int LONGEST_TEXT = 100_000;

    private final Contract contract;

    SchemaValues(Contract contract) {
        this.contract = contract;
    }

    /// @param refused whether the schema says that it does not fit
    record Sample(String name, JsonNode value, boolean refused) {}

    /// @param usual a value that fits, from which others are made
    List<Sample> around(JsonNode unresolved, JsonNode usual) {
        JsonNode schema = contract.resolve(unresolved);
        if (schema.path("enum").has(0)) {
            return named(schema);
        }
        return switch (Contract.typeOf(schema)) {
            case "string" -> texts(schema);
            case "integer", "number" -> numbers(schema);
            case "boolean" ->
                List.of(
                        sample("true", JSON.booleanNode(true)),
                        sample("false", JSON.booleanNode(false)),
                        outside("perhaps", JSON.textNode("perhaps")));
            case "array" -> arrays(schema, usual);
            default -> List.of();
        };
    }

    private static Sample sample(String name, JsonNode value) {
        return new Sample(name, value, false);
    }

    private static Sample outside(String name, JsonNode value) {
        return new Sample(name, value, true);
    }

    private static List<Sample> named(JsonNode schema) {
        List<Sample> samples = new ArrayList<>();
        for (JsonNode name : schema.path("enum")) {
            if (samples.size() < MOST_NAMES && !name.isNull()) {
                samples.add(sample("the name " + name.asText(), name));
            }
        }
        samples.add(outside("a name that is none", JSON.textNode("NO_SUCH_NAME")));
        samples.add(outside(
                "a name and more",
                JSON.textNode(schema.path("enum").path(0).asText().toLowerCase(Locale.ROOT) + "_")));
        return samples;
    }

    private static List<Sample> texts(JsonNode schema) {
        List<Sample> samples = new ArrayList<>();
        switch (schema.path("format").asText()) {
            case "date" -> {
                for (String day : List.of("2024-02-29", "2026-12-31", "2025-01-01", "2030-06-30")) {
                    samples.add(sample("the day " + day, JSON.textNode(day)));
                }
                for (String none :
                        List.of("2025-02-30", "2025-02-29", "2026-13-01", "31/12/2026", "2026-2-1", "today")) {
                    samples.add(outside("the day " + none, JSON.textNode(none)));
                }
            }
            case "date-time" -> {
                samples.add(sample("a moment with an offset", JSON.textNode("2026-06-30T08:00:00.123456+07:00")));
                for (String none : List.of("2026-06-30T25:00:00Z", "2026-02-30T00:00:00Z", "now")) {
                    samples.add(outside("the moment " + none, JSON.textNode(none)));
                }
            }
            case "uuid" -> {
                samples.add(sample("an id of nothing", JSON.textNode("00000000-0000-0000-0000-000000000000")));
                samples.add(sample("an id in capitals", JSON.textNode("0199C2A4-7B1E-7CC2-9D63-0D8F5B2C7A11")));
                samples.add(outside("no id", JSON.textNode("0199c2a4-7b1e-7cc2-9d63-0d8f5b2c7a1g")));
            }
            default -> lengths(schema, samples);
        }
        return samples;
    }

    private static void lengths(JsonNode schema, List<Sample> samples) {
        int shortest = schema.path("minLength").asInt(0);
        int longest = schema.path("maxLength").asInt(0);
        if (shortest > 0) {
            samples.add(sample("as short as may be", JSON.textNode("a".repeat(shortest))));
            samples.add(outside("too short", JSON.textNode("a".repeat(shortest - 1))));
        }
        if (longest > 0 && longest <= LONGEST_TEXT) {
            samples.add(sample("as long as may be", JSON.textNode("ă".repeat(longest))));
            samples.add(outside("too long", JSON.textNode("a".repeat(longest + 1))));
        }
        if (schema.path("pattern").asText().equals("\\S")) {
            samples.add(outside("blank", JSON.textNode("  ")));
        }
    }

    private static List<Sample> numbers(JsonNode schema) {
        List<Sample> samples = new ArrayList<>();
        BigDecimal step = schema.path("type").toString().contains("integer") ? BigDecimal.ONE : new BigDecimal("0.01");
        if (schema.has("minimum")) {
            BigDecimal least = schema.path("minimum").decimalValue();
            samples.add(sample("the least", JSON.numberNode(least)));
            samples.add(outside("below the least", JSON.numberNode(least.subtract(step))));
        }
        if (schema.has("maximum")) {
            BigDecimal most = schema.path("maximum").decimalValue();
            samples.add(sample("the most", JSON.numberNode(most)));
            samples.add(outside("above the most", JSON.numberNode(most.add(step))));
        }
        for (String number : List.of("0", "1", "-1", "99999999")) {
            samples.add(sample("the number " + number, JSON.numberNode(new BigDecimal(number))));
        }
        samples.add(outside("no number", JSON.textNode("seven")));
        return samples;
    }

    private List<Sample> arrays(JsonNode schema, JsonNode usual) {
        List<Sample> samples = new ArrayList<>();
        int fewest = schema.path("minItems").asInt(0);
        samples.add(new Sample("no items", JSON.arrayNode(), fewest > 0));
        if (usual.has(0)) {
            samples.add(
                    sample("an item twice", JSON.arrayNode().add(usual.get(0)).add(usual.get(0))));
            int most = schema.path("maxItems").asInt(0);
            if (most > 0 && most <= LONGEST_TEXT) {
                ArrayNode many = JSON.arrayNode();
                for (int i = 0; i <= most; i++) {
                    many.add(usual.get(0));
                }
                samples.add(outside("too many items", many));
            }
        }
        samples.add(outside("a text for a list", JSON.textNode("§")));
        return samples;
    }
}
