package vn.monitoring.report.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.shield.AsSystem;
import vn.monitoring.report.fact.Facts;
import vn.monitoring.report.fact.Figures;
import vn.monitoring.report.fact.FiguresAsAt;
import vn.monitoring.report.fact.IndicatorFigure;
import vn.monitoring.report.fact.TaskFigure;
import vn.monitoring.report.obligation.Obligation;

/// Finds what has come to light since a report was drafted: a question to the facts, never a change of the report.
@ApplicationScoped
class Changes {

    private final Facts facts;
    private final AsSystem asSystem;

    Changes(Facts facts, AsSystem asSystem) {
        this.facts = facts;
        this.asSystem = asSystem;
    }

    /// The figures for which the facts as at the cut-off now differ from the frozen ones.
    List<Change> since(Obligation obligation, @Nullable String block, Figures frozen) {
        List<Change> changes = new ArrayList<>();
        Map<UUID, IndicatorFigure> indicators = frozen.indicators().stream()
                .collect(Collectors.toMap(IndicatorFigure::indicatorId, Function.identity()));
        // What the sender answers for in plans of the units above, as in the draft.
        FiguresAsAt known = asSystem.call(() ->
                facts.asAt(obligation.unitCode(), block, obligation.window().cutOff()));
        for (FiguresAsAt.Grade grade : known.grades()) {
            IndicatorFigure now = grade.figure();
            IndicatorFigure then = indicators.get(now.indicatorId());
            if (then == null || differs(then, now)) {
                changes.add(new Change(
                        "INDICATOR",
                        now.indicatorId(),
                        now.number(),
                        now.name(),
                        then == null ? null : state(then),
                        state(now),
                        grade.receivedAt()));
            }
        }
        Map<UUID, TaskFigure> tasks =
                frozen.tasks().stream().collect(Collectors.toMap(TaskFigure::taskId, Function.identity()));
        for (FiguresAsAt.Task task : known.tasks()) {
            TaskFigure now = task.figure();
            TaskFigure then = tasks.get(now.taskId());
            if (then == null || !then.eventId().equals(now.eventId())) {
                changes.add(new Change(
                        "TASK",
                        now.taskId(),
                        now.number(),
                        now.title(),
                        then == null ? null : state(then),
                        state(now),
                        task.receivedAt()));
            }
        }
        return changes;
    }

    /// An indicator that had no grade and has none differs by what it is measured by, not by who told of it.
    private static boolean differs(IndicatorFigure then, IndicatorFigure now) {
        if (then.isUngraded() && now.isUngraded()) {
            return !then.status().equals(now.status()) || !Objects.equals(then.target(), now.target());
        }
        return !then.eventId().equals(now.eventId());
    }

    private static Change.State state(IndicatorFigure figure) {
        String value = figure.value() == null ? null : figure.value().toPlainString();
        return new Change.State(figure.asOf(), figure.status(), value, figure.eventId());
    }

    private static Change.State state(TaskFigure figure) {
        String value = figure.percent() == null ? null : figure.percent().toPlainString();
        return new Change.State(figure.businessDate(), figure.timeliness(), value, figure.eventId());
    }
}
