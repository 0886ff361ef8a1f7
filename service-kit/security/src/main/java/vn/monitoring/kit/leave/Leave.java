package vn.monitoring.kit.leave;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Tells [LetGo] when those in front of this process have had time to see that it is not ready any more: clients whose
/// streams ended at once would be sent back here.
///
/// The rest is Quarkus': readiness turns down, the process works on for `quarkus.shutdown.delay`, then waits until
/// nothing is under way, but no longer than `quarkus.shutdown.timeout`.
@ApplicationScoped
class Leave {

    private final Vertx vertx;
    private final Event<LetGo> letGo;
    private final Duration delay;

    Leave(Vertx vertx, Event<LetGo> letGo, @ConfigProperty(name = "quarkus.shutdown.delay") Duration delay) {
        this.vertx = vertx;
        this.letGo = letGo;
        this.delay = delay;
    }

    void begin(@Observes ShutdownDelayInitiatedEvent asked) {
        vertx.setTimer(Math.max(1, delay.toMillis()), over -> letGo.fire(new LetGo()));
    }
}
