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
import vn.monitoring.kit.sql.Rows;

/// The endpoints in the database.
@ApplicationScoped
class WebhookStore {

    private static final String SELECT =
            "select w.*, l.failing_since from webhook w left join webhook_lease l on l.webhook_id = w.id";
    private static final String IN_SIGHT =
            SELECT + " join unit u on u.code = w.unit_code where u.path <@ any (cast(? as ltree[]))";

    private final Rows rows;

    WebhookStore(Rows rows) {
        this.rows = rows;
    }

    /// False when the unit has one at this URL.
    boolean add(Webhook webhook) {
        boolean added = rows.change(
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
        if (added) {
            rows.change("insert into webhook_lease (webhook_id) values (?)", webhook.id());
        }
        return added;
    }

    /// @param paths of the caller's units
    Optional<Webhook> find(UUID id, String paths) {
        return rows.list(IN_SIGHT + " and w.id = ?", WebhookStore::read, paths, id).stream()
                .findFirst();
    }

    Optional<Webhook> find(UUID id) {
        return rows.list(SELECT + " where w.id = ?", WebhookStore::read, id).stream()
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
                IN_SIGHT + " and (cast(? as uuid) is null or w.id > cast(? as uuid)) order by w.id limit ?",
                WebhookStore::read,
                paths,
                after,
                after,
                most);
    }

    /// Writes all that a user or the sender may change; false when it was changed since it was read.
    boolean change(Webhook changed) {
        boolean written = rows.change(
                        """
                        update webhook set url = ?, description = ?, types = ?, status = ?, disabled_reason = ?,
                            secret = ?, earlier_secret = ?, earlier_secret_until = ?, version = version + 1
                        where id = ? and version = ?""",
                        changed.url(),
                        changed.description(),
                        changed.types().toArray(String[]::new),
                        changed.status().name(),
                        nameOf(changed.disabledReason()),
                        changed.secret(),
                        changed.earlierSecret(),
                        changed.earlierSecretUntil(),
                        changed.id(),
                        changed.version())
                == 1;
        if (written) {
            rows.change(
                    "update webhook_lease set paused_until = null, failing_since = ? where webhook_id = ?",
                    changed.failingSince(),
                    changed.id());
        }
        return written;
    }

    void remove(UUID id) {
        rows.change("delete from webhook where id = ?", id);
    }

    /// Takes endpoints that have something due and that nobody serves, until the lease's end: each replica
    /// others.
    List<Webhook> lease(Instant now, Instant until, int most) {
        return rows.list("""
                with taken as (
                    update webhook_lease set leased_until = ? where webhook_id in (
                        select l.webhook_id from webhook_lease l join webhook w on w.id = l.webhook_id
                        where w.status = 'ACTIVE' and (l.leased_until is null or l.leased_until <= ?)
                        and (l.paused_until is null or l.paused_until <= ?)
                        and exists (select 1 from webhook_delivery d
                            where d.webhook_id = w.id and d.status = 'PENDING' and d.next_attempt_at <= ?)
                        order by l.leased_until nulls first limit ? for update of l skip locked)
                    returning webhook_id, failing_since)
                select w.*, t.failing_since from taken t join webhook w on w.id = t.webhook_id""", WebhookStore::read, until, now, now, now, most);
    }

    /// Keeps endpoints that are still served.
    void renew(List<UUID> ids, Instant until) {
        rows.change(
                "update webhook_lease set leased_until = ? where webhook_id = any (cast(? as uuid[]))",
                until,
                ids.stream().map(UUID::toString).toArray(String[]::new));
    }

    /// Gives the endpoint back; after a failure it rests for a while.
    void release(UUID id, @Nullable Instant pausedUntil) {
        rows.change(
                "update webhook_lease set leased_until = null, paused_until = ? where webhook_id = ?", pausedUntil, id);
    }

    /// Notes that it took something, or since when it does not.
    void noteTaken(UUID id) {
        rows.change(
                "update webhook_lease set failing_since = null where webhook_id = ? and failing_since is not null", id);
    }

    void noteFailed(UUID id, Instant at) {
        rows.change(
                "update webhook_lease set failing_since = ? where webhook_id = ? and failing_since is null", at, id);
    }

    /// Stops an active endpoint; the endpoint as it is then, empty when it was stopped already.
    Optional<Webhook> disable(UUID id, Webhook.DisabledReason reason) {
        return rows.list("""
                        with stopped as (
                            update webhook set status = 'DISABLED', disabled_reason = ?, version = version + 1
                            where id = ? and status = 'ACTIVE' returning *)
                        select s.*, l.failing_since from stopped s left join webhook_lease l on l.webhook_id = s.id""", WebhookStore::read, reason.name(), id).stream().findFirst();
    }

    List<UUID> failingSinceBefore(Instant instant) {
        return rows.list("""
                select w.id from webhook w join webhook_lease l on l.webhook_id = w.id
                where w.status = 'ACTIVE' and l.failing_since < ?""", row -> row.getObject(1, UUID.class), instant);
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
