package vn.monitoring.report.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.sql.Rows;
import vn.monitoring.report.feed.FeedAppended;
import vn.monitoring.report.feed.FeedEntry;
import vn.monitoring.report.webhook.DeliveryResponse.Attempt;
import vn.monitoring.report.webhook.DeliveryResponse.Status;

/// Keeps the books: which message goes to which endpoint, how often it was tried, and what became of it.
///
/// Messages and deliveries are written in the transaction that appends the feed's entries, so that none is
/// lost and none is made of what was taken back. Also for an endpoint that is stopped: what it missed can be
/// replayed.
@ApplicationScoped
class Deliveries {

    /// A message that is due.
    record Due(long id, String messageId, String body, int attempts, int tries, Instant queuedAt) {}

    /// So many messages of an endpoint.
    record Count(UUID webhookId, int messages) {}

    private static final Duration WAIT_FOR_UNIT = Duration.ofDays(1);

    /// Endpoints whose unit is the message's or lies above it and that ask for its type, see `FeedFilter`.
    private static final String PLACE = """
            insert into webhook_delivery (webhook_id, message_id, status, created_at, queued_at, next_attempt_at)
            select w.id, m.id, 'PENDING', ?, ?, ?
            from webhook_message m join unit of_message on of_message.code = m.unit_code
            join unit of_webhook on of_webhook.path @> of_message.path join webhook w on w.unit_code = of_webhook.code
            where m.id = any (?) and (w.types = '{}' or exists (select 1 from unnest(w.types) asked
                where m.type = asked
                or starts_with(regexp_replace(m.type, '^vn\\.monitoring\\.', '') || '.', asked || '.')))
            order by array_position(?, m.id), w.id on conflict do nothing""";

    private final Rows rows;
    private final ObjectMapper json;
    private final Clock clock;

    Deliveries(Rows rows, ObjectMapper json, Clock clock) {
        this.rows = rows;
        this.json = json;
        this.clock = clock;
    }

    void append(@Observes FeedAppended appended) {
        if (rows.list("select 1 from webhook limit 1", row -> 1).isEmpty()) {
            return;
        }
        List<FeedEntry> entries = appended.entries();
        rows.change(
                """
                insert into webhook_message (id, type, unit_code, body, placed, appended_at)
                select id, type, unit_code, body, exists (select 1 from unit where code = unit_code), ?
                from unnest(?, ?, ?, ?) as entry (id, type, unit_code, body) on conflict do nothing""",
                clock.instant(),
                texts(entries.stream().map(FeedEntry::id).toList()),
                texts(entries.stream().map(FeedEntry::type).toList()),
                texts(entries.stream().map(FeedEntry::unitCode).toList()),
                texts(entries.stream()
                        .map(entry -> body(entry.type(), entry.occurredAt(), entry))
                        .toList()));
        place(entries.stream().map(FeedEntry::id).toList());
        rows.change("""
                delete from webhook_message m where m.id = any (?) and m.placed
                and not exists (select 1 from webhook_delivery d where d.message_id = m.id)""", (Object) texts(entries.stream().map(FeedEntry::id).toList()));
    }

    private void place(List<String> messageIds) {
        Instant now = clock.instant();
        String[] ids = texts(messageIds);
        rows.change(PLACE, now, now, now, ids, ids);
    }

    /// Finds the endpoints of messages whose unit has become known; gives those up whose unit did not in a
    /// day.
    void placeLate() {
        List<String> known = rows.list("""
                update webhook_message m set placed = true from unit u where u.code = m.unit_code and not m.placed
                returning m.id""", row -> row.getString(1));
        if (!known.isEmpty()) {
            place(known);
        }
        rows.change(
                "delete from webhook_message where not placed and appended_at < ?",
                clock.instant().minus(WAIT_FOR_UNIT));
    }

    /// A message to one endpoint alone, to try it.
    long appendTest(Webhook webhook) {
        Instant now = clock.instant();
        String id = UUID.randomUUID().toString();
        String type = "vn.monitoring.webhook.tested.v1";
        String body =
                body(type, now, Map.of("id", webhook.id(), "unitCode", webhook.unitCode(), "host", webhook.host()));
        rows.change(
                "insert into webhook_message (id, type, unit_code, body, placed, appended_at) values (?, ?, ?, ?, true, ?)",
                id,
                type,
                webhook.unitCode(),
                body,
                now);
        return rows.list("""
                        insert into webhook_delivery (webhook_id, message_id, status, created_at, queued_at, next_attempt_at)
                        values (?, ?, 'PENDING', ?, ?, ?) returning id""", row -> row.getLong(1), webhook.id(), id, now, now, now)
                .getFirst();
    }

