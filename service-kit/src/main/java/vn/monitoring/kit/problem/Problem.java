package vn.monitoring.kit.problem;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.text.Text;

/// An error that the caller can understand and act on; thrown anywhere, answered as `application/problem+json`.
///
/// Rolls back the surrounding transaction, as every unchecked exception does.
public final class Problem extends RuntimeException {

    /// When to come back to a service that cannot answer now.
    public static final Duration SOON = Duration.ofSeconds(5);

    private static final Set<String> MEMBERS =
            Set.of("type", "title", "status", "detail", "instance", "code", "traceId", "violations");

    private final transient ProblemType type;
    private final transient Text detail;
    private final transient List<FieldViolation> violations = new ArrayList<>();
    private final transient Map<String, Object> extensions = new LinkedHashMap<>();
    private transient @Nullable Duration retryAfter;

    /// @param detail what happened this time and what to do next
    public Problem(ProblemType type, Text detail) {
        super(type.code() + ": " + detail.en());
        this.type = type;
        this.detail = detail;
    }

    public Problem(ProblemType type, String vi, String en) {
        this(type, new Text(vi, en));
    }

    /// Absent or out of the caller's sight: the two are never told apart.
    public static Problem notFound() {
        return new Problem(
                KitProblem.NOT_FOUND,
                "Không có dữ liệu này, hoặc dữ liệu nằm ngoài phạm vi đơn vị của bạn.",
                "There is no such resource, or it lies outside of your units.");
    }

    /// @param in where the value stood: `body`, `query`, `path`, `header` or `file`
    public Problem violation(String in, String field, Text message) {
        violations.add(new FieldViolation(in, field, message));
        return this;
    }

    /// Adds a member to the answer that a program can read, such as the id of the existing resource.
    ///
    /// @throws IllegalArgumentException for a member that every problem has: it would stand twice
    public Problem with(String key, Object value) {
        if (MEMBERS.contains(key)) {
            throw new IllegalArgumentException("every problem has a member " + key);
        }
        extensions.put(key, value);
        return this;
    }

    /// Says when it is worth trying again, as the header `Retry-After`; a 503 without it says [#SOON].
    public Problem retryAfter(Duration wait) {
        retryAfter = wait;
        return this;
    }

    public ProblemType type() {
        return type;
    }

    public Text detail() {
        return detail;
    }

    public List<FieldViolation> violations() {
        return List.copyOf(violations);
    }

    public Map<String, Object> extensions() {
        return Map.copyOf(extensions);
    }

    /// When to try again; empty when trying again changes nothing.
    public Optional<Duration> retryAfter() {
        if (retryAfter != null) {
            return Optional.of(retryAfter);
        }
        return type.status() == 503 ? Optional.of(SOON) : Optional.empty();
    }

    /// One value that breaks a rule.
    public record FieldViolation(String in, String field, Text message) {}
}
