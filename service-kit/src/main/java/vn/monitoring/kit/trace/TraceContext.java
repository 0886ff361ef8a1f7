package vn.monitoring.kit.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The W3C trace context as it travels in headers: `00-<trace id>-<span id>-<flags>`.
///
/// @param traceId 32 hexadecimal digits, which also stand in logs, problems and the audit trail
/// @param spanId of what came before, 16 digits
/// @param flags two digits; the last bit says whether the trace is recorded
public record TraceContext(String traceId, String spanId, String flags) {

    /// The name of the header, of requests and of Kafka records.
    public static final String HEADER = "traceparent";

    private static final Pattern FORM =
            Pattern.compile("00-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-([0-9a-f]{2})");

    /// Null when the header is absent or not of this form.
    public static @Nullable TraceContext parse(@Nullable String header) {
        if (header == null) {
            return null;
        }
        Matcher matcher = FORM.matcher(header);
        return matcher.matches() ? new TraceContext(matcher.group(1), matcher.group(2), matcher.group(3)) : null;
    }

    static @Nullable TraceContext of(Span span) {
        SpanContext context = span.getSpanContext();
        return context.isValid()
                ? new TraceContext(
                        context.getTraceId(),
                        context.getSpanId(),
                        context.getTraceFlags().asHex())
                : null;
    }

    /// The span that this thread is in, null while tracing is off.
    public static @Nullable TraceContext ofSpan() {
        return of(Span.current());
    }

    public String header() {
        return "00-" + traceId + "-" + spanId + "-" + flags;
    }

    /// For spans that continue it.
    Context parent() {
        return Context.root()
                .with(Span.wrap(SpanContext.createFromRemoteParent(
                        traceId, spanId, TraceFlags.fromHex(flags, 0), TraceState.getDefault())));
    }
}
