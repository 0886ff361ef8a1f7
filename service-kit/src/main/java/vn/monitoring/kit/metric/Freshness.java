package vn.monitoring.kit.metric;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/// Tells when something was last known to be so, as seconds since 1970: `time() - x` is how long ago.
@ApplicationScoped
public class Freshness {

    private final MeterRegistry registry;
    private final Clock clock;
    private final Map<String, AtomicLong> moments = new ConcurrentHashMap<>();

    Freshness(MeterRegistry registry, Clock clock) {
        this.registry = registry;
        this.clock = clock;
    }

    /// The figures of a source are as of now.
    void refreshed(String source) {
        now("monitoring.figures.refreshed.timestamp", "When the figures of a source were last read", "source", source);
    }

    /// Sets a gauge to now; it is published from its first call on.
    public void now(String name, String description, String label, String value) {
        moments.computeIfAbsent(name + " " + value, _ -> register(name, description, label, value))
                .set(clock.millis());
    }

    private AtomicLong register(String name, String description, String label, String value) {
        AtomicLong moment = new AtomicLong();
        TimeGauge.builder(name, moment, TimeUnit.MILLISECONDS, AtomicLong::get)
                .description(description)
                .tag(label, value)
                .register(registry);
        return moment;
    }
}
