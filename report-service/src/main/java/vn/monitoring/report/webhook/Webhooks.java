package vn.monitoring.report.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.problem.Problem;
import vn.monitoring.kit.problem.ProblemMapper;
import vn.monitoring.kit.scope.Scope;
import vn.monitoring.kit.security.Caller;
import vn.monitoring.kit.security.Sealed;
import vn.monitoring.kit.text.Text;
import vn.monitoring.kit.web.Cursor;
import vn.monitoring.kit.web.ETags;
import vn.monitoring.kit.web.Page;

/// Sets up endpoints, changes and finds them, within the caller's units.
@ApplicationScoped
class Webhooks {

    /// An endpoint with the secret that was just made.
    record WithSecret(Webhook webhook, String secret) {}

    private static final Logger LOG = Logger.getLogger(Webhooks.class);

    private final WebhookStore store;
    private final Deliveries deliveries;
    private final HostNames names;
    private final Sealed sealed;
    private final Scope scope;
    private final Caller caller;
    private final Clock clock;
    private final AddressRule rule;
    private final Duration grace;

    Webhooks(
            WebhookStore store,
            Deliveries deliveries,
            HostNames names,
            Sealed sealed,
            Scope scope,
            Caller caller,
            Clock clock,
            @ConfigProperty(name = "monitoring.webhook.allow-private") AddressRule rule,
            @ConfigProperty(name = "monitoring.webhook.secret-grace") Duration grace) {
        this.store = store;
        this.deliveries = deliveries;
        this.names = names;
        this.sealed = sealed;
        this.scope = scope;
        this.caller = caller;
        this.clock = clock;
        this.rule = rule;
        this.grace = grace;
    }

    @Transactional
    WithSecret create(WebhookRequest request) {
        String unitCode = unitOf(request);
        requireUrl(request.url());
        UUID id = UUID.randomUUID();
        String secret = Signing.newSecret();
        Webhook webhook = new Webhook(
                id,
                unitCode,
                request.url(),
                request.description(),
                request.typesOrAll(),
                request.isActive() ? Webhook.Status.ACTIVE : Webhook.Status.DISABLED,
                request.isActive() ? null : Webhook.DisabledReason.BY_HAND,
                null,
                sealed.seal(secret, Webhook.purposeOf(id)),
                null,
                null,
                caller.username(),
                clock.instant(),
                1);
        if (!store.add(webhook)) {
            throw exists(unitCode, request.url());
        }
        LOG.infof("webhook %s created for unit %s at %s", id, unitCode, webhook.host());
        return new WithSecret(webhook, secret);
    }

    Webhook get(UUID id) {
        return store.find(id, scope.paths()).orElseThrow(Problem::notFound);
    }

    Page<Webhook> list(@Nullable String cursor, int limit) {
        Cursor after = Cursor.decode(cursor, 1);
        List<Webhook> found = store.list(scope.paths(), after == null ? null : after.id(0), limit + 1);
        return Page.of(found, limit, webhook -> Cursor.at(webhook.id()));
    }

    /// Changes all but the unit; starting it again forgets that it failed.
    @Transactional
    Webhook change(UUID id, @Nullable String ifMatch, WebhookRequest request) {
        Webhook before = get(id);
        ETags.requireMatch(ifMatch, before.version());
        if (!before.url().equals(request.url())) {
            requireUrl(request.url());
            store.findAt(before.unitCode(), request.url()).ifPresent(_ -> {
                throw exists(before.unitCode(), request.url());
            });
        }
        boolean starts = request.isActive() && !before.isActive();
        Webhook.DisabledReason reason = before.disabledReason();
        Webhook changed = new Webhook(
                id,
                before.unitCode(),
                request.url(),
                request.description(),
                request.typesOrAll(),
                request.isActive() ? Webhook.Status.ACTIVE : Webhook.Status.DISABLED,
                request.isActive() ? null : reason == null ? Webhook.DisabledReason.BY_HAND : reason,
                starts ? null : before.failingSince(),
                before.secret(),
                before.earlierSecret(),
                before.earlierSecretUntil(),
                before.createdBy(),
                before.createdAt(),
                before.version());
        return write(changed);
    }

    /// Makes a new secret; the one before signs as well for a while, the one before that no more.
    @Transactional
    WithSecret rotate(UUID id, @Nullable String ifMatch) {
        Webhook before = get(id);
        ETags.requireMatch(ifMatch, before.version());
        String secret = Signing.newSecret();
        Webhook changed = new Webhook(
                id,
                before.unitCode(),
                before.url(),
                before.description(),
                before.types(),
                before.status(),
                before.disabledReason(),
                before.failingSince(),
                sealed.seal(secret, Webhook.purposeOf(id)),
                before.secret(),
                clock.instant().plus(grace),
                before.createdBy(),
                before.createdAt(),
                before.version());
        LOG.infof("webhook %s has a new secret", id);
        return new WithSecret(write(changed), secret);
    }

