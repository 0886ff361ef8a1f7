package vn.monitoring.report.webhook;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.outbox.Fact;

/// What is told of an endpoint that does not take what it is sent; topic `monitoring.webhook`, key = the
/// webhook's id.
sealed interface WebhookEvent {

    String TOPIC = "monitoring.webhook";

    UUID id();

    Instant at();

    /// It is no longer sent to.
    record Disabled(
            UUID id,
            String unitCode,
            String host,
            Webhook.DisabledReason reason,
            @Nullable Instant failingSince,
            Instant at,
            long version)
            implements WebhookEvent {}

    /// So many of its messages were tried for three days and are tried no more.
    record GivenUp(UUID id, String unitCode, String host, int count, Instant at, long version)
            implements WebhookEvent {}

    default Fact fact() {
        String type = switch (this) {
            case Disabled _ -> "vn.monitoring.webhook.disabled.v1";
            case GivenUp _ -> "vn.monitoring.webhook.given-up.v1";
        };
        return new Fact(TOPIC, type, id().toString(), at(), this);
    }
}
