package vn.monitoring.task.warning;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.monitoring.task.progress.MonthOutcome;
import vn.monitoring.task.progress.MonthlyRule;
import vn.monitoring.task.progress.UpdateWindow;
import vn.monitoring.task.progress.WindowSeries;

/// Follows one task day by day: closes the months whose windows have passed, and turns what the rules find into
/// warnings that open, rise and close.
///
/// Days that are judged late lead to what they would have led to in time, because the task is the same on all of them.
final class TaskWatch {

    /// What happened to a warning.
    enum Step {
        OPENED,
        ESCALATED,
        REVISED,
        CLOSED
    }

    /// A step with the state after it.
    record Change(Step step, Warning warning, LocalDate day) {}

    private final WarningRule rule;
    private final WatchedTask task;
    private final WindowSeries windows;
    private final Map<Finding.Key, Warning> open = new LinkedHashMap<>();
    private final List<Change> changes = new ArrayList<>(0);
    private final List<MonthOutcome> months = new ArrayList<>(0);
    private @Nullable MonthOutcome last;

    /// @param last the outcome of the last month that was judged
    /// @param open the warnings that stand
    TaskWatch(
            WarningRule rule, WatchedTask task, WindowSeries windows, @Nullable MonthOutcome last, List<Warning> open) {
        this.rule = rule;
        this.task = task;
        this.windows = windows;
        this.last = last;
        open.forEach(warning -> this.open.put(warning.key(), warning));
    }

    /// Judges each day after the one that was judged last, and today once more when it was judged before.
    ///
    /// @param judged the last day that was judged
    void advance(LocalDate judged, LocalDate today) {
        if (!judged.isBefore(today)) {
            judge(today);
            return;
        }
        for (LocalDate day = judged.plusDays(1); !day.isAfter(today); day = day.plusDays(1)) {
            closeMonth(day);
            judge(day);
        }
    }

    private void closeMonth(LocalDate day) {
        windows.closedBefore(day).ifPresent(month -> {
            UpdateWindow window = windows.of(month);
            boolean later = last == null || last.month().isBefore(month);
            if (later && MonthlyRule.expected(task.monthly(), month, window)) {
                MonthOutcome outcome = MonthlyRule.outcome(task.monthly(), month, window, last);
                months.add(outcome);
                last = outcome;
            }
        });
    }

    private void judge(LocalDate day) {
        List<Finding> findings = rule.judge(task, windows, last, day);
        if (findings.isEmpty() && open.isEmpty()) {
            return;
        }
        Set<Finding.Key> found = new HashSet<>();
        for (Finding finding : findings) {
            found.add(finding.key());
            Warning standing = open.get(finding.key());
            if (standing == null) {
                keep(Step.OPENED, Warning.opened(task, finding, day), day);
                continue;
            }
            Warning next = standing.after(task, finding, day);
            if (next != standing) {
                keep(next.level() > standing.level() ? Step.ESCALATED : Step.REVISED, next, day);
            }
        }
        for (Warning standing : List.copyOf(open.values())) {
            if (!found.contains(standing.key())) {
                open.remove(standing.key());
                changes.add(new Change(Step.CLOSED, standing.closed(day), day));
            }
        }
    }

    private void keep(Step step, Warning warning, LocalDate day) {
        open.put(warning.key(), warning);
        changes.add(new Change(step, warning, day));
    }

    WatchedTask task() {
        return task;
    }

    List<Change> changes() {
        return changes;
    }

    /// The months that were judged.
    List<MonthOutcome> months() {
        return months;
    }

    boolean changed() {
        return !changes.isEmpty() || !months.isEmpty();
    }
}
