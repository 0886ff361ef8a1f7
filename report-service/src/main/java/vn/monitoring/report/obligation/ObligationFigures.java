package vn.monitoring.report.obligation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import vn.monitoring.kit.metric.Figure;
import vn.monitoring.kit.metric.Figures;

/// Reports that are owed.
@ApplicationScoped
class ObligationFigures implements Figures {

    @Override
    public List<Figure> list() {
        return List.of(
                Figure.of("monitoring.obligations.overdue", "Reports that were due and have not been sent", """
                        select count(*) from report_obligation
                        where submitted_at is null and lapsed_on is null
                        and due_on < (now() at time zone 'Asia/Ho_Chi_Minh')::date"""),
                Figure.of(
                        "monitoring.obligations.undrafted",
                        "Open reports whose cut-off has passed and that are not drafted yet",
                        """
                        select count(*) from report_obligation
                        where status = 'OPEN' and submitted_at is null and lapsed_on is null
                        and cut_off_on < (now() at time zone 'Asia/Ho_Chi_Minh')::date"""));
    }
}
