package vn.monitoring.gateway;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Locale;

/// What is so at the moment: instances by what they say of themselves (one that is `down` gets nothing, as behind an
/// open
/// circuit breaker), and exchanges under way.
@Singleton
class GatewayGauges {

    private final Destinations destinations;
    private final Exchanges exchanges;
    private final MeterRegistry registry;

    GatewayGauges(Destinations destinations, Exchanges exchanges, MeterRegistry registry) {
        this.destinations = destinations;
        this.exchanges = exchanges;
        this.registry = registry;
    }

    void register(@Observes StartupEvent event) {
        Gauge.builder("monitoring.gateway.exchanges", exchanges, Exchanges::size)
                .description("Requests and event streams under way")
                .register(registry);
        for (Upstream upstream : destinations.upstreams()) {
            for (InstanceHealth.State state : InstanceHealth.State.values()) {
                Gauge.builder("monitoring.gateway.instances", upstream, it -> it.count(state))
                        .description("Instances of a service by their state")
                        .tag("upstream", upstream.name())
                        .tag("state", state.name().toLowerCase(Locale.ROOT))
                        .register(registry);
            }
        }
    }
}
