package vn.monitoring.task.statistics;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import vn.monitoring.task.task.TaskDeadline;
import vn.monitoring.task.task.TaskKind;
import vn.monitoring.task.task.TaskStanding;
import vn.monitoring.task.task.TaskStatus;
import vn.monitoring.task.task.TimingConverter;
import vn.monitoring.task.timing.Timing;

/// Tasks that are alike in all that the rule of timeliness looks at.
///
/// @param key the group they belong to
record CountedTasks(String key, TaskKind kind, boolean needsDecision, TaskStanding standing, long count) {

    /// What they are alike in, after the key; the count follows.
    static final String COLUMNS = """
            v.kind, v.needs_decision, v.status, v.timing, v.deadline, v.derived_timing, v.extended_from_due_on,
            v.extended_due_on, v.assigned_on, v.update_as_of, v.submitted_on, v.completed_on, v.paused_on""";

    /// Reads rows of one query; many of them have the same deadline.
    static final class Reader {

        private final Map<String, Timing> timings = new HashMap<>();

        CountedTasks read(ResultSet row) throws SQLException {
            return new CountedTasks(
                    row.getString(1),
                    TaskKind.valueOf(row.getString(2)),
                    row.getBoolean(3),
                    new TaskStanding(
                            timing(row),
                            TaskStatus.valueOf(row.getString(4)),
                            row.getObject(10, LocalDate.class),
                            row.getObject(11, LocalDate.class),
                            row.getObject(12, LocalDate.class),
                            row.getObject(13, LocalDate.class),
                            row.getObject(14, LocalDate.class)),
                    row.getLong(15));
        }

        private Timing timing(ResultSet row) throws SQLException {
            String derived = row.getString(7);
            return TaskDeadline.of(
                    parsed(row.getString(5)),
                    row.getObject(6, LocalDate.class),
                    derived == null ? null : parsed(derived),
                    TaskDeadline.Extension.of(row.getObject(8, LocalDate.class), row.getObject(9, LocalDate.class)));
        }

        private Timing parsed(String json) {
            return timings.computeIfAbsent(json, TimingConverter::read);
        }
    }
}
