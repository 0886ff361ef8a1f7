package vn.monitoring.indicator.measurement;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import vn.monitoring.kit.metric.Figure;
import vn.monitoring.kit.metric.Figures;

/// How many figures wait for a second pair of eyes.
@ApplicationScoped
class MeasurementFigures implements Figures {

    @Override
    public List<Figure> list() {
        return List.of(Figure.of(
                "monitoring.measurements.unverified",
                "Figures that wait to be verified; counted up to 100,000",
                "select count(*) from (select from measurement where status = 'SUBMITTED' limit 100000) waiting"));
    }
}
