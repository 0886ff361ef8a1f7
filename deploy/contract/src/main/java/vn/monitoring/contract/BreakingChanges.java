package vn.monitoring.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/// What of a released contract a client can no longer rely on.
///
/// | Part | Breaking |
/// |---|---|
/// | path, operation, operationId, media type, status of success | gone |
/// | security | a role that may no longer, a token that was not asked for |
/// | parameter | newly required; gone; a narrower schema |
/// | request body | newly required; a narrower schema |
/// | request schema | a field newly required or gone, a type or value no longer taken, tighter bounds, a pattern |
/// | response schema | a field gone or no longer always there, a type or value that is new, a format that changed |
///
/// Added paths, optional fields and parameters, errors and wider bounds are not. A new value of an enum in a response
/// is breaking only where the enum is closed, which every enum here is.
public final class BreakingChanges {

    private static final List<String> UPPER_BOUNDS = List.of("maxLength", "maximum", "maxItems");
    private static final List<String> LOWER_BOUNDS = List.of("minLength", "minimum", "minItems");

    /// Whether a schema describes what clients send or what they get: the one may grow wider, the other narrower.
    private enum Side {
        REQUEST,
        RESPONSE
    }

    private record Pair(String before, String after, Side side) {}

    private final ObjectNode before;
    private final ObjectNode after;
    private final List<String> found = new ArrayList<>();
    private final Set<Pair> compared = new HashSet<>();

    private BreakingChanges(ObjectNode before, ObjectNode after) {
        this.before = before;
        this.after = after;
    }

    /// One line each, by what of the document it concerns; empty when clients of the released one still work.
    public static List<String> between(ObjectNode released, ObjectNode now) {
        BreakingChanges changes = new BreakingChanges(released, now);
        changes.comparePaths();
        return new ArrayList<>(new TreeSet<>(changes.found));
    }

    private void comparePaths() {
        each(
                before.path("paths"),
                (path, item) -> each(item, (method, operation) -> {
                    if (!operation.has("responses")) {
                        return;
                    }
                    String place = method.toUpperCase(Locale.ROOT) + " " + path;
                    JsonNode current = after.path("paths").path(path).path(method);
                    if (current.isMissingNode()) {
                        tell(place, "is gone");
                    } else {
                        compareOperation(place, operation, current);
                    }
                }));
    }

    private void compareOperation(String place, JsonNode old, JsonNode current) {
        if (!old.path("operationId").equals(current.path("operationId"))) {
            tell(
                    place,
                    "has another operationId than " + old.path("operationId").asText());
        }
        compareSecurity(place, old.path("security"), current.path("security"));
        compareParameters(place, old, current);
        compareRequest(place, old.path("requestBody"), current.path("requestBody"));
        each(old.path("responses"), (status, answer) -> {
            if (!status.startsWith("2")) {
                return;
            }
            JsonNode answered = current.path("responses").path(status);
            if (answered.isMissingNode()) {
                tell(place, "no longer answers " + status);
                return;
            }
            compareContent(
                    place + " " + status,
                    resolve(before, answer).path("content"),
                    resolve(after, answered).path("content"),
                    Side.RESPONSE);
        });
    }

    private void compareSecurity(String place, JsonNode old, JsonNode current) {
        if (old.isEmpty()) {
            if (!current.isEmpty()) {
                tell(place, "asks for a token");
            }
            return;
        }
        if (!current.isEmpty()) {
            Set<String> gone = rolesOf(old);
            gone.removeAll(rolesOf(current));
            gone.forEach(role -> tell(place, "is no longer for the role " + role));
        }
    }

    private static Set<String> rolesOf(JsonNode security) {
        Set<String> roles = new TreeSet<>();
        security.forEach(requirement -> requirement.forEach(named -> named.forEach(role -> roles.add(role.asText()))));
        return roles;
    }

    private void compareParameters(String place, JsonNode old, JsonNode current) {
        Map<String, JsonNode> known = parameters(before, old);
        Map<String, JsonNode> taken = parameters(after, current);
        known.forEach((name, parameter) -> {
            JsonNode now = taken.get(name);
            if (now == null) {
                tell(place, "no longer takes the parameter " + name);
            } else {
                compareSchemas(place + " " + name, parameter.path("schema"), now.path("schema"), Side.REQUEST);
            }
        });
        taken.forEach((name, parameter) -> {
            JsonNode earlier = known.get(name);
            if (parameter.path("required").asBoolean()
                    && (earlier == null || !earlier.path("required").asBoolean())) {
                tell(place, "needs the parameter " + name);
            }
        });
    }

    private static Map<String, JsonNode> parameters(ObjectNode document, JsonNode operation) {
        Map<String, JsonNode> parameters = new TreeMap<>();
        operation.path("parameters").forEach(declared -> {
            JsonNode parameter = resolve(document, declared);
            parameters.put(
                    parameter.path("in").asText() + " " + parameter.path("name").asText(), parameter);
        });
        return parameters;
    }

    private void compareRequest(String place, JsonNode old, JsonNode current) {
        if (current.path("required").asBoolean() && !old.path("required").asBoolean()) {
            tell(place, "needs a body");
        }
        compareContent(
                place + " body",
                resolve(before, old).path("content"),
                resolve(after, current).path("content"),
                Side.REQUEST);
    }

    private void compareContent(String place, JsonNode old, JsonNode current, Side side) {
        each(old, (type, media) -> {
            if (!current.has(type)) {
                tell(place, "no longer has " + type);
            } else {
                compareSchemas(place, media.path("schema"), current.path(type).path("schema"), side);
            }
        });
    }

