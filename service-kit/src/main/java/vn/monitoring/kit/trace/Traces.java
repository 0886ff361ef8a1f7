package vn.monitoring.kit.trace;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;
import io.quarkus.arc.Arc;
import io.quarkus.arc.ArcContainer;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/// Continues a trace where no framework does: into the outbox, out of it to Kafka, and from Kafka into an effect.
///
/// The context travels whether spans are recorded or not, so that the trace id of a request stands in the logs of all
/// that
/// came of it. Without a recording nothing but the header is read and written.
public final class Traces {

    /// The key of the trace id in the log's context.
    public static final String LOG_KEY = "traceId";

    private static final ScopedValue<TraceContext> RECEIVED = ScopedValue.newInstance();

    private static volatile boolean recording;

    private Traces() {}

    /// Told at the start: without a collector the framework's tracer would still make spans, for nobody.
    static void record(boolean on) {
        recording = on;
    }

    /// What this thread's work belongs to: its span, else the request as it came, else the fact it was called for.
    public static @Nullable TraceContext current() {
        TraceContext span = TraceContext.ofSpan();
        if (span != null) {
            return span;
        }
        RoutingContext request = request();
        if (request != null) {
            return TraceContext.parse(request.request().getHeader(TraceContext.HEADER));
        }
        return RECEIVED.isBound() ? RECEIVED.get() : null;
    }

    private static @Nullable RoutingContext request() {
        ArcContainer container = Arc.container();
        if (container == null || !container.requestContext().isActive()) {
            return null;
        }
        CurrentVertxRequest current =
                container.instance(CurrentVertxRequest.class).get();
        return current == null ? null : current.getCurrent();
    }

    /// Begins the sending of a fact; whoever calls ends the span.
    ///
    /// @param from of the work that told the fact
    public static Span publishing(String topic, TraceContext from) {
        if (!recording) {
            return Span.getInvalid();
        }
        return tracer().spanBuilder("publish " + topic)
                .setParent(from.parent())
                .setSpanKind(SpanKind.PRODUCER)
                .setAttribute("messaging.system", "kafka")
                .setAttribute("messaging.destination.name", topic)
                .startSpan();
    }

    /// What a record says of its trace: the span that sends it where it is recorded, else as it was written.
    public static String header(Span sending, TraceContext from) {
        TraceContext span = sending.isRecording() ? TraceContext.of(sending) : null;
        return (span == null ? from : span).header();
    }

    /// Lets facts take effect as a part of the traces in which they came about, each with a span of its own. A fact
    /// that
    /// comes alone hands its trace on to what the effect does and logs; of many no one's is.
    ///
    /// @param consumer whose effect it is
    /// @param origins those of the facts that have one
    public static void processing(String consumer, List<TraceContext> origins, boolean alone, Runnable effect) {
        if (origins.isEmpty()) {
            effect.run();
            return;
        }
        List<Span> spans = begin(consumer, origins);
        try {
            if (alone) {
                inTrace(origins.getFirst(), spans.isEmpty() ? Span.getInvalid() : spans.getFirst(), effect);
            } else {
                effect.run();
            }
        } catch (RuntimeException e) {
            String kind = e.getClass().getName();
            spans.forEach(span -> span.setStatus(StatusCode.ERROR, kind));
            throw e;
        } finally {
            spans.forEach(Span::end);
        }
    }

    private static List<Span> begin(String consumer, List<TraceContext> origins) {
        if (!recording) {
            return List.of();
        }
        Tracer tracer = tracer();
        List<Span> spans = new ArrayList<>(origins.size());
        for (TraceContext origin : origins) {
            spans.add(tracer.spanBuilder("process " + consumer)
                    .setParent(origin.parent())
                    .setSpanKind(SpanKind.CONSUMER)
                    .setAttribute("messaging.system", "kafka")
                    .setAttribute("messaging.consumer.group.name", consumer)
                    .startSpan());
        }
        return spans;
    }

    private static void inTrace(TraceContext origin, Span span, Runnable effect) {
        Object before = MDC.get(LOG_KEY);
        try (Scope scope = span.makeCurrent()) {
            Objects.requireNonNull(scope);
            MDC.put(LOG_KEY, origin.traceId());
            ScopedValue.where(RECEIVED, origin).run(effect);
        } finally {
            if (before == null) {
                MDC.remove(LOG_KEY);
            } else {
                MDC.put(LOG_KEY, before);
            }
        }
    }

    private static Tracer tracer() {
        return GlobalOpenTelemetry.getTracer("vn.monitoring.kit");
    }
}
