package vn.monitoring.task.occurrence;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import vn.monitoring.task.task.TaskDeadline;
import vn.monitoring.task.task.TaskStanding;
import vn.monitoring.task.task.TaskStatus;
import vn.monitoring.task.task.TimingConverter;
import vn.monitoring.task.timeliness.Due;
import vn.monitoring.task.timeliness.TimelinessRule;
import vn.monitoring.task.timing.Timing;

/// The tasks that come back, as the turn of the day reads and moves them: set-wise, without the entity.
@ApplicationScoped
class RecurringTasks {

    /// What recurs and has something behind it, too little ahead, or a due day that is over.
    private static final String DUE = """
            select t.id from task t
            left join lateral (
                select max(o.starts_on) as last, bool_or(o.status = 'OPEN' and o.due_on < ?) as behind
                from occurrence o where o.task_id = t.id) known on true
            where (t.recurs is not null or t.timing_kind = 'PHASED')
              and t.kind <> 'PARENT'
              and not t.needs_decision
              and t.status not in ('CANCELLED', 'SUPERSEDED')
              and (known.behind
                or known.last is null
                or t.timing_kind like 'RECURRING%' and (t.due_on is null or t.due_on < ?)
                or t.recurs is not null
                  and not (t.status = 'COMPLETED' and t.timing_kind = 'CONTINUOUS')
                  and known.last + (case t.recurs when 'MONTHLY' then 1 when 'QUARTERLY' then 3 when 'HALF_YEARLY' then 6
                    else 12 end) * interval '1 month' <= least(?, coalesce(t.ends_on, 'infinity')))
            order by t.id""";

    private final DataSource dataSource;
    private final TimelinessRule rule;

    RecurringTasks(DataSource dataSource, TimelinessRule rule) {
        this.dataSource = dataSource;
        this.rule = rule;
    }

    boolean isTurned(LocalDate day) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("select 1 from occurrence_day where rolled_to >= ?")) {
            select.setObject(1, day);
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read the day of the occurrences", e);
        }
    }

    void noteTurned(LocalDate day) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement upsert = connection.prepareStatement("""
                        insert into occurrence_day (rolled_to) values (?)
                        on conflict (id) do update set rolled_to = excluded.rolled_to""")) {
            upsert.setObject(1, day);
            upsert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("cannot note the day of the occurrences", e);
        }
    }

    List<UUID> listDue(LocalDate today) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(DUE)) {
            select.setObject(1, today);
            select.setObject(2, today);
            select.setObject(3, today.plusMonths(OccurrenceWindow.MONTHS_AHEAD));
            List<UUID> ids = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    ids.add(rows.getObject(1, UUID.class));
                }
            }
            return ids;
        } catch (SQLException e) {
            throw new IllegalStateException("cannot list what recurs", e);
        }
    }

    /// The tasks, locked until the end of the transaction, as they are now.
    List<OccurrenceRule.Given> lock(Collection<UUID> ids) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement("""
                        select id, kind <> 'PARENT' and not needs_decision, timing::text, deadline, derived_timing::text,
                            extended_from_due_on, extended_due_on, status, assigned_on, update_as_of, submitted_on,
                            completed_on, paused_on, completed_for
                        from task where id = any (?) order by id for update""")) {
            select.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
            List<OccurrenceRule.Given> given = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    given.add(read(rows));
                }
            }
            return given;
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read what recurs", e);
        }
    }

    /// Writes the due days of the occurrence that a day belongs to; no step of the task, so its version stays.
    void moveDueDays(Collection<OccurrenceRule.Given> given, LocalDate today) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = connection.prepareStatement("""
                        update task set due_from = ?, due_on = ?, original_due_on = ?
                        where id = ? and due_on is distinct from ?""")) {
            for (OccurrenceRule.Given task : given) {
                Optional<Due> due = rule.due(task.standing().timing(), today);
                if (due.isPresent()) {
                    update.setObject(1, due.get().from());
                    update.setObject(2, due.get().on());
                    update.setObject(3, due.get().originalOn());
                    update.setObject(4, task.taskId());
                    update.setObject(5, due.get().on());
                    update.addBatch();
                }
            }
            update.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException("cannot move due days", e);
        }
    }

    private static OccurrenceRule.Given read(ResultSet row) throws SQLException {
        String derived = row.getString(5);
        Timing timing = TaskDeadline.of(
                TimingConverter.read(row.getString(3)),
                row.getObject(4, LocalDate.class),
                derived == null ? null : TimingConverter.read(derived),
                TaskDeadline.Extension.of(row.getObject(6, LocalDate.class), row.getObject(7, LocalDate.class)));
        return new OccurrenceRule.Given(
                row.getObject(1, UUID.class),
                row.getBoolean(2),
                new TaskStanding(
                        timing,
                        TaskStatus.valueOf(row.getString(8)),
                        row.getObject(9, LocalDate.class),
                        row.getObject(10, LocalDate.class),
                        row.getObject(11, LocalDate.class),
                        row.getObject(12, LocalDate.class),
                        row.getObject(13, LocalDate.class)),
                row.getObject(14, LocalDate.class));
    }
}
