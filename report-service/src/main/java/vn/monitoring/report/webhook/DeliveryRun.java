package vn.monitoring.report.webhook;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.outbox.Outbox;
import vn.monitoring.kit.security.Sealed;

/// Sends what is due. A replica leases an endpoint and sends it a set of messages, a few at a time and
/// otherwise in the order of the feed, on threads of its own: a slow receiver delays nobody but itself. Each
/// outcome is written as it comes, so that a replica that dies sends at most those again that were under way
/// (at least once). The lease is short and renewed while the endpoint is served: of a replica that dies, stalls or
/// cannot reach the database another one takes the endpoint over within [#LEASE].
///
/// After the first message that the endpoint as a whole did not take the set is left and the endpoint rests,
/// so that one that is down is asked now and then and not for each message.
@ApplicationScoped
class DeliveryRun {

    private static final Logger LOG = Logger.getLogger(DeliveryRun.class);
    private static final int ENDPOINTS_AT_ONCE = 64;
    static final int SET = 20;
    static final Duration LEASE = Duration.ofSeconds(15);
    private static final Duration REST = Duration.ofSeconds(10);

    private final WebhookStore webhooks;
    private final Deliveries deliveries;
    private final Sealed sealed;
    private final Outbox outbox;
    private final Clock clock;
    private final AddressRule rule;
    private final int atOnce;
    private final HostNames names;
    private final Sender sender;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /// Endpoints that this replica serves now, and until when it may.
    private final Map<UUID, Instant> served = new ConcurrentHashMap<>();

    private volatile boolean running = true;

