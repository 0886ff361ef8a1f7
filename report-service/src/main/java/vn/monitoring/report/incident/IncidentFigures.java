package vn.monitoring.report.incident;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import vn.monitoring.kit.metric.Figure;
import vn.monitoring.kit.metric.Figures;

/// Incidents whose clock runs.
@ApplicationScoped
class IncidentFigures implements Figures {

    @Override
    public List<Figure> list() {
        return List.of(Figure.of(
                "monitoring.incidents.overdue",
                "Incidents without a first report although their 24 hours have passed",
                "select count(*) from incident where first_reported_at is null and due_at < now()"));
    }
}
