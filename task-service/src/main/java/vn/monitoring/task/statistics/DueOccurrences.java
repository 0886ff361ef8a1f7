package vn.monitoring.task.statistics;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.calendar.Period;
import vn.monitoring.task.task.TaskKind;
import vn.monitoring.task.task.TaskStanding;
import vn.monitoring.task.task.TaskStatus;
import vn.monitoring.task.timing.Timing;

/// Reads the occurrences of recurring tasks that are due in a period, each as a task of its own; what was done after
/// the
/// day of judgement is not done yet.
@ApplicationScoped
class DueOccurrences {

    private final DataSource dataSource;

    DueOccurrences(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /// @param paths the subtrees to be counted, as a PostgreSQL array of ltree
    /// @param level of the unit asked for in the tree, whose children are told apart
    void read(
            StatisticsQuery query, Period period, String paths, int level, LocalDate day, Consumer<CountedTasks> each) {
        List<Object> parameters = new ArrayList<>();
        String key = TaskVersions.key(query.groupBy());
        if (query.groupBy() == Grouping.UNIT) {
            parameters.add(level + 1);
        }
        parameters.add(day);
        parameters.add(paths);
        if (query.planId() != null) {
            parameters.add(query.planId());
        }
        parameters.add(period.firstDay());
        parameters.add(period.lastDay());
        String sql = """
                select %s, v.status, o.starts_on, o.due_on, o.original_due_on, v.assigned_on,
                    case when o.done_on <= ? then o.done_on end, count(*)
                from (select code, path from unit where path <@ any (cast(? as ltree[]))) u
                join lateral (select * from task where responsible_unit_code = u.code and recurs is not null
                    and timing_kind <> 'CONTINUOUS' and kind <> 'PARENT' and not needs_decision%s offset 0) v on true
                join occurrence o on o.task_id = v.id and o.status <> 'DROPPED' and o.due_on between ? and ?
                group by 1, 2, 3, 4, 5, 6, 7""".formatted(key, query.planId() == null ? "" : " and plan_id = ?");
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.size(); i++) {
                select.setObject(i + 1, parameters.get(i));
            }
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    each.accept(read(rows));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot count occurrences", e);
        }
    }

    private static CountedTasks read(ResultSet row) throws SQLException {
        LocalDate from = row.getObject(3, LocalDate.class);
        LocalDate due = row.getObject(4, LocalDate.class);
        LocalDate originalDue = row.getObject(5, LocalDate.class);
        @Nullable LocalDate doneOn = row.getObject(7, LocalDate.class);
        Timing original = new Timing.Period("", from, originalDue, Set.of());
        TaskStatus status = TaskStatus.valueOf(row.getString(2));
        return new CountedTasks(
                row.getString(1),
                TaskKind.TASK,
                false,
                new TaskStanding(
                        due.equals(originalDue) ? original : new Timing.Extended(original, originalDue, due),
                        doneOn == null && status == TaskStatus.COMPLETED ? TaskStatus.IN_PROGRESS : status,
                        row.getObject(6, LocalDate.class),
                        null,
                        null,
                        doneOn,
                        null),
                row.getLong(8));
    }
}
