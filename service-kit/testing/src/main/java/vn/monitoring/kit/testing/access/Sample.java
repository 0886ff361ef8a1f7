package vn.monitoring.kit.testing.access;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// How a valid request for one operation is made on a service's stage: about which target, with which content, and how
/// the target comes into the states that the matrix names.
///
/// What is not said here comes from the contract: the content from its examples, in which every field that has
/// a value here is replaced.
public final class Sample {

    private static final String BOUNDARY = "boundary-of-the-sample";

    private final Map<String, Object> values;
    private final Map<String, Sample> states = new LinkedHashMap<>();
    private final List<String> before;
    private final ByteArrayOutputStream parts = new ByteArrayOutputStream();
    private String target = Stage.UNIT;
    private @Nullable String type;
    private byte @Nullable [] content;
    private @Nullable String secret;
    private boolean endless;

    Sample() {
        this.values = new LinkedHashMap<>();
        this.before = new ArrayList<>();
    }

    private Sample(Sample from) {
        this.values = new LinkedHashMap<>(from.values);
        this.before = new ArrayList<>(from.before);
        this.parts.writeBytes(from.parts.toByteArray());
        this.target = from.target;
        this.type = from.type;
        this.content = from.content;
        this.secret = from.secret;
        this.endless = from.endless;
    }

    /// The value of a path or query parameter, and of every field of that name in the contract's example.
    public Sample with(String name, Object value) {
        values.put(name, value instanceof UUID id ? id.toString() : value);
        return this;
    }

    /// The unit that the request is about, when it is not the commune: the province or the agency (see [Relation]).
    public Sample about(String unitCode) {
        target = unitCode;
        return this;
    }

    /// The content instead of the contract's example.
    public Sample content(String mediaType, String text) {
        type = mediaType;
        content = text.getBytes(StandardCharsets.UTF_8);
        return this;
    }

    /// Adds a part to a `multipart/form-data` content.
    ///
    /// @param fileName null for a part that is no file
    public Sample part(String name, @Nullable String fileName, String mediaType, byte[] bytes) {
        String head = "--%s\r\nContent-Disposition: form-data; name=\"%s\"%s\r\nContent-Type: %s\r\n\r\n"
                .formatted(BOUNDARY, name, fileName == null ? "" : "; filename=\"" + fileName + '"', mediaType);
        parts.writeBytes(head.getBytes(StandardCharsets.UTF_8));
        parts.writeBytes(bytes);
        parts.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        type = "multipart/form-data; boundary=" + BOUNDARY;
        return this;
    }

    /// What only an answer to somebody who sees the target contains, when it is not the stage's secret.
    public Sample shows(String text) {
        secret = text;
        return this;
    }

    /// The answer has no end, as a stream of events: only its head is looked at.
    public Sample endless() {
        endless = true;
        return this;
    }

    /// Statements that run before each request of this sample, on a fresh stage.
    public Sample before(String... sql) {
        before.addAll(List.of(sql));
        return this;
    }

    /// The same request when the target is in a state that the matrix names: `s -> s.with("id", CLOSED)`.
    public Sample state(String name, UnaryOperator<Sample> change) {
        states.put(name, change.apply(new Sample(this)));
        return this;
    }

    Map<String, Object> values() {
        return values;
    }

    Map<String, Sample> states() {
        return states;
    }

    List<String> before() {
        return before;
    }

    String target() {
        return target;
    }

    @Nullable
    String type() {
        return type;
    }

    byte @Nullable [] content() {
        if (parts.size() == 0) {
            return content;
        }
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.writeBytes(parts.toByteArray());
        whole.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return whole.toByteArray();
    }

    @Nullable
    String secret() {
        return secret;
    }

    boolean isEndless() {
        return endless;
    }
}
