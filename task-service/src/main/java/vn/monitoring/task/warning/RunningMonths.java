package vn.monitoring.task.warning;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.monitoring.task.progress.MonthOutcome;
import vn.monitoring.task.progress.MonthlyRule;
import vn.monitoring.task.progress.UpdateWindow;
import vn.monitoring.task.progress.UpdateWindows;
import vn.monitoring.task.timeliness.TimelinessRule;

/// How open tasks stand in a month whose window has not closed yet; of closed ones the outcome is stored.
@ApplicationScoped
public class RunningMonths {

    private final DataSource dataSource;
    private final UpdateWindows windows;
    private final WarningRule rule;

    RunningMonths(DataSource dataSource, UpdateWindows windows, TimelinessRule timeliness) {
        this.dataSource = dataSource;
        this.windows = windows;
        this.rule = new WarningRule(timeliness);
    }

    /// A task that is asked for an update of the month.
    public record Asked(UUID planId, String responsibleUnitCode, MonthOutcome soFar) {}

    /// Judges the open tasks of the caller's units one by one.
    ///
    /// @param scope tree paths as a PostgreSQL array literal
    public List<Asked> list(
            String scope, @Nullable String unit, @Nullable UUID planId, YearMonth month, LocalDate today) {
        List<Asked> asked = new ArrayList<>();
        UpdateWindows.Book book = windows.openAll();
        try (Connection connection = dataSource.getConnection()) {
            new WatchReader(rule, book).forEachOf(connection, scope, unit, planId, row -> {
                WatchedTask task = row.watch().task();
                UpdateWindow window = book.of(task.planId()).of(month);
                if (!window.closes(month).isBefore(today) && MonthlyRule.expected(task.monthly(), month, window)) {
                    asked.add(new Asked(
                            task.planId(),
                            task.responsibleUnitCode(),
                            MonthlyRule.outcome(task.monthly(), month, window, null)));
                }
            });
        } catch (SQLException e) {
            throw new IllegalStateException("cannot judge the running month", e);
        }
        return asked;
    }
}
