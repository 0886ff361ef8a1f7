package vn.monitoring.hostile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.monitoring.hostile.Contract.Operation;
import vn.monitoring.hostile.Contract.Parameter;
import vn.monitoring.hostile.Values.Value;

/// The hostile requests to one operation: each parameter, each field of the body, each header, and the body as a whole.
public final class Attacks {

    private static final String HERE = "@@here@@";
    private static final List<String> HEADERS = List.of(
            "Accept",
            "Accept-Language",
            "Range",
            "If-Match",
            "If-None-Match",
            "If-Modified-Since",
            "Idempotency-Key",
            "Last-Event-ID",
            "X-Request-Id",
            "traceparent",
            "Cookie",
            "X-Forwarded-For",
            "Origin");

    /// An operation gets every third value of the headers, the next one others.
    private static final int EVERY_HEADER_AT = 3;

    private static final Map<String, String> LARGE_HEADER = Map.of("X-Long", "x".repeat(1 << 20));
    private static final Map<String, String> MANY_HEADERS = manyHeaders();

    private final Messages messages;
    private final Marks marks;
    private final List<Draft> drafts = new ArrayList<>();

    /// @param known values for parameters and fields by their name, or by their place (`/api/v1/plans/{id}`)
    /// @param givenBody the usual body, where the document's examples are not enough
    public Attacks(
            Contract contract,
            Operation operation,
            Map<String, String> known,
            @Nullable String givenBody,
            Marks marks,
            Door door) {
        this.messages = new Messages(contract, operation, known, givenBody, door);
        this.marks = marks;
    }

    private static Map<String, String> manyHeaders() {
        Map<String, String> many = new LinkedHashMap<>();
        for (int i = 0; i < 5_000; i++) {
            many.put("X-" + i, "1");
        }
        return many;
    }

    /// The request that a decent client sends.
    public Attack usual() {
        return messages.write("usual").attack();
    }

    /// All hostile requests, always in the same order.
    public List<Draft> drafts() {
        if (drafts.isEmpty()) {
            parameters();
            headers();
            addresses();
            JsonNode body = messages.body();
            JsonNode schema = messages.operation().bodies().get(Messages.JSON_TYPE);
            if (body != null && schema != null) {
                fields(body, messages.contract().example("", schema));
                wholeBodies(body);
            }
            foreignBodies();
        }
        return List.copyOf(drafts);
    }

    private void parameters() {
        for (Parameter parameter : messages.operation().parameters()) {
            List<Value> values = new ArrayList<>();
            switch (parameter.in()) {
                case "path" -> values.addAll(Values.inAddress());
                case "query" -> {
                    values.addAll(parameter.name().equals("cursor") ? Values.cursors() : Values.inAddress());
                    values.add(new Value("empty", "", false));
                    values.add(new Value("twice", "§&" + Messages.encoded(parameter.name()) + "=§", false));
                }
                default -> {}
            }
            values.forEach(value -> parameter(parameter, value));
        }
    }

    private void parameter(Parameter parameter, Value value) {
        String mark = marks.next();
        String raw = value.raw().replace(Values.MARK, mark);
        Map<String, String> hostile = messages.path();
        String query = "";
        boolean inPath = parameter.in().equals("path");
        if (inPath) {
            hostile.put(parameter.name(), raw);
        } else {
            query = Messages.encoded(parameter.name()) + "=" + raw;
        }
        String target = messages.target(hostile, query);
        String what = parameter.in() + " " + parameter.name() + ": " + value.name();
        drafts.add(new Draft(what, value.refused(), () -> {
            Messages.Writing writing = messages.write(what)
                    .refused(value.refused())
                    .marked(mark, "")
                    .to(target);
            return (inPath ? writing.elsewhere() : writing).attack();
        }));
    }

    private void headers() {
        int turn = messages.operation().toString().hashCode();
        for (String name : HEADERS) {
            for (Value value : Values.inHeader(name)) {
                turn++;
                if (Math.floorMod(turn, EVERY_HEADER_AT) == 0) {
                    header(name, value);
                }
            }
        }
    }

    private void header(String name, Value value) {
        String mark = marks.next();
        String what = "header " + name + ": " + value.name();
        drafts.add(new Draft(
                what,
                false,
                () -> messages.write(what)
                        .marked(mark, "")
                        .headers(Map.of(name, value.raw().replace(Values.MARK, mark)))
                        .attack()));
    }

    /// Paths that lead to the operation by a side door, or past it.
    private void addresses() {
        String usual = messages.usualTarget();
        Map<String, String> targets = new LinkedHashMap<>();
        targets.put("slash before", "/" + usual);
        targets.put("slash behind", usual + "/");
        targets.put("double slashes", usual.replace("/", "//"));
        targets.put("dots", usual.replace("/api/v1", "/api/./v1/../v1"));
        targets.put("encoded dots", usual.replace("/api/v1", "/api/v1/%2e%2e/v1"));
        targets.put("encoded slash", usual.replaceFirst("/v1/", "/v1%2f"));
        targets.put("semicolon", usual.replace("/api/v1", "/api;a=b/v1;c"));
        targets.put("end of line", usual + "%0d%0aX-Injected:%20yes");
        targets.put("NUL behind", usual + "%00");
        targets.put("fragment", usual + "#x");
        targets.put("many parameters", usual + "?" + "a=1&".repeat(900));
        targets.put("long query", usual + "?q=" + "x".repeat(20_000));
        targets.put("long path", usual + "/" + "x".repeat(20_000));
        targets.put("enormous query", usual + "?q=" + "x".repeat(60_000));
        targets.put("unknown parameter", usual + "?x[a][b]=1&=&&%00=1&__proto__=1");
        targets.put("whole address", "http://evil.example" + usual);
        targets.put("ends in %", usual + "?%");
        targets.forEach((what, target) -> drafts.add(new Draft(
                "address: " + what,
                false,
                () -> messages.write("address: " + what).elsewhere().to(target).attack())));
        drafts.add(new Draft(
                "a header of 1 MB",
                true,
                () -> messages.write("a header of 1 MB")
                        .refused(true)
                        .headers(LARGE_HEADER)
                        .attack()));
        drafts.add(new Draft(
                "5,000 headers",
                true,
                () -> messages.write("5,000 headers")
                        .refused(true)
                        .headers(MANY_HEADERS)
                        .attack()));
    }

