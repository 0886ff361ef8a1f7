package vn.monitoring.kit.testing.hostile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.testing.hostile.Contract.Operation;
import vn.monitoring.kit.testing.hostile.Contract.Parameter;
import vn.monitoring.kit.testing.hostile.Values.Value;

/// The hostile requests to one operation: each parameter, each field of the body, each header, and the body as a whole.
final class Attacks {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String HERE = "@@here@@";
    private static final AtomicInteger NUMBER = new AtomicInteger();
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

    private final Contract contract;
    private final Operation operation;
    private final Map<String, String> known;
    private final String token;
    private final Map<String, String> path = new LinkedHashMap<>();
    private final @Nullable JsonNode body;

    Attacks(
            Contract contract,
            Operation operation,
            Map<String, String> known,
            @Nullable String givenBody,
            String token) {
        this.contract = contract;
        this.operation = operation;
        this.known = known;
        this.token = token;
        for (Parameter parameter : operation.parameters()) {
            if (parameter.in().equals("path")) {
                path.put(parameter.name(), encoded(pathValue(parameter)));
            }
        }
        this.body = body(givenBody);
    }

    Operation operation() {
        return operation;
    }

    private @Nullable JsonNode body(@Nullable String given) {
        JsonNode schema = operation.bodies().get("application/json");
        if (schema == null) {
            return null;
        }
        try {
            return given == null ? contract.example("", schema) : JSON.readTree(given);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String pathValue(Parameter parameter) {
        String place = operation.path().substring(0, operation.path().indexOf('{' + parameter.name() + '}'))
                + '{'
                + parameter.name()
                + '}';
        String value = known.get(place);
        return value == null
                ? contract.example(parameter.name(), parameter.schema()).asText()
                : value;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /// The request that a decent client sends.
    Attack usual() {
        return attack("usual", false, "", "", target(path, ""), Map.of(), usualType(), usualBody());
    }

    private @Nullable String usualType() {
        return body != null
                ? "application/json"
                : operation.bodies().keySet().stream().findFirst().orElse(null);
    }

    private String usualBody() {
        return body == null ? "" : Values.utf8(body.toString());
    }

    void each(Consumer<Attack> sending) {
        parameters(sending);
        headers(sending);
        addresses(sending);
        if (body != null) {
            fields(body, sending);
            wholeBodies(body, sending);
        }
        foreignBodies(sending);
    }

    private void parameters(Consumer<Attack> sending) {
        for (Parameter parameter : operation.parameters()) {
            List<Value> values = new ArrayList<>();
            switch (parameter.in()) {
                case "path" -> values.addAll(Values.inAddress());
                case "query" -> {
                    values.addAll(parameter.name().equals("cursor") ? Values.cursors() : Values.inAddress());
                    values.add(new Value("empty", "", false));
                    values.add(new Value("twice", "§&" + encoded(parameter.name()) + "=§", false));
                }
                default -> {}
            }
            for (Value value : values) {
                String mark = mark();
                String raw = value.raw().replace(Values.MARK, mark);
                Map<String, String> hostile = new LinkedHashMap<>(path);
                String query = "";
                if (parameter.in().equals("path")) {
                    hostile.put(parameter.name(), raw);
                } else {
                    query = encoded(parameter.name()) + "=" + raw;
                }
                sending.accept(attack(
                        parameter.in() + " " + parameter.name() + ": " + value.name(),
                        value.refused(),
                        mark,
                        "",
                        target(hostile, query),
                        Map.of(),
                        usualType(),
                        usualBody()));
            }
        }
    }

    private void headers(Consumer<Attack> sending) {
        int turn = operation.toString().hashCode();
        for (String name : HEADERS) {
            for (Value value : Values.inHeader(name)) {
                turn++;
                if (Math.floorMod(turn, EVERY_HEADER_AT) != 0) {
                    continue;
                }
                String mark = mark();
                sending.accept(attack(
                        "header " + name + ": " + value.name(),
                        false,
                        mark,
                        "",
                        target(path, ""),
                        Map.of(name, value.raw().replace(Values.MARK, mark)),
                        usualType(),
                        usualBody()));
            }
        }
    }

    /// Paths that lead to the operation by a side door, or past it.
    private void addresses(Consumer<Attack> sending) {
        String usual = target(path, "");
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
        targets.forEach((what, target) -> sending.accept(
                attack("address: " + what, false, mark(), "", target, Map.of(), usualType(), usualBody())));
        sending.accept(attack(
                "a header of 1 MB",
                true,
                mark(),
                "",
                usual,
                Map.of("X-Long", "x".repeat(1 << 20)),
                usualType(),
                usualBody()));
        Map<String, String> many = new LinkedHashMap<>();
        for (int i = 0; i < 5_000; i++) {
            many.put("X-" + i, "1");
        }
        sending.accept(attack("5,000 headers", true, mark(), "", usual, many, usualType(), usualBody()));
    }

    private void fields(JsonNode usual, Consumer<Attack> sending) {
        List<String> places = new ArrayList<>();
        places(usual, "", places);
        for (String place : places) {
            for (Value value : Values.inJson()) {
                String mark = mark();
                JsonNode copy = usual.deepCopy();
                put(copy, place);
                String raw = Values.utf8(copy.toString())
                        .replace('"' + HERE + '"', value.raw().replace(Values.MARK, mark));
                sending.accept(attack(
                        "body " + place + ": " + value.name(),
                        value.refused(),
                        mark,
                        value.name().startsWith("text ")
                                ? value.name().substring(5).replace(Values.MARK, mark)
                                : "",
                        target(path, ""),
                        Map.of(),
                        "application/json",
                        raw));
            }
        }
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
        } else if (parent instanceof ArrayNode array) {
            array.set(0, HERE);
        }
    }

    /// The whole body is not what it should be.
    private void wholeBodies(JsonNode usual, Consumer<Attack> sending) {
        String json = Values.utf8(usual.toString());
        Map<String, String> refused = new LinkedHashMap<>();
        refused.put("cut off", json.substring(0, Math.max(1, json.length() - 1)));
        refused.put("no JSON", "hello");
        refused.put("only a brace", "{");
        refused.put("100,000 levels", "[".repeat(100_000));
        refused.put("100,000 levels, closed", "[".repeat(100_000) + "]".repeat(100_000));
        refused.put("100,000 objects", "{\"a\":".repeat(100_000));
        refused.put("more behind", json + " {}");
        refused.put("NUL behind", json + "\u0000");
        refused.put(
                "UTF-16",
                new String(usual.toString().getBytes(StandardCharsets.UTF_16), StandardCharsets.ISO_8859_1) + "\u0000");
        refused.put("a text", "\"§\"");
        refused.put("an array", "[1,2]");
        refused.put("a number", "1e999999999");
        refused.put("XML", "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>");
        if (usual instanceof ObjectNode object && !object.isEmpty()) {
            Map.Entry<String, JsonNode> first = object.properties().iterator().next();
            refused.put(
                    "a field twice",
                    "{\"" + first.getKey() + "\":"
                            + Values.utf8(first.getValue().toString()) + "," + json.substring(1));
            refused.put("an unknown field", "{\"__proto__\":{\"admin\":true}," + json.substring(1));
            refused.put("an unknown field with NUL", "{\"a\\u0000\":1," + json.substring(1));
            refused.put("100,000 unknown fields", "{" + "\"a\":1,".repeat(100_000) + json.substring(1));
            refused.put("a name of 200,000 characters", "{\"" + "n".repeat(200_000) + "\":1," + json.substring(1));
            refused.put(
                    "levels in an unknown field",
                    "{\"deep\":" + "[".repeat(100_000) + "]".repeat(100_000) + "," + json.substring(1));
        }
        refused.forEach((what, raw) -> whole(what, true, "application/json", raw, Map.of(), sending));
        whole("null", false, "application/json", "null", Map.of(), sending);
        whole("empty", false, "application/json", "", Map.of(), sending);
        whole("blank", false, "application/json", "  \n", Map.of(), sending);
        whole("said to be compressed", true, "application/json", json, Map.of("Content-Encoding", "gzip"), sending);
        whole("said to be UTF-16", false, "application/json;charset=UTF-16", json, Map.of(), sending);
        whole("of an unknown charset", false, "application/json;charset=klingon", json, Map.of(), sending);
        whole("of a charset with NUL", false, "application/json;charset=\"§\u0001\"", json, Map.of(), sending);
        for (String type : List.of(
                "text/plain",
                "application/xml",
                "application/x-www-form-urlencoded",
                "multipart/form-data",
                "multipart/form-data;boundary=x",
                "application/octet-stream",
                "*/*",
                "json",
                "/",
                ";;;",
                "application/json, text/html",
                "application/" + "x".repeat(3_000))) {
            whole("as " + (type.length() > 60 ? "a long type" : type), false, type, json, Map.of(), sending);
        }
        whole("of no type", false, null, json, Map.of(), sending);
        framed(json, sending);
    }

    private void whole(
            String what,
            boolean refused,
            @Nullable String type,
            String raw,
            Map<String, String> headers,
            Consumer<Attack> sending) {
        String mark = mark();
        sending.accept(attack(
                "body " + what, refused, mark, "", target(path, ""), headers, type, raw.replace(Values.MARK, mark)));
    }

    /// Lengths and chunks that do not fit.
    private void framed(String json, Consumer<Attack> sending) {
        String head = operation.method() + " " + target(path, "") + " HTTP/1.1\r\nHost: localhost\r\n" + authorization()
                + "Content-Type: application/json\r\n";
        Map<String, String> messages = new LinkedHashMap<>();
        messages.put(
                "chunks that are none", head + "Transfer-Encoding: chunked\r\n\r\nzz\r\n" + json + "\r\n0\r\n\r\n");
        messages.put("a negative chunk", head + "Transfer-Encoding: chunked\r\n\r\n-1\r\n" + json + "\r\n0\r\n\r\n");
        messages.put(
                "an enormous chunk",
                head + "Transfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\n" + json + "\r\n0\r\n\r\n");
        messages.put("a length that is none", head + "Content-Length: abc\r\n\r\n" + json);
        messages.put("a negative length", head + "Content-Length: -5\r\n\r\n" + json);
        messages.put("two lengths", head + "Content-Length: 3\r\nContent-Length: 5\r\n\r\n" + json);
        messages.put("length and chunks", head + "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n");
        messages.put("too short a length", head + "Content-Length: 1\r\nConnection: close\r\n\r\n" + json);
        messages.put("an enormous length", head + "Content-Length: 99999999999\r\n\r\n" + json);
        messages.put("40 MB", head + "Content-Length: 41943040\r\n\r\n" + json);
        messages.forEach((what, message) -> sending.accept(new Attack(
                "framing: " + what,
                message.getBytes(StandardCharsets.ISO_8859_1),
                !what.equals("length and chunks"),
                true,
                "",
                "")));
    }

    /// Bodies of the other kinds that the operation takes, and a body where it takes none.
    private void foreignBodies(Consumer<Attack> sending) {
        for (String type : operation.bodies().keySet()) {
            if (type.startsWith("multipart/")) {
                Forms.hostile().forEach((what, form) -> whole(what, true, Forms.TYPE, form, Map.of(), sending));
            } else if (!type.equals("application/json")) {
                Forms.rows().forEach((what, rows) -> whole(type + " " + what, false, type, rows, Map.of(), sending));
            }
        }
        if (operation.bodies().isEmpty()) {
            whole("where none is expected", false, "application/json", "[".repeat(100_000), Map.of(), sending);
        }
    }

    private String target(Map<String, String> values, String query) {
        String target = operation.path();
        for (Map.Entry<String, String> value : values.entrySet()) {
            target = target.replace('{' + value.getKey() + '}', value.getValue());
        }
        List<String> parts = new ArrayList<>();
        if (!query.isEmpty()) {
            parts.add(query);
        }
        for (Parameter parameter : operation.parameters()) {
            String name = encoded(parameter.name());
            String usual = known.get(operation.id() + "?" + parameter.name());
            if (usual == null
                    && (parameter.required()
                            || parameter.schema().path("pattern").asText().equals("\\S"))) {
                usual = contract.example(parameter.name(), parameter.schema()).asText();
            }
            if (parameter.in().equals("query") && usual != null && !query.startsWith(name + "=")) {
                parts.add(name + "=" + encoded(usual));
            }
        }
        return parts.isEmpty() ? target : target + "?" + String.join("&", parts);
    }

    private String authorization() {
        return token.isEmpty() ? "" : "Authorization: Bearer " + token + "\r\n";
    }

    private Attack attack(
            String what,
            boolean refused,
            String mark,
            String sent,
            String target,
            Map<String, String> headers,
            @Nullable String type,
            String raw) {
        StringBuilder message = new StringBuilder()
                .append(operation.method())
                .append(' ')
                .append(target)
                .append(" HTTP/1.1\r\nHost: localhost\r\n")
                .append(authorization());
        headers.forEach(
                (name, value) -> message.append(name).append(": ").append(value).append("\r\n"));
        if (type != null && operation.writes()) {
            message.append("Content-Type: ").append(type).append("\r\n");
        }
        if (operation.method().matches("PUT|PATCH|DELETE|POST") && !headers.containsKey("If-Match")) {
            message.append("If-Match: *\r\n");
        }
        if (operation.writes() || !raw.isEmpty()) {
            message.append("Content-Length: ").append(raw.length()).append("\r\n");
        }
        message.append("\r\n").append(raw);
        return new Attack(
                what,
                message.toString().getBytes(StandardCharsets.ISO_8859_1),
                refused,
                isBare(target, message.substring(0, message.length() - raw.length())),
                mark,
                sent);
    }

    /// Whether the server's codec refuses it before there is a request: larger than any buffer, a control character in
    /// a
    /// header, an address that is none.
    private static boolean isBare(String target, String head) {
        if (head.length() > 32_000 || head.chars().anyMatch(c -> c < 0x20 && c != '\r' && c != '\n' && c != '\t')) {
            return true;
        }
        try {
            new URI(target);
            return false;
        } catch (URISyntaxException e) {
            return true;
        }
    }

    private static String mark() {
        return "hx%07dz".formatted(NUMBER.incrementAndGet());
    }
}
