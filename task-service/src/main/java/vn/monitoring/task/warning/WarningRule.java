package vn.monitoring.task.warning;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.monitoring.task.money.Reconciliation;
import vn.monitoring.task.progress.MonthOutcome;
import vn.monitoring.task.progress.MonthlyRule;
import vn.monitoring.task.progress.WindowSeries;
import vn.monitoring.task.task.Task;
import vn.monitoring.task.task.TaskStatus;
import vn.monitoring.task.timeliness.TimelinessRule;

/// Says what is wrong with a task on a day. Plain: what it needs comes in, nothing is remembered.
///
/// @param timeliness how tasks are judged against their deadlines
record WarningRule(TimelinessRule timeliness) {

    /// @param last the outcome of the last month whose window closed
    List<Finding> judge(WatchedTask task, WindowSeries windows, @Nullable MonthOutcome last, LocalDate day) {
        if (task.silent()) {
            return List.of();
        }
        List<Finding> findings = new ArrayList<>(2);
        addDeadline(findings, task, day);
        MonthlyRule.standing(task.monthly(), windows, last)
                .ifPresent(standing -> findings.add(new Finding(
                        standing.result() == MonthOutcome.Result.LATE
                                ? WarningKind.LATE
                                : WarningKind.INSUFFICIENT_DATA,
                        Finding.MONTHLY_UPDATE,
                        standing.months(),
                        standing.missing(),
                        standing.since())));
        addMismatches(findings, task);
        return findings;
    }

    private void addDeadline(List<Finding> findings, WatchedTask task, LocalDate day) {
        switch (task.timeliness(timeliness, day)) {
            case DUE_SOON -> findings.add(dated(WarningKind.DUE_SOON, task, day));
            case OVERDUE -> findings.add(dated(WarningKind.OVERDUE, task, day));
            case NO_DEADLINE -> {
                if (task.status().open() && !task.timing().known()) {
                    findings.add(Finding.of(WarningKind.MISSING_DEADLINE, Finding.NO_DEADLINE, null));
                }
            }
            case DONE_EARLY, ON_TIME, LATE, NOT_STARTED, WITHIN_TIME, KEPT_UP, UPDATE_LATE, DROPPED -> {
                // Nothing is due: what is done late stays late, and updates have the monthly rule.
            }
        }
    }

    /// Another day that is due is another cause: after an extension, and for the next occurrence.
    private Finding dated(WarningKind kind, WatchedTask task, LocalDate day) {
        LocalDate due = timeliness
                .due(task.timing(), day)
                .orElseThrow(() -> new IllegalStateException("judged without a due day: " + task.id()))
                .on();
        return Finding.of(kind, due.toString(), due);
    }

    /// What does not agree is a cause each (source: domain.md, "Reconciliation").
    private static void addMismatches(List<Finding> findings, WatchedTask task) {
        if (!task.status().open() || task.status() == TaskStatus.DRAFT) {
            return;
        }
        boolean unproved = task.deliverables() == 0 && claimsAllDone(task);
        if (task.allocated() == null && !unproved) {
            return;
        }
        Reconciliation reconciliation = Reconciliation.of(
                unproved,
                Task.oneOff(task.timing()),
                task.percent(),
                orNothing(task.allocated()),
                orNothing(task.disbursed()),
                task.deliverables());
        for (Reconciliation.Mismatch mismatch : reconciliation.mismatches()) {
            findings.add(Finding.of(WarningKind.MISMATCH, mismatch.name(), null));
        }
    }

    /// Also in an update that is incomplete for want of this very proof.
    private static boolean claimsAllDone(WatchedTask task) {
        Integer claimed = task.incomplete() == null ? null : task.incomplete().percent();
        Integer percent = claimed == null ? task.percent() : claimed;
        return percent != null && percent == 100;
    }

    private static BigDecimal orNothing(@Nullable BigDecimal amount) {
        return amount == null ? BigDecimal.ZERO : amount;
    }
}