    /// @param full with all fields, where the usual body has only some
    private void fields(JsonNode usual, JsonNode full) {
        List<String> places = new ArrayList<>();
        places(full, "", places);
        places.removeIf(
                place -> usual.at(place.substring(0, place.lastIndexOf('/'))).isMissingNode());
        for (String place : places) {
            for (Value value : Values.inJson()) {
                field(usual, place, value);
            }
        }
    }

    private void field(JsonNode usual, String place, Value value) {
        String mark = marks.next();
        String what = "body " + place + ": " + value.name();
        drafts.add(new Draft(what, value.refused(), () -> {
            JsonNode copy = usual.deepCopy();
            put(copy, place);
            String raw = Values.utf8(copy.toString())
                    .replace('"' + HERE + '"', value.raw().replace(Values.MARK, mark));
            String sent =
                    value.name().startsWith("text ") ? value.name().substring(5).replace(Values.MARK, mark) : "";
            return messages.write(what)
                    .refused(value.refused())
                    .marked(mark, sent)
                    .body(Messages.JSON_TYPE, raw)
                    .attack();
        }));
    }

    private static void places(JsonNode node, String place, List<String> places) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(field -> {
                places.add(place + "/" + field.getKey());
                places(field.getValue(), place + "/" + field.getKey(), places);
            });
        } else if (node instanceof ArrayNode array && !array.isEmpty()) {
            places.add(place + "/0");
            places(array.get(0), place + "/0", places);
        }
    }

    private static void put(JsonNode root, String place) {
        int last = place.lastIndexOf('/');
        JsonNode parent = root.at(place.substring(0, last));
        if (parent instanceof ObjectNode object) {
            object.put(place.substring(last + 1), HERE);
        } else if (parent instanceof ArrayNode array && !array.isEmpty()) {
            array.set(0, HERE);
        }
    }

    /// The whole body is not what it should be.
    private void wholeBodies(JsonNode usual) {
        String json = Values.utf8(usual.toString());
        Bodies.refused(usual, json).forEach((what, raw) -> whole(what, true, Messages.JSON_TYPE, raw, Map.of()));
        whole("null", false, Messages.JSON_TYPE, "null", Map.of());
        whole("empty", false, Messages.JSON_TYPE, "", Map.of());
        whole("blank", false, Messages.JSON_TYPE, "  \n", Map.of());
        whole("said to be compressed", true, Messages.JSON_TYPE, json, Map.of("Content-Encoding", "gzip"));
        for (String type : Bodies.TYPES) {
            whole("as " + (type.length() > 60 ? "a long type" : type), false, type, json, Map.of());
        }
        whole("of no type", false, null, json, Map.of());
        framed(json);
    }

    private void whole(String what, boolean refused, @Nullable String type, String raw, Map<String, String> headers) {
        String mark = marks.next();
        String name = "body " + what;
        drafts.add(new Draft(
                name,
                refused,
                () -> messages.write(name)
                        .refused(refused)
                        .marked(mark, "")
                        .headers(headers)
                        .body(type, raw.replace(Values.MARK, mark))
                        .attack()));
    }

    /// Lengths and chunks that do not fit.
    private void framed(String json) {
        String start = "%s %s HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                .formatted(messages.operation().method(), messages.usualTarget());
        Bodies.framings(json).forEach((what, rest) -> {
            boolean refused = !what.equals("length and chunks");
            drafts.add(new Draft(
                    "framing: " + what,
                    refused,
                    () -> new Attack(
                            "framing: " + what,
                            (start + rest).getBytes(StandardCharsets.ISO_8859_1),
                            refused,
                            true,
                            false,
                            "",
                            "")));
        });
    }

    /// Bodies of the other kinds that the operation takes, and a body where it takes none.
    private void foreignBodies() {
        Map<String, JsonNode> bodies = messages.operation().bodies();
        for (String type : bodies.keySet()) {
            if (type.startsWith("multipart/")) {
                Forms.hostile().forEach((what, form) -> whole(what, true, Forms.TYPE, form, Map.of()));
            } else if (!type.equals(Messages.JSON_TYPE)) {
                Forms.rows().forEach((what, rows) -> whole(type + " " + what, false, type, rows, Map.of()));
            }
        }
        if (bodies.isEmpty()) {
            drafts.add(new Draft(
                    "body where none is expected",
                    false,
                    () -> messages.write("body where none is expected")
                            .elsewhere()
                            .body(Messages.JSON_TYPE, Bodies.ARRAYS)
                            .attack()));
        }
    }
}