    @Transactional
    void remove(UUID id, @Nullable String ifMatch) {
        ETags.requireMatch(ifMatch, get(id).version());
        store.remove(id);
        LOG.infof("webhook %s removed", id);
    }

    @Transactional
    DeliveryResponse test(UUID id) {
        return getDelivery(id, deliveries.appendTest(requireActive(id)));
    }

    Page<DeliveryResponse> listDeliveries(
            UUID id, DeliveryResponse.@Nullable Status status, @Nullable String cursor, int limit) {
        get(id);
        Cursor before = Cursor.decode(cursor, 1);
        List<DeliveryResponse> found =
                deliveries.list(id, status, before == null ? Long.MAX_VALUE : before.number(0), limit + 1);
        return Page.of(found, limit, delivery -> Cursor.at(delivery.id()));
    }

    DeliveryResponse getDelivery(UUID id, long deliveryId) {
        get(id);
        return deliveries.find(id, deliveryId).orElseThrow(Problem::notFound);
    }

    @Transactional
    DeliveryResponse replay(UUID id, long deliveryId) {
        requireActive(id);
        if (!deliveries.replay(id, deliveryId)) {
            throw Problem.notFound();
        }
        return getDelivery(id, deliveryId);
    }

    /// How many are sent again.
    @Transactional
    int replaySince(UUID id, Instant since) {
        requireActive(id);
        int count = deliveries.replaySince(id, since);
        LOG.infof("webhook %s: %d deliveries replayed", id, count);
        return count;
    }

    private Webhook requireActive(UUID id) {
        Webhook webhook = get(id);
        if (!webhook.isActive()) {
            throw new Problem(
                    WebhookProblem.WEBHOOK_DISABLED,
                    "Địa chỉ nhận thông báo đang ngừng. Hãy bật lại (PUT với active = true) rồi thử lại.",
                    "The webhook is disabled. Start it again (PUT with active = true), then try again.");
        }
        return webhook;
    }

    private Webhook write(Webhook changed) {
        if (!store.change(changed)) {
            throw ProblemMapper.stale();
        }
        return get(changed.id());
    }

    private String unitOf(WebhookRequest request) {
        String asked = request.unitCode();
        if (asked != null) {
            scope.require(asked);
            return asked;
        }
        if (caller.unitCodes().size() != 1) {
            Text message = new Text(
                    "Hãy nêu unitCode: tài khoản thuộc nhiều đơn vị hoặc chưa thuộc đơn vị nào.",
                    "Name a unitCode: the account belongs to several units or to none.");
            throw new Problem(WebhookProblem.WEBHOOK_UNIT_AMBIGUOUS, message).violation("body", "unitCode", message);
        }
        String own = caller.unitCodes().getFirst();
        scope.require(own);
        return own;
    }

    private Problem exists(String unitCode, String url) {
        Problem problem = new Problem(
                WebhookProblem.WEBHOOK_EXISTS,
                "Đơn vị đã có địa chỉ nhận thông báo này. Hãy dùng địa chỉ đó; nếu mất khóa, hãy tạo khóa mới cho nó.",
                "The unit has a webhook at this URL. Use that one; if its secret is lost, make a new one for it.");
        store.findAt(unitCode, url).ifPresent(existing -> problem.with("webhookId", existing));
        return problem;
    }

    private void requireUrl(String url) {
        try {
            Receiver.of(url, names, rule);
        } catch (Receiver.RefusedException e) {
            Text message = switch (e.refusal()) {
                case MALFORMED ->
                    new Text(
                            "Hãy nhập địa chỉ https đầy đủ, không kèm tài khoản và phần sau dấu #.",
                            "Give an absolute https URL without user and fragment.");
                case NOT_HTTPS -> new Text("Hãy dùng https.", "Use https.");
                case UNKNOWN_HOST ->
                    new Text(
                            "Không tìm thấy máy chủ của địa chỉ này. Hãy kiểm tra tên miền.",
                            "The host has no address. Check its name.");
                case PRIVATE_ADDRESS ->
                    new Text(
                            "Địa chỉ thuộc mạng nội bộ hoặc mạng dành riêng. Hãy dùng địa chỉ công khai, hoặc đề nghị quản trị hệ thống cho phép.",
                            "The address is private or reserved. Use a public one, or ask the system's administrator to allow it.");
            };
            throw new Problem(WebhookProblem.WEBHOOK_URL_REFUSED, message)
                    .violation("body", "url", message)
                    .with("reason", e.refusal().name());
        }
    }
}