    DeliveryRun(
            WebhookStore webhooks,
            Deliveries deliveries,
            Sealed sealed,
            Outbox outbox,
            Clock clock,
            Vertx vertx,
            HostNames names,
            @ConfigProperty(name = "monitoring.webhook.allow-private") AddressRule rule,
            @ConfigProperty(name = "monitoring.webhook.concurrency") int atOnce,
            @ConfigProperty(name = "monitoring.webhook.patience") Duration patience) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.sealed = sealed;
        this.outbox = outbox;
        this.clock = clock;
        this.names = names;
        this.rule = rule;
        this.atOnce = atOnce;
        this.sender = new Sender(vertx, atOnce, patience);
    }

    /// Leases what has something due and leaves it to threads of its own; what is still busy is leased
    /// already.
    @Scheduled(every = "{monitoring.webhook.every}", identity = "webhook-deliveries")
    void start() {
        lease();
    }

    /// As [#start], and waits until all of it is done.
    void runToTheEnd() {
        for (Future<?> one : lease()) {
            try {
                one.get();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (ExecutionException e) {
                throw new IllegalStateException("an endpoint was not served", e.getCause());
            }
        }
    }

    private List<Future<?>> lease() {
        List<Future<?>> begun = new ArrayList<>();
        Instant now = clock.instant();
        Instant until = now.plus(LEASE);
        if (running) {
            renew(now, until);
            for (Webhook webhook : webhooks.lease(now, until, ENDPOINTS_AT_ONCE)) {
                served.put(webhook.id(), until);
                begun.add(threads.submit(() -> serve(webhook)));
            }
        }
        return begun;
    }

    /// A lease that has run out may be another replica's now.
    private void renew(Instant now, Instant until) {
        List<UUID> held = served.entrySet().stream()
                .filter(lease -> lease.getValue().isAfter(now))
                .map(Map.Entry::getKey)
                .toList();
        if (!held.isEmpty()) {
            webhooks.renew(held, until);
            held.forEach(id -> served.computeIfPresent(id, (_, _) -> until));
        }
    }

    private boolean holds(Webhook webhook) {
        Instant until = served.get(webhook.id());
        return until != null && until.isAfter(clock.instant());
    }

    /// Set after set while there are full ones: what has gathered goes at the receiver's pace, not at that of the
    /// schedule.
    private void serve(Webhook webhook) {
        @Nullable Instant restUntil = null;
        try {
            AtomicBoolean left = new AtomicBoolean();
            int sent = SET;
            while (sent == SET && running && !left.get() && holds(webhook)) {
                sent = sendSet(webhook, left);
            }
            restUntil = left.get() ? clock.instant().plus(REST) : null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            LOG.errorf(e.getCause(), "webhook %s was not served", webhook.id());
            restUntil = clock.instant().plus(REST);
        } finally {
            boolean held = holds(webhook);
            served.remove(webhook.id());
            if (held) {
                webhooks.release(webhook.id(), restUntil);
            }
        }
    }

    /// @param left set when the endpoint as a whole does not take messages
    /// @return how many messages the set had
    private int sendSet(Webhook webhook, AtomicBoolean left) throws InterruptedException, ExecutionException {
        Queue<Deliveries.Due> set = new ConcurrentLinkedQueue<>(deliveries.due(webhook.id(), SET));
        int size = set.size();
        List<Future<?>> hands = new ArrayList<>();
        for (int hand = 0; hand < Math.min(atOnce, size); hand++) {
            hands.add(threads.submit(() -> work(webhook, set, left)));
        }
        for (Future<?> hand : hands) {
            hand.get();
        }
        return size;
    }

    private void work(Webhook webhook, Queue<Deliveries.Due> set, AtomicBoolean left) {
        for (Deliveries.Due due = set.poll(); due != null && running && !left.get(); due = set.poll()) {
            Instant at = clock.instant();
            long begin = System.nanoTime();
            Answer answer = send(webhook, due, at);
            note(webhook, due, at, Duration.ofNanos(System.nanoTime() - begin), answer);
            if (!answer.isTaken() && (answer.concernsTheEndpoint() || answer.isGone())) {
                left.set(true);
            }
        }
    }

    private Answer send(Webhook webhook, Deliveries.Due due, Instant at) {
        Receiver receiver;
        try {
            receiver = Receiver.of(webhook.url(), names, rule);
        } catch (Receiver.RefusedException e) {
            return Answer.none(e.refusal().name(), null);
        }
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("content-type", "application/json");
        headers.put("user-agent", "monitoring-webhook/1");
        headers.put("webhook-id", due.messageId());
        headers.put("webhook-timestamp", Long.toString(at.getEpochSecond()));
        headers.put("webhook-signature", Signing.sign(secrets(webhook, at), due.messageId(), at, due.body()));
        return sender.send(receiver, headers, due.body());
    }

    private List<String> secrets(Webhook webhook, Instant at) {
        String purpose = Webhook.purposeOf(webhook.id());
        List<String> secrets = new ArrayList<>(List.of(sealed.open(webhook.secret(), purpose)));
        if (webhook.earlierSecret() != null
                && webhook.earlierSecretUntil() != null
                && at.isBefore(webhook.earlierSecretUntil())) {
            secrets.add(sealed.open(webhook.earlierSecret(), purpose));
        }
        return secrets;
    }

    private void note(Webhook webhook, Deliveries.Due due, Instant at, Duration took, Answer answer) {
        @Nullable
        Instant next = answer.isTaken()
                ? null
                : Backoff.next(
                        due.queuedAt(),
                        due.tries() + 1,
                        clock.instant(),
                        ThreadLocalRandom.current().nextDouble(),
                        answer.retryAfter());
        QuarkusTransaction.requiringNew().run(() -> {
            deliveries.note(due, at, took, answer, next);
            if (answer.isTaken()) {
                webhooks.noteTaken(webhook.id());
                return;
            }
            webhooks.noteFailed(webhook.id(), at);
            if (answer.isGone()) {
                disable(webhook, Webhook.DisabledReason.GONE);
            }
        });
    }

    /// Stops an endpoint and tells so, in the transaction that is open.
    void disable(Webhook webhook, Webhook.DisabledReason reason) {
        Optional<Webhook> disabled = webhooks.disable(webhook.id(), reason);
        disabled.ifPresent(stopped -> {
            LOG.infof("webhook %s disabled: %s", stopped.id(), reason);
            outbox.append(new WebhookEvent.Disabled(
                            stopped.id(),
                            stopped.unitCode(),
                            stopped.host(),
                            reason,
                            stopped.failingSince(),
                            clock.instant(),
                            stopped.version())
                    .fact());
        });
    }

    void stop(@Observes ShutdownEvent event) {
        running = false;
        threads.shutdownNow();
        sender.close();
    }

    /// The machine's own resolver.
    @ApplicationScoped
    static class Resolver implements HostNames {

        @Override
        public List<InetAddress> addressesOf(String host) throws java.net.UnknownHostException {
            return List.of(InetAddress.getAllByName(host));
        }
    }
}
