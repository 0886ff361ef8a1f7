package vn.monitoring.report.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The endpoints in the database.
@ApplicationScoped
class WebhookStore {

    private static final String IN_SIGHT =
            "from webhook w join unit u on u.code = w.unit_code where u.path <@ any (cast(? as ltree[]))";

    private final Rows rows;

    WebhookStore(Rows rows) {
        this.rows = rows;
    }

    /// False when the unit has one at this URL.
    boolean add(Webhook webhook) {
        return rows.change(
                        """
                        insert into webhook (id, unit_code, url, description, types, status, disabled_reason, secret,
                            created_by, created_at, version)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (unit_code, url) do nothing""",
                        webhook.id(),
                        webhook.unitCode(),
                        webhook.url(),
                        webhook.description(),
                        webhook.types().toArray(String[]::new),
                        webhook.status().name(),
                        nameOf(webhook.disabledReason()),
                        webhook.secret(),
                        webhook.createdBy(),
                        webhook.createdAt(),
                        webhook.version())
                == 1;
    }

    /// @param paths of the caller's units
    Optional<Webhook> find(UUID id, String paths) {
        return rows.list("select w.* " + IN_SIGHT + " and w.id = ?", WebhookStore::read, paths, id).stream()
                .findFirst();
    }

    Optional<Webhook> find(UUID id) {
        return rows.list("select * from webhook where id = ?", WebhookStore::read, id).stream()
                .findFirst();
    }

    Optional<UUID> findAt(String unitCode, String url) {
        return rows
                .list(
                        "select id from webhook where unit_code = ? and url = ?",
                        row -> row.getObject(1, UUID.class),
                        unitCode,
                        url)
                .stream()
                .findFirst();
    }

    List<Webhook> list(String paths, @Nullable UUID after, int most) {
        return rows.list(
                "select w.* " + IN_SIGHT
                        + " and (cast(? as uuid) is null or w.id > cast(? as uuid)) order by w.id limit ?",
                WebhookStore::read,
                paths,
                after,
                after,
                most);
    }

    /// Writes all that a user or the sender may change; false when it was changed since it was read.
    boolean change(Webhook changed) {
        return rows.change(
                        """
                        update webhook set url = ?, description = ?, types = ?, status = ?, disabled_reason = ?,
                            failing_since = ?, secret = ?, earlier_secret = ?, earlier_secret_until = ?,
                            paused_until = null, version = version + 1
                        where id = ? and version = ?""",
                        changed.url(),
                        changed.description(),
                        changed.types().toArray(String[]::new),
                        changed.status().name(),
                        nameOf(changed.disabledReason()),
                        changed.failingSince(),
                        changed.secret(),
                        changed.earlierSecret(),
                        changed.earlierSecretUntil(),
                        changed.id(),
                        changed.version())
                == 1;
    }

    void remove(UUID id) {
        rows.change("delete from webhook where id = ?", id);
    }

    /// Takes endpoints that have something due and that nobody serves, until the lease's end: each replica
    /// others.
    List<Webhook> lease(Instant now, Instant until, int most) {
        return rows.list("""
                update webhook set leased_until = ? where id in (
                    select w.id from webhook w
                    where w.status = 'ACTIVE' and (w.leased_until is null or w.leased_until <= ?)
                    and (w.paused_until is null or w.paused_until <= ?)
                    and exists (select 1 from webhook_delivery d
                        where d.webhook_id = w.id and d.status = 'PENDING' and d.next_attempt_at <= ?)
                    order by w.leased_until nulls first limit ? for update skip locked)
                returning *""", WebhookStore::read, until, now, now, now, most);
    }

    /// Gives the endpoint back; after a failure it rests for a while.
    void release(UUID id, @Nullable Instant pausedUntil) {
        rows.change("update webhook set leased_until = null, paused_until = ? where id = ?", pausedUntil, id);
    }

    /// Notes that it took something, or since when it does not.
    void noteTaken(UUID id) {
        rows.change("update webhook set failing_since = null where id = ? and failing_since is not null", id);
    }

    void noteFailed(UUID id, Instant at) {
        rows.change("update webhook set failing_since = ? where id = ? and failing_since is null", at, id);
    }

    /// Stops an active endpoint; the endpoint as it is then, empty when it was stopped already.
    Optional<Webhook> disable(UUID id, Webhook.DisabledReason reason) {
        return rows.list("""
                        update webhook set status = 'DISABLED', disabled_reason = ?, version = version + 1
                        where id = ? and status = 'ACTIVE' returning *""", WebhookStore::read, reason.name(), id).stream().findFirst();
    }

    List<UUID> failingSinceBefore(Instant instant) {
        return rows.list(
                "select id from webhook where status = 'ACTIVE' and failing_since < ?",
                row -> row.getObject(1, UUID.class),
                instant);
    }

    private static @Nullable String nameOf(Webhook.@Nullable DisabledReason reason) {
        return reason == null ? null : reason.name();
    }

    private static Webhook read(ResultSet row) throws SQLException {
        String reason = row.getString("disabled_reason");
        return new Webhook(
                row.getObject("id", UUID.class),
                row.getString("unit_code"),
                row.getString("url"),
                row.getString("description"),
                List.of((String[]) row.getArray("types").getArray()),
                Webhook.Status.valueOf(row.getString("status")),
                reason == null ? null : Webhook.DisabledReason.valueOf(reason),
                Rows.instant(row, "failing_since"),
                row.getString("secret"),
                row.getString("earlier_secret"),
                Rows.instant(row, "earlier_secret_until"),
                row.getString("created_by"),
                Objects.requireNonNull(Rows.instant(row, "created_at")),
                row.getLong("version"));
    }
}
