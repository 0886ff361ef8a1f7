package vn.monitoring.hostile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.monitoring.hostile.Contract.Operation;
import vn.monitoring.hostile.Contract.Parameter;
import vn.monitoring.hostile.SchemaValues.Sample;

/// Requests that an operation's own document describes: valid ones in many combinations, and those just beyond what its
/// schemas allow.
public final class Boundaries {

    private static final int DEEPEST = 3;
    private static final int LONG_ENOUGH = 100;

    private final Messages messages;
    private final Marks marks;
    private final SchemaValues values;
    private final List<Draft> drafts = new ArrayList<>();

    /// As [Attacks].
    public Boundaries(
            Contract contract,
            Operation operation,
            Map<String, String> known,
            @Nullable String givenBody,
            Marks marks,
            Door door) {
        this.messages = new Messages(contract, operation, known, givenBody, door);
        this.marks = marks;
        this.values = new SchemaValues(contract);
    }

    /// One value at a time beside or just beyond a limit, always in the same order.
    public List<Draft> drafts() {
        if (drafts.isEmpty()) {
            messages.operation().parameters().stream()
                    .filter(parameter -> parameter.in().equals("query"))
                    .forEach(this::parameter);
            JsonNode body = messages.body();
            JsonNode schema = messages.operation().bodies().get(Messages.JSON_TYPE);
            if (body instanceof ObjectNode object && schema != null) {
                fields(object, schema, "", 0);
            }
        }
        return List.copyOf(drafts);
    }

    /// A valid request, with parameters and fields left out and varied by chance.
    public Attack combination(Random chance) {
        StringBuilder query = new StringBuilder();
        for (Parameter parameter : messages.operation().parameters()) {
            if (parameter.in().equals("query") && !parameter.name().equals("cursor") && chance.nextInt(3) == 0) {
                JsonNode usual = messages.contract().example(parameter.name(), parameter.schema());
                query.append(query.isEmpty() ? "" : "&")
                        .append(Messages.encoded(parameter.name()))
                        .append('=')
                        .append(Messages.encoded(
                                varied(parameter.schema(), usual, chance).asText()));
            }
        }
        Messages.Writing writing = messages.write("combination")
                .to(messages.target(messages.path(), query.toString()))
                .marked(marks.next(), "");
        JsonNode body = messages.body();
        JsonNode schema = messages.operation().bodies().get(Messages.JSON_TYPE);
        if (body instanceof ObjectNode object && schema != null) {
            writing.body(
                    Messages.JSON_TYPE,
                    Values.utf8(combined(object, schema, chance).toString()));
        }
        return writing.attack();
    }

    private ObjectNode combined(ObjectNode usual, JsonNode unresolved, Random chance) {
        JsonNode schema = messages.contract().resolve(unresolved);
        Set<String> required = required(schema);
        ObjectNode body = usual.deepCopy();
        schema.path("properties").properties().forEach(property -> {
            String name = property.getKey();
            JsonNode value = usual.get(name);
            if (value != null && isFreeText(name, property.getValue()) && chance.nextBoolean()) {
                body.put(name, value.asText() + ' ' + marks.next());
            } else if (!required.contains(name) && chance.nextInt(3) == 0) {
                body.remove(name);
            } else if (value != null && value.isValueNode() && !messages.isKnown(name) && chance.nextInt(3) == 0) {
                body.set(name, varied(property.getValue(), value, chance));
            }
        });
        return body;
    }

    /// Whether any text does: names and numbers of documents that have to differ from each other are among them.
    private boolean isFreeText(String name, JsonNode unresolved) {
        JsonNode schema = messages.contract().resolve(unresolved);
        return Contract.typeOf(schema).equals("string")
                && !schema.has("enum")
                && !schema.has("format")
                && schema.path("maxLength").asInt(LONG_ENOUGH) >= LONG_ENOUGH
                && Set.of("", "\\S").contains(schema.path("pattern").asText())
                && !messages.isKnown(name)
                && !name.matches(".*(Code|Codes|period|url|raw|timing|reading)");
    }

    private JsonNode varied(JsonNode schema, JsonNode usual, Random chance) {
        List<Sample> fitting = values.around(schema, usual).stream()
                .filter(sample -> !sample.refused())
                .toList();
        return fitting.isEmpty() || chance.nextBoolean()
                ? usual
                : fitting.get(chance.nextInt(fitting.size())).value();
    }

    private void parameter(Parameter parameter) {
        JsonNode usual = messages.contract().example(parameter.name(), parameter.schema());
        for (Sample sample : values.around(parameter.schema(), usual)) {
            boolean list = Contract.typeOf(parameter.schema()).equals("array");
            if (!list && sample.value().isValueNode()) {
                String what = "query " + parameter.name() + ": " + sample.name();
                String target = messages.target(
                        messages.path(),
                        Messages.encoded(parameter.name())
                                + '='
                                + Messages.encoded(sample.value().asText()));
                drafts.add(new Draft(
                        what,
                        sample.refused(),
                        () -> messages.write(what)
                                .refused(sample.refused())
                                .to(target)
                                .attack()));
            }
        }
    }

    private void fields(ObjectNode usual, JsonNode unresolved, String place, int depth) {
        JsonNode schema = messages.contract().resolve(unresolved);
        Set<String> required = required(schema);
        schema.path("properties").properties().forEach(property -> {
            String name = property.getKey();
            JsonNode present = usual.get(name);
            JsonNode value = present == null ? messages.contract().example(name, property.getValue()) : present;
            String at = place + '/' + name;
            boolean needed = required.contains(name);
            if (present != null) {
                change(at + ": absent", needed, body -> parent(body, place).remove(name));
            }
            change(
                    at + ": null",
                    needed && !isNullable(property.getValue()),
                    body -> parent(body, place).putNull(name));
            for (Sample sample : values.around(property.getValue(), value)) {
                change(
                        at + ": " + sample.name(),
                        sample.refused(),
                        body -> parent(body, place).set(name, sample.value()));
            }
            if (present instanceof ObjectNode object && depth < DEEPEST) {
                fields(object, property.getValue(), at, depth + 1);
            }
        });
        change(place + ": an unknown field", true, body -> parent(body, place).put("noSuchField", 1));
    }

    private interface Change {
        void make(ObjectNode body);
    }

    private void change(String where, boolean refused, Change change) {
        String what = "body " + where;
        String mark = marks.next();
        drafts.add(new Draft(what, refused, () -> {
            ObjectNode body =
                    (ObjectNode) Objects.requireNonNull(messages.body()).deepCopy();
            change.make(body);
            return messages.write(what)
                    .refused(refused)
                    .marked(mark, "")
                    .body(Messages.JSON_TYPE, Values.utf8(body.toString()).replace(Values.MARK, mark))
                    .attack();
        }));
    }

    private static ObjectNode parent(ObjectNode body, String place) {
        return (ObjectNode) body.at(place);
    }

    private static Set<String> required(JsonNode schema) {
        Set<String> required = new TreeSet<>();
        schema.path("required").forEach(name -> required.add(name.asText()));
        return required;
    }

    private static boolean isNullable(JsonNode schema) {
        return schema.toString().contains("\"null\"");
    }
}
