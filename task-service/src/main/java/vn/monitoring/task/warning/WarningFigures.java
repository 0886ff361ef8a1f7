package vn.monitoring.task.warning;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import vn.monitoring.kit.metric.Figure;
import vn.monitoring.kit.metric.Figures;

/// The open warnings, and how old the judgement is that they rest on.
@ApplicationScoped
class WarningFigures implements Figures {

    @Override
    public List<Figure> list() {
        return List.of(
                Figure.by("level", "monitoring.warnings.open", "Open warnings by their level (1 to 3)", """
                        select l.level::text, count(w.id) from generate_series(1, 3) l (level)
                        left join warning w on w.level = l.level and w.closed_on is null
                        group by l.level order by l.level"""),
                Figure.of(
                        "monitoring.warnings.judged.age.seconds",
                        "How long ago all tasks were last judged; 0 before the first time",
                        "select coalesce(max(extract(epoch from now() - finished_at)), 0) from warning_sweep"));
    }
}