    private void compareSchemas(String place, JsonNode oldSchema, JsonNode newSchema, Side side) {
        String oldName = oldSchema.path("$ref").asText();
        String newName = newSchema.path("$ref").asText();
        if (!oldName.isEmpty() && !newName.isEmpty() && !compared.add(new Pair(oldName, newName, side))) {
            return;
        }
        JsonNode old = resolve(before, oldSchema);
        JsonNode current = resolve(after, newSchema);
        String here = newName.isEmpty() ? place : newName.substring(newName.lastIndexOf('/') + 1);
        compareTypes(here, old, current, side);
        compareValues(here, old, current, side);
        if (side == Side.REQUEST) {
            compareBounds(here, old, current);
        }
        compareFields(here, old, current, side);
        if (old.has("items") && current.has("items")) {
            compareSchemas(here + "[]", old.path("items"), current.path("items"), side);
        }
        for (String combined : List.of("allOf", "anyOf", "oneOf")) {
            for (int i = 0;
                    i
                            < Math.min(
                                    old.path(combined).size(),
                                    current.path(combined).size());
                    i++) {
                compareSchemas(
                        here, old.path(combined).get(i), current.path(combined).get(i), side);
            }
        }
    }

    private void compareTypes(String place, JsonNode old, JsonNode current, Side side) {
        Set<String> oldTypes = texts(old.path("type"));
        Set<String> newTypes = texts(current.path("type"));
        if (!oldTypes.isEmpty() && !newTypes.isEmpty() || side == Side.REQUEST && !newTypes.isEmpty()) {
            Set<String> wider = side == Side.REQUEST ? oldTypes : newTypes;
            Set<String> narrower = new TreeSet<>(side == Side.REQUEST ? newTypes : oldTypes);
            if (!covers(narrower, wider)) {
                tell(place, "was " + oldTypes + " and is " + newTypes);
            }
        }
        String format = old.path("format").asText();
        if (!format.equals(current.path("format").asText()) && (side == Side.RESPONSE || current.has("format"))) {
            tell(place, "has another format than " + (format.isEmpty() ? "none" : format));
        }
    }

    /// A number is an integer's wider type.
    private static boolean covers(Set<String> types, Set<String> covered) {
        return covered.stream()
                .allMatch(type -> types.contains(type) || (type.equals("integer") && types.contains("number")));
    }

    private void compareValues(String place, JsonNode old, JsonNode current, Side side) {
        Set<String> oldValues = texts(old.path("enum"));
        Set<String> newValues = texts(current.path("enum"));
        if (side == Side.REQUEST && current.has("enum")) {
            if (!old.has("enum")) {
                tell(place, "takes only " + newValues);
            }
            oldValues.removeAll(newValues);
            oldValues.forEach(value -> tell(place, "no longer takes " + value));
        } else if (side == Side.RESPONSE && old.has("enum")) {
            newValues.removeAll(oldValues);
            newValues.forEach(value -> tell(place, "has the new value " + value));
            if (!current.has("enum")) {
                tell(place, "may have any value");
            }
        }
    }

    private void compareBounds(String place, JsonNode old, JsonNode current) {
        for (String bound : UPPER_BOUNDS) {
            if (current.has(bound)
                    && (!old.has(bound)
                            || current.path(bound).asDouble() < old.path(bound).asDouble())) {
                tell(
                        place,
                        "has the tighter " + bound + " " + current.path(bound).asText());
            }
        }
        for (String bound : LOWER_BOUNDS) {
            if (current.has(bound)
                    && current.path(bound).asDouble()
                            > (old.has(bound)
                                    ? old.path(bound).asDouble()
                                    : bound.equals("minimum") ? Double.NEGATIVE_INFINITY : 0)) {
                tell(
                        place,
                        "has the tighter " + bound + " " + current.path(bound).asText());
            }
        }
        if (current.has("pattern") && !current.path("pattern").equals(old.path("pattern"))) {
            tell(place, "has another pattern");
        }
    }

    private void compareFields(String place, JsonNode old, JsonNode current, Side side) {
        Set<String> oldRequired = texts(old.path("required"));
        Set<String> newRequired = texts(current.path("required"));
        if (side == Side.REQUEST) {
            newRequired.removeAll(oldRequired);
            newRequired.forEach(field -> tell(place, "needs the field " + field));
        } else {
            oldRequired.removeAll(newRequired);
            oldRequired.stream()
                    .filter(field -> current.path("properties").has(field))
                    .forEach(field -> tell(place, "may lack the field " + field));
        }
        each(old.path("properties"), (field, schema) -> {
            JsonNode now = current.path("properties").path(field);
            if (now.isMissingNode()) {
                tell(place, "no longer has the field " + field);
            } else {
                compareSchemas(place + "." + field, schema, now, side);
            }
        });
    }

    private static Set<String> texts(JsonNode node) {
        Set<String> texts = new TreeSet<>();
        if (node.isTextual()) {
            texts.add(node.asText());
        }
        node.forEach(element -> texts.add(element.asText()));
        return texts;
    }

    private static JsonNode resolve(ObjectNode document, JsonNode node) {
        JsonNode current = node;
        while (current.path("$ref").isTextual()) {
            current = document.at(current.path("$ref").asText().substring(1));
        }
        return current;
    }

    private static void each(JsonNode object, BiConsumer<String, JsonNode> action) {
        MergedApi.properties(object).forEach(action);
    }

    private void tell(String place, String change) {
        found.add(place + " " + change);
    }
}
