package vn.monitoring.hostile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import org.jspecify.annotations.Nullable;
import vn.monitoring.hostile.Contract.Operation;
import vn.monitoring.hostile.Contract.Parameter;

/// Writes the messages to one operation: with the address and the body that a decent client sends, or with others.
final class Messages {

    static final String JSON_TYPE = "application/json";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Contract contract;
    private final Operation operation;
    private final Map<String, String> known;
    private final Door door;
    private final Map<String, String> path = new LinkedHashMap<>();
    private final @Nullable JsonNode body;

    Messages(Contract contract, Operation operation, Map<String, String> known, @Nullable String givenBody, Door door) {
        this.contract = contract;
        this.operation = operation;
        this.known = known;
        this.door = door;
        for (Parameter parameter : operation.parameters()) {
            if (parameter.in().equals("path")) {
                path.put(parameter.name(), encoded(pathValue(parameter)));
            }
        }
        this.body = body(givenBody);
    }

    private @Nullable JsonNode body(@Nullable String given) {
        JsonNode schema = operation.bodies().get(JSON_TYPE);
        if (schema == null) {
            return null;
        }
        try {
            return given == null ? contract.usual("", schema) : JSON.readTree(given);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String pathValue(Parameter parameter) {
        String value = known.get(operation.placeOf(parameter.name()));
        return value == null
                ? contract.example(parameter.name(), parameter.schema()).asText()
                : value;
    }

    Operation operation() {
        return operation;
    }

    Contract contract() {
        return contract;
    }

    /// Whether a field or parameter of this name has a value that was given, such as an id.
    boolean isKnown(String name) {
        return known.containsKey(name);
    }

    /// The usual values in the path, encoded.
    Map<String, String> path() {
        return new LinkedHashMap<>(path);
    }

    /// The usual body, null where none of JSON is taken.
    @Nullable
    JsonNode body() {
        return body;
    }

    /// Of the usual body; null where none is taken.
    @Nullable
    String usualType() {
        if (body != null) {
            return JSON_TYPE;
        }
        return operation.bodies().containsKey("multipart/form-data")
                ? Forms.TYPE
                : operation.bodies().keySet().stream().findFirst().orElse(null);
    }

    String usualBody() {
        if (body != null) {
            return Values.utf8(body.toString());
        }
        JsonNode form = operation.bodies().get("multipart/form-data");
        return form == null ? "" : Forms.usual(contract, form, operation.path());
    }

    String usualTarget() {
        return target(path, "");
    }

    /// @param query what stands in it besides the usual; encoded
    String target(Map<String, String> values, String query) {
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
            if (parameter.in().equals("query") && usual != null && !("&" + query).contains("&" + name + "=")) {
                parts.add(name + "=" + encoded(usual));
            }
        }
        return parts.isEmpty() ? target : target + "?" + String.join("&", parts);
    }

    /// What one request is made of; what is not said is as usual.
    final class Writing {
        private final String what;
        private boolean refused;
        private boolean elsewhere;
        private String mark = "";
        private String sent = "";
        private String target = usualTarget();
        private Map<String, String> headers = Map.of();
        private @Nullable String type = usualType();
        private String raw = "";

        Writing(String what) {
            this.what = what;
        }

        Writing refused(boolean mustBe) {
            refused = mustBe;
            return this;
        }

        Writing elsewhere() {
            elsewhere = true;
            return this;
        }

        Writing marked(String by, String text) {
            mark = by;
            sent = text;
            return this;
        }

        Writing to(String address) {
            target = address;
            return this;
        }

        Writing headers(Map<String, String> more) {
            headers = more;
            return this;
        }

        /// @param text each character one byte
        Writing body(@Nullable String ofType, String text) {
            type = ofType;
            raw = text;
            return this;
        }

        Attack attack() {
            StringBuilder message = new StringBuilder()
                    .append(operation.method())
                    .append(' ')
                    .append(target)
                    .append(" HTTP/1.1\r\nHost: localhost\r\n");
            headers.forEach((name, value) ->
                    message.append(name).append(": ").append(value).append("\r\n"));
            if (type != null && operation.writes()) {
                message.append("Content-Type: ").append(type).append("\r\n");
            }
            if (operation.writes() && !headers.containsKey("If-Match")) {
                message.append("If-Match: *\r\n");
            }
            if (operation.writes() || !raw.isEmpty()) {
                message.append("Content-Length: ").append(raw.length()).append("\r\n");
            }
            message.append("\r\n");
            boolean bare = isBare(target, message.toString());
            message.append(raw);
            return new Attack(
                    what,
                    message.toString().getBytes(StandardCharsets.ISO_8859_1),
                    refused,
                    bare,
                    elsewhere,
                    mark,
                    sent);
        }
    }

    Writing write(String what) {
        return new Writing(what).body(usualType(), usualBody());
    }

    /// Whether the server's codec refuses it before there is a request: larger than its buffers, a control character in
    /// a header, an address that is none.
    private boolean isBare(String target, String head) {
        if (!door.lets(target, head) || head.chars().anyMatch(c -> c < 0x20 && c != '\r' && c != '\n' && c != '\t')) {
            return true;
        }
        try {
            new URI(target);
            return false;
        } catch (URISyntaxException e) {
            return true;
        }
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
