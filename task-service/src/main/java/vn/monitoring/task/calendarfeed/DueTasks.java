package vn.monitoring.task.calendarfeed;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import vn.monitoring.task.task.TaskStatus;

/// Finds the deadlines that a unit's calendar shows: what is open, what was due in the last quarter, and the
/// occurrences
/// of a year. The monthly updates of continuous tasks are no deadlines of their own.
@ApplicationScoped
class DueTasks {

    private static final int DAYS_BACK = 92;
    private static final int DAYS_AHEAD = 400;

    private static final String DUE = """
            select t.id, o.period_key, coalesce(o.due_on, t.due_on) as due, coalesce(o.status = 'DONE', t.status = 'COMPLETED'),
                case when o.period_key is null then t.completed_on else o.done_on end, t.status, t.percent, t.number, t.title,
                t.group_name, t.director_position, u.name, t.deliverable, v.known_from, t.version
            from unit top join unit u on u.path <@ top.path
            cross join lateral (select * from task where responsible_unit_code = u.code and kind <> 'PARENT'
                and not needs_decision and not (timing_kind = 'CONTINUOUS' and recurs = 'MONTHLY') offset 0) t
            join task_version v on v.task_id = t.id and v.known_to = 'infinity'
            left join occurrence o on o.task_id = t.id and o.status <> 'DROPPED' and o.due_on between ? and ?
            where top.code = ? and (o.period_key is not null
                or t.recurs is null and t.due_on is not null
                    and (t.due_on >= ? or t.status not in ('COMPLETED', 'CANCELLED', 'SUPERSEDED')))
            order by due, t.plan_id, t.position, t.id, o.period_key""";

    private final DataSource dataSource;

    DueTasks(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    List<DueTask> list(String unit, LocalDate today) {
        LocalDate from = today.minusDays(DAYS_BACK);
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(DUE)) {
            select.setObject(1, from);
            select.setObject(2, today.plusDays(DAYS_AHEAD));
            select.setString(3, unit);
            select.setObject(4, from);
            List<DueTask> tasks = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    tasks.add(new DueTask(
                            rows.getObject(1, UUID.class),
                            rows.getString(2),
                            rows.getObject(3, LocalDate.class),
                            rows.getBoolean(4),
                            rows.getObject(5, LocalDate.class),
                            TaskStatus.valueOf(rows.getString(6)),
                            rows.getObject(7, Integer.class),
                            rows.getString(8),
                            rows.getString(9),
                            rows.getString(10),
                            rows.getString(11),
                            rows.getString(12),
                            rows.getString(13),
                            rows.getObject(14, OffsetDateTime.class).toInstant(),
                            rows.getLong(15)));
                }
            }
            return tasks;
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read the deadlines of unit " + unit, e);
        }
    }

    Optional<String> unitName(String unit) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement("select name from unit where code = ?")) {
            select.setString(1, unit);
            try (ResultSet rows = select.executeQuery()) {
                return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read unit " + unit, e);
        }
    }
}
