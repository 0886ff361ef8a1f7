package vn.monitoring.gateway;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import java.util.HexFormat;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The two names of a request: its id for people and logs, and its W3C trace context for machines.
///
/// @param requestId the client's if sane, else a new one
/// @param traceParent the client's `traceparent` if valid, else a new, sampled one
/// @param continued whether the trace is the client's (then its `tracestate` may pass too)
record Trace(String requestId, String traceParent, boolean continued) {

    private static final Pattern REQUEST_ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{7,63}");
    private static final Pattern TRACE_PARENT =
            Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

    static Trace of(@Nullable String requestId, @Nullable String traceParent) {
        String id = requestId != null && REQUEST_ID.matcher(requestId).matches()
                ? requestId
                : UUID.randomUUID().toString();
        if (traceParent != null && TRACE_PARENT.matcher(traceParent).matches()) {
            return new Trace(id, traceParent, true);
        }
        return new Trace(id, newTraceParent(), false);
    }

    /// As [#of(String, String)]; while requests are traced, in the span that the trace has here.
    static Trace of(@Nullable String requestId, @Nullable String traceParent, Span span) {
        Trace told = of(requestId, traceParent);
        SpanContext here = span.getSpanContext();
        return here.isValid()
                ? new Trace(
                        told.requestId(),
                        "00-" + here.getTraceId() + "-" + here.getSpanId() + "-"
                                + here.getTraceFlags().asHex(),
                        told.continued())
                : told;
    }

    String traceId() {
        return traceParent.substring(3, 35);
    }

    private static String newTraceParent() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        HexFormat hex = HexFormat.of();
        return "00-" + hex.toHexDigits(nonZero(random)) + hex.toHexDigits(random.nextLong()) + "-"
                + hex.toHexDigits(nonZero(random)) + "-01";
    }

    private static long nonZero(ThreadLocalRandom random) {
        return random.nextLong(1, Long.MAX_VALUE);
    }
}
