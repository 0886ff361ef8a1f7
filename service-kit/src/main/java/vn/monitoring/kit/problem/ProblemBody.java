package vn.monitoring.kit.problem;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// The body of an error (RFC 9457) in the reader's language.
@Schema(name = "Problem", description = "RFC 9457 problem details; `code` is stable and never translated")
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({"type", "title", "status", "detail", "instance", "code", "traceId", "violations"})
public record ProblemBody(
        String type,
        String title,
        int status,
        String detail,
        @Nullable String instance,
        String code,
        @Nullable String traceId,
        List<Violation> violations,
        @Schema(hidden = true) @JsonAnyGetter Map<String, Object> extensions) {

    @Schema(name = "Violation")
    public record Violation(String in, String field, String message) {}

    static ProblemBody from(Problem problem, Locale locale, @Nullable String instance, @Nullable String traceId) {
        ProblemType type = problem.type();
        return new ProblemBody(
                type.uri(),
                type.title().in(locale),
                type.status(),
                problem.detail().in(locale),
                instance,
                type.code(),
                traceId,
                problem.violations().stream()
                        .map(v -> new Violation(v.in(), v.field(), v.message().in(locale)))
                        .toList(),
                problem.extensions());
    }
}
