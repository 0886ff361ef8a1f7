package vn.monitoring.report.webhook;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import vn.monitoring.kit.outbox.Outbox;

/// Ends what has waited too long and forgets what is old; on any replica, each time in one transaction.
@ApplicationScoped
class Housekeeping {

    private static final Logger LOG = Logger.getLogger(Housekeeping.class);

    /// An endpoint that took nothing for so long is stopped.
    private static final Duration LONGEST_FAILING = Duration.ofDays(5);

    private final WebhookStore webhooks;
    private final Deliveries deliveries;
    private final DeliveryRun run;
    private final Outbox outbox;
    private final Clock clock;
    private final Duration kept;

    Housekeeping(
            WebhookStore webhooks,
            Deliveries deliveries,
            DeliveryRun run,
            Outbox outbox,
            Clock clock,
            @ConfigProperty(name = "monitoring.webhook.log-days") int logDays) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.run = run;
        this.outbox = outbox;
        this.clock = clock;
        this.kept = Duration.ofDays(logDays);
    }

    @Scheduled(every = "{monitoring.webhook.housekeeping}", identity = "webhook-housekeeping")
    @Transactional
    void tidy() {
        deliveries.placeLate();
        for (Deliveries.Count given : deliveries.giveUp()) {
            // Of a stopped one it was told that it is stopped; each telling would be given up for it in turn.
            webhooks.find(given.webhookId()).filter(Webhook::isActive).ifPresent(webhook -> {
                LOG.infof("webhook %s: %d messages given up", webhook.id(), given.messages());
                outbox.append(new WebhookEvent.GivenUp(
                                webhook.id(),
                                webhook.unitCode(),
                                webhook.host(),
                                given.messages(),
                                clock.instant(),
                                webhook.version())
                        .fact());
            });
        }
        webhooks.failingSinceBefore(clock.instant().minus(LONGEST_FAILING))
                .forEach(id ->
                        webhooks.find(id).ifPresent(webhook -> run.disable(webhook, Webhook.DisabledReason.FAILING)));
        deliveries.forgetBefore(clock.instant().minus(kept));
    }
}
