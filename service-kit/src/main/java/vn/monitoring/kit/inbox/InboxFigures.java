package vn.monitoring.kit.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import vn.monitoring.kit.metric.Figure;
import vn.monitoring.kit.metric.Figures;

/// What could not take effect.
@ApplicationScoped
class InboxFigures implements Figures {

    @Override
    public List<Figure> list() {
        return List.of(Figure.of(
                "monitoring.inbox.parked.records",
                "Records that were laid aside, with the reason in inbox_parked",
                "select count(*) from inbox_parked"));
    }
}
