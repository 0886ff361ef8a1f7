package vn.monitoring.kit.trace;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Tells [Traces] whether there is anybody to send spans to, before the first fact is sent or received.
@Singleton
class Recording {

    private static final int FIRST = 1;

    private final boolean disabled;

    Recording(@ConfigProperty(name = "quarkus.otel.sdk.disabled") boolean disabled) {
        this.disabled = disabled;
    }

    void start(@Observes @Priority(FIRST) StartupEvent event) {
        Traces.record(!disabled);
    }
}
