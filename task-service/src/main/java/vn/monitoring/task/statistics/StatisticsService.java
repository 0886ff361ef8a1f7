package vn.monitoring.task.statistics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.scope.Scope;
import vn.monitoring.task.task.TaskDeadline;
import vn.monitoring.task.task.TaskKind;
import vn.monitoring.task.task.TaskStanding;
import vn.monitoring.task.task.TaskStatus;
import vn.monitoring.task.task.TimingConverter;
import vn.monitoring.task.timeliness.Timeliness;
import vn.monitoring.task.timeliness.TimelinessRule;
import vn.monitoring.task.timing.Timing;

/// Counts tasks: the database groups those that are alike in all that the rule looks at, the rule judges each group
/// once.
@ApplicationScoped
class StatisticsService {

    private static final String GROUPS = """
            select t.kind, t.needs_decision, t.status, t.timing::text, t.deadline, t.derived_timing::text, t.assigned_on,
                t.update_as_of, t.submitted_on, t.completed_on, t.paused_on,
                t.extended_from_due_on, t.extended_due_on, count(*)
            from task t join unit u on u.code = t.responsible_unit_code
            where u.path <@ any (cast(? as ltree[]))
              and (cast(? as text) is null or u.path <@ (select path from unit where code = ?))
              and (cast(? as uuid) is null or t.plan_id = ?)
            group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13""";

    private final DataSource dataSource;
    private final Scope scope;
    private final Clock clock;
    private final TimelinessRule rule;

    StatisticsService(DataSource dataSource, Scope scope, Clock clock, TimelinessRule rule) {
        this.dataSource = dataSource;
        this.scope = scope;
        this.clock = clock;
        this.rule = rule;
    }

    @Transactional
    TaskStatistics count(@Nullable String unit, @Nullable UUID planId) {
        if (unit != null) {
            scope.require(unit);
        }
        LocalDate today = LocalDate.now(clock);
        Map<TaskStatus, Long> byStatus = zeros(TaskStatus.class);
        Map<Timeliness, Long> byTimeliness = zeros(Timeliness.class);
        long parents = 0;
        long needsDecision = 0;
        long total = 0;
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(GROUPS)) {
            select.setString(1, scope.paths());
            select.setString(2, unit);
            select.setString(3, unit);
            select.setObject(4, planId);
            select.setObject(5, planId);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    long count = rows.getLong(14);
                    if (rows.getString(1).equals(TaskKind.PARENT.name())) {
                        parents += count;
                    } else if (rows.getBoolean(2)) {
                        needsDecision += count;
                    } else {
                        total += count;
                        byStatus.merge(TaskStatus.valueOf(rows.getString(3)), count, Long::sum);
                        byTimeliness.merge(judge(rows, today), count, Long::sum);
                    }
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot count tasks", e);
        }
        return new TaskStatistics(unit, planId, today, total, byStatus, byTimeliness, parents, needsDecision);
    }

    private Timeliness judge(ResultSet row, LocalDate today) throws SQLException {
        TaskStatus status = TaskStatus.valueOf(row.getString(3));
        String derived = row.getString(6);
        Timing timing = TaskDeadline.of(
                TimingConverter.read(row.getString(4)),
                row.getObject(5, LocalDate.class),
                derived == null ? null : TimingConverter.read(derived),
                TaskDeadline.Extension.of(row.getObject(12, LocalDate.class), row.getObject(13, LocalDate.class)));
        return new TaskStanding(
                        timing,
                        status,
                        row.getObject(7, LocalDate.class),
                        row.getObject(8, LocalDate.class),
                        row.getObject(9, LocalDate.class),
                        row.getObject(10, LocalDate.class),
                        row.getObject(11, LocalDate.class))
                .on(today, rule);
    }

    private static <E extends Enum<E>> Map<E, Long> zeros(Class<E> type) {
        Map<E, Long> counts = new EnumMap<>(type);
        for (E value : type.getEnumConstants()) {
            counts.put(value, 0L);
        }
        return counts;
    }
}
