package vn.monitoring.indicator.grade;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import vn.monitoring.kit.metric.Figure;
import vn.monitoring.kit.metric.Figures;

/// How many grades are not what they should be yet.
@ApplicationScoped
class GradeFigures implements Figures {

    @Override
    public List<Figure> list() {
        return List.of(Figure.of(
                "monitoring.grades.stale",
                "Indicators that wait to be graded anew",
                "select count(*) from grading_due"));
    }
}
