package vn.monitoring.report.feed;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/// Who listens to this replica, and up to where it can tell them.
@ApplicationScoped
class FeedGauges {

    private final FeedStreams streams;
    private final MeterRegistry registry;

    FeedGauges(FeedStreams streams, MeterRegistry registry) {
        this.streams = streams;
        this.registry = registry;
    }

    void register(@Observes StartupEvent event) {
        Gauge.builder("monitoring.feed.subscribers", streams, FeedStreams::openStreams)
                .description("Event streams that are open here")
                .register(registry);
        Gauge.builder("monitoring.feed.position", streams, FeedGauges::position)
                .description("The id of the next event of the feed as this replica knows it; 0 before it has read any")
                .register(registry);
    }

    private static double position(FeedStreams streams) {
        FeedWindow window = streams.window();
        return window == null ? 0 : window.end();
    }
}
