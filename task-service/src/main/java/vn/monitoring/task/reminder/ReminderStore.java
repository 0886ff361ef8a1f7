package vn.monitoring.task.reminder;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.web.Cursor;
import vn.monitoring.kit.web.Page;

/// The stored reminders.
@ApplicationScoped
class ReminderStore {

    private static final String REMINDERS = """
            select r.id, r.task_id, r.warning_id, r.text, r.explain_by, r.status, r.issued_on, r.issued_at, r.issued_by,
                r.issued_by_units, r.acknowledged_at, r.acknowledged_by, r.explanation, r.explained_on, r.explained_by,
                r.version
            from reminder r""";

    private static final String IN_SCOPE = """

             join task t on t.id = r.task_id
            where t.responsible_unit_code = any (array (select u.code from unit u
                where u.path <@ any (cast(? as ltree[]))
                  and (cast(? as text) is null or u.path <@ (select path from unit where code = ?))))""";

    private static final String WAITING =
            " (r.status = 'ISSUED' or (r.status = 'ACKNOWLEDGED' and r.explain_by is not null))";

    private final DataSource dataSource;

    ReminderStore(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /// @param waiting true for what the lead still has to answer, false for the rest, null for all
    record Filter(@Nullable String unit, @Nullable Boolean waiting) {}

    /// The newest first.
    ///
    /// @param scope tree paths as a PostgreSQL array literal
    Page<Reminder> list(String scope, Filter filter, @Nullable Cursor after, int limit) {
        List<@Nullable Object> values = new ArrayList<>(Arrays.asList(scope, filter.unit(), filter.unit()));
        StringBuilder sql = new StringBuilder(REMINDERS).append(IN_SCOPE);
        if (filter.waiting() != null) {
            sql.append(filter.waiting() ? " and" : " and not").append(WAITING);
        }
        if (after != null) {
            sql.append(" and (r.issued_on, r.id) < (?, ?)");
            values.add(after.date(0));
            values.add(after.id(1));
        }
        sql.append(" order by r.issued_on desc, r.id desc limit ").append(limit + 1);
        return Page.of(query(sql.toString(), values), limit, last -> Cursor.at(last.issuedOn(), last.id()));
    }

    /// All reminders of a task, the newest first.
    List<Reminder> list(UUID taskId) {
        return query(REMINDERS + " where r.task_id = ? order by r.issued_at desc, r.id", List.of(taskId));
    }

    Optional<Reminder> find(UUID id) {
        return query(REMINDERS + " where r.id = ?", List.of(id)).stream().findFirst();
    }

    /// Those that wait for an acknowledgement, for an explanation, and for one whose day has passed.
    ReminderCounts count(String scope, @Nullable String unit, LocalDate today) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement("""
                        select count(*) filter (where r.status = 'ISSUED'),
                            count(*) filter (where r.explain_by is not null),
                            count(*) filter (where r.explain_by < ?)
                        from reminder r""" + IN_SCOPE + " and" + WAITING)) {
            select.setObject(1, today);
            select.setString(2, scope);
            select.setString(3, unit);
            select.setString(4, unit);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return new ReminderCounts(row.getLong(1), row.getLong(2), row.getLong(3));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot count reminders", e);
        }
    }

    void insert(Reminder reminder) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement("""
                        insert into reminder (id, task_id, warning_id, text, explain_by, status, issued_on, issued_at,
                            issued_by, issued_by_units, version)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")) {
            insert.setObject(1, reminder.id());
            insert.setObject(2, reminder.taskId());
            insert.setObject(3, reminder.warningId());
            insert.setString(4, reminder.text());
            insert.setObject(5, reminder.explainBy());
            insert.setString(6, reminder.status().name());
            insert.setObject(7, reminder.issuedOn());
            insert.setObject(8, time(reminder.issuedAt()));
            insert.setString(9, reminder.issuedBy());
            insert.setArray(
                    10,
                    connection.createArrayOf("text", reminder.issuedByUnits().toArray()));
            insert.setLong(11, reminder.version());
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("cannot store a reminder of task " + reminder.taskId(), e);
        }
    }

    /// Writes the answer; the task's lock keeps others from answering meanwhile.
    void update(Reminder reminder) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = connection.prepareStatement("""
                        update reminder set status = ?, acknowledged_at = ?, acknowledged_by = ?, explanation = ?,
                            explained_on = ?, explained_by = ?, version = ?
                        where id = ?""")) {
            update.setString(1, reminder.status().name());
            update.setObject(2, time(reminder.acknowledgedAt()));
            update.setString(3, reminder.acknowledgedBy());
            update.setString(4, reminder.explanation());
            update.setObject(5, reminder.explainedOn());
            update.setString(6, reminder.explainedBy());
            update.setLong(7, reminder.version());
            update.setObject(8, reminder.id());
            update.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("cannot store the answer to reminder " + reminder.id(), e);
        }
    }

    private List<Reminder> query(String sql, List<? extends @Nullable Object> values) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.size(); i++) {
                select.setObject(i + 1, values.get(i));
            }
            List<Reminder> reminders = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    reminders.add(read(rows));
                }
            }
            return reminders;
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read reminders", e);
        }
    }

    private static Reminder read(ResultSet row) throws SQLException {
        Reminder.Status status = Reminder.Status.valueOf(row.getString("status"));
        LocalDate explainBy = row.getObject("explain_by", LocalDate.class);
        OffsetDateTime acknowledgedAt = row.getObject("acknowledged_at", OffsetDateTime.class);
        return new Reminder(
                row.getObject("id", UUID.class),
                row.getObject("task_id", UUID.class),
                row.getObject("warning_id", UUID.class),
                row.getString("text"),
                explainBy,
                status,
                Reminder.waiting(status, explainBy),
                row.getObject("issued_on", LocalDate.class),
                row.getObject("issued_at", OffsetDateTime.class).toInstant(),
                row.getString("issued_by"),
                Arrays.asList((String[]) row.getArray("issued_by_units").getArray()),
                acknowledgedAt == null ? null : acknowledgedAt.toInstant(),
                row.getString("acknowledged_by"),
                row.getString("explanation"),
                row.getObject("explained_on", LocalDate.class),
                row.getString("explained_by"),
                row.getLong("version"));
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