    /// As Standard Webhooks recommends: type, timestamp, data.
    private String body(String type, Instant timestamp, Object data) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", type);
        body.put("timestamp", timestamp);
        body.put("data", data);
        try {
            return json.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("an entry of the feed cannot be written", e);
        }
    }

    /// The next ones of an endpoint, in the order of the feed.
    List<Due> due(UUID webhookId, int most) {
        return rows.list(
                """
                select d.id, d.message_id, m.body, d.attempts, d.tries, d.queued_at
                from webhook_delivery d join webhook_message m on m.id = d.message_id
                where d.webhook_id = ? and d.status = 'PENDING' and d.next_attempt_at <= ? order by d.id limit ?""",
                row -> new Due(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        row.getInt(4),
                        row.getInt(5),
                        Objects.requireNonNull(Rows.instant(row, "queued_at"))),
                webhookId,
                clock.instant(),
                most);
    }

    /// Notes an attempt; without a next one the message was taken.
    void note(Due due, Instant at, Duration took, Answer answer, @Nullable Instant nextAttemptAt) {
        rows.change(
                """
                insert into webhook_attempt (delivery_id, number, at, duration_ms, outcome, http_status, answer)
                values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing""",
                due.id(),
                due.attempts() + 1,
                at,
                (int) took.toMillis(),
                answer.outcome(),
                answer.status(),
                answer.text());
        boolean taken = nextAttemptAt == null;
        rows.change(
                """
                update webhook_delivery set attempts = ?, tries = ?, status = ?, ended_at = ?,
                    next_attempt_at = coalesce(?, next_attempt_at)
                where id = ?""",
                due.attempts() + 1,
                due.tries() + 1,
                (taken ? Status.DELIVERED : Status.PENDING).name(),
                taken ? clock.instant() : null,
                nextAttemptAt,
                due.id());
    }

    /// Ends what was queued three days ago and not taken; how many of each endpoint.
    List<Count> giveUp() {
        List<UUID> given = rows.list(
                """
                update webhook_delivery set status = 'GIVEN_UP', ended_at = ?
                where status = 'PENDING' and queued_at <= ? returning webhook_id""",
                row -> row.getObject(1, UUID.class),
                clock.instant(),
                clock.instant().minus(Backoff.PATIENCE));
        return given.stream().collect(Collectors.groupingBy(id -> id, Collectors.counting())).entrySet().stream()
                .map(count -> new Count(count.getKey(), Math.toIntExact(count.getValue())))
                .toList();
    }

    /// Queues one again, taken or not; false when the endpoint has none such.
    boolean replay(UUID webhookId, long deliveryId) {
        return queueAgain("webhook_id = ? and id = ?", webhookId, deliveryId) == 1;
    }

    /// Queues all again that were made since then; how many.
    int replaySince(UUID webhookId, Instant since) {
        return queueAgain("webhook_id = ? and created_at >= ?", webhookId, since);
    }

    private int queueAgain(String which, Object... parameters) {
        Instant now = clock.instant();
        List<Object> all = new ArrayList<>(List.of(now, now));
        all.addAll(List.of(parameters));
        return rows.change("""
                update webhook_delivery set status = 'PENDING', tries = 0, queued_at = ?, next_attempt_at = ?, ended_at = null
                where\s""" + which, all.toArray());
    }

    /// Forgets deliveries, and messages that none refers to any more.
    void forgetBefore(Instant instant) {
        rows.change("delete from webhook_delivery where created_at < ? and status <> 'PENDING'", instant);
        rows.change("""
                delete from webhook_message m where m.appended_at < ?
                and not exists (select 1 from webhook_delivery d where d.message_id = m.id)""", instant);
    }

    Optional<DeliveryResponse> find(UUID webhookId, long deliveryId) {
        return read("d.webhook_id = ? and d.id = ?", webhookId, deliveryId, 1).stream()
                .findFirst();
    }

    /// Newest first.
    List<DeliveryResponse> list(UUID webhookId, @Nullable Status status, long before, int most) {
        return status == null
                ? read("d.webhook_id = ? and d.id < ?", webhookId, before, most)
                : read("d.webhook_id = ? and d.status = '" + status.name() + "' and d.id < ?", webhookId, before, most);
    }

    private List<DeliveryResponse> read(String which, UUID webhookId, long number, int most) {
        List<DeliveryResponse> found = rows.list(
                """
                select d.id, d.message_id, m.type, d.status, d.attempts, d.created_at, d.next_attempt_at, d.ended_at
                from webhook_delivery d join webhook_message m on m.id = d.message_id
                where %s order by d.id desc limit ?""".formatted(which),
                row -> {
                    Status status = Status.valueOf(row.getString("status"));
                    return new DeliveryResponse(
                            Long.toString(row.getLong("id")),
                            row.getString("message_id"),
                            row.getString("type"),
                            status,
                            row.getInt("attempts"),
                            Objects.requireNonNull(Rows.instant(row, "created_at")),
                            status == Status.PENDING ? Rows.instant(row, "next_attempt_at") : null,
                            Rows.instant(row, "ended_at"),
                            List.of());
                },
                webhookId,
                number,
                most);
        return withLog(found);
    }

    private record Logged(String deliveryId, Attempt attempt) {}

    private List<DeliveryResponse> withLog(List<DeliveryResponse> found) {
        Map<String, List<Logged>> logs = rows
                .list(
                        """
                        select delivery_id::text, number, at, duration_ms, outcome, http_status, answer from webhook_attempt
                        where delivery_id = any (cast(? as bigint[])) order by delivery_id, number""",
                        row -> new Logged(
                                row.getString(1),
                                new Attempt(
                                        row.getInt(2),
                                        Objects.requireNonNull(Rows.instant(row, "at")),
                                        row.getInt(4),
                                        row.getString(5),
                                        row.getObject(6, Integer.class),
                                        row.getString(7))),
                        (Object) texts(found.stream().map(DeliveryResponse::id).toList()))
                .stream()
                .collect(Collectors.groupingBy(Logged::deliveryId));
        return found.stream()
                .map(delivery -> new DeliveryResponse(
                        delivery.id(),
                        delivery.messageId(),
                        delivery.type(),
                        delivery.status(),
                        delivery.attempts(),
                        delivery.createdAt(),
                        delivery.nextAttemptAt(),
                        delivery.endedAt(),
                        logs.getOrDefault(delivery.id(), List.of()).stream()
                                .map(Logged::attempt)
                                .toList()))
                .toList();
    }

    private static String[] texts(List<String> texts) {
        return texts.toArray(String[]::new);
    }
}
