package vn.monitoring.task.warning;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.outbox.Fact;
import vn.monitoring.kit.outbox.Outbox;
import vn.monitoring.kit.shield.AsSystem;
import vn.monitoring.task.progress.UpdateWindows;
import vn.monitoring.task.task.TasksChanged;
import vn.monitoring.task.task.TasksLocked;
import vn.monitoring.task.timeliness.TimelinessRule;

/// Judges tasks in the transaction that changes them.
///
/// Before the change the days are caught up that were not judged yet, with the task as it was on them; after it today
/// is judged once more. So it makes no difference when all tasks are judged, see [Evaluation].
@ApplicationScoped
class Watching {

    static final String TOPIC = "monitoring.warning";

    private final DataSource dataSource;
    private final UpdateWindows windows;
    private final Outbox outbox;
    private final WarningRule rule;
    private final AsSystem asSystem;
    private final Clock clock;

    Watching(
            DataSource dataSource,
            UpdateWindows windows,
            Outbox outbox,
            TimelinessRule timeliness,
            AsSystem asSystem,
            Clock clock) {
        this.dataSource = dataSource;
        this.windows = windows;
        this.outbox = outbox;
        this.rule = new WarningRule(timeliness);
        this.asSystem = asSystem;
        this.clock = clock;
    }

    /// As the system, like [#judge]: what is derived of tasks does not hang on who changed them.
    void catchUp(@Observes TasksLocked tasks) {
        if (!tasks.ids().isEmpty()) {
            asSystem.run(() -> judgeBefore(tasks));
        }
    }

    private void judgeBefore(TasksLocked tasks) {
        LocalDate today = LocalDate.now(clock);
        try (Connection connection = dataSource.getConnection()) {
            LocalDate swept = new Sweeps(connection).day();
            if (swept == null || swept.isBefore(today)) {
                judge(connection, tasks.ids(), windows.openByPlan(), swept, today);
                new Sweeps(connection).settle(tasks.ids(), today);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot judge tasks before they change", e);
        }
    }

    void judge(@Observes TasksChanged tasks) {
        if (!tasks.ids().isEmpty()) {
            asSystem.run(() -> judgeAfter(tasks));
        }
    }

    private void judgeAfter(TasksChanged tasks) {
        LocalDate today = LocalDate.now(clock);
        try (Connection connection = dataSource.getConnection()) {
            Sweeps sweeps = new Sweeps(connection);
            LocalDate swept = sweeps.day();
            judge(connection, tasks.ids(), windows.openByPlan(), today, today);
            if (swept == null || swept.isBefore(today)) {
                sweeps.settle(tasks.ids(), today);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot judge changed tasks", e);
        }
    }

    /// Judges tasks that are locked, writes what follows and tells it, in the current transaction.
    ///
    /// @param book the windows of at least these tasks' plans
    /// @param swept the last day for which all tasks were judged, null when none was
    /// @return the tasks for which something followed
    List<TaskWatch> judge(
            Connection connection,
            List<UUID> taskIds,
            UpdateWindows.Book book,
            @Nullable LocalDate swept,
            LocalDate today)
            throws SQLException {
        WatchReader reader = new WatchReader(rule, book);
        List<TaskWatch> changed = new ArrayList<>();
        for (WatchReader.Row row : reader.list(connection, taskIds)) {
            row.watch().advance(row.judged(swept, today), today);
            if (row.watch().changed()) {
                changed.add(row.watch());
            }
        }
        List<UpdateRateState> rates = new WarningTable(connection).write(changed);
        tell(changed, rates);
        return changed;
    }

    private void tell(List<TaskWatch> watches, List<UpdateRateState> rates) {
        Instant now = clock.instant();
        outbox.append(rates.stream()
                .map(rate -> new Fact(UpdateRateState.TOPIC, UpdateRateState.TYPE, rate.unitCode(), now, rate))
                .toList());
        outbox.append(watches.stream()
                .flatMap(watch -> watch.changes().stream().map(change -> fact(watch, change, now)))
                .toList());
    }

    private static Fact fact(TaskWatch watch, TaskWatch.Change change, Instant now) {
        String type = "vn.monitoring.warning." + change.step().name().toLowerCase(Locale.ROOT) + ".v1";
        WarningState state = WarningState.of(watch.task(), change);
        return new Fact(TOPIC, type, state.id().toString(), now, state);
    }
}
