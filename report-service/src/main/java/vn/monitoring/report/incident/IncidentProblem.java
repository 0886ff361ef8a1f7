package vn.monitoring.report.incident;

import vn.monitoring.kit.problem.ProblemType;
import vn.monitoring.kit.text.Text;

/// What can be wrong with an incident or a step of its life.
public enum IncidentProblem implements ProblemType {
    INCIDENT_NOT_OF_UNIT(403, "Không thuộc đơn vị xảy ra sự cố", "Not of the unit of the incident"),
    INCIDENT_STATUS(409, "Sự cố không ở trạng thái phù hợp", "The incident is in another status"),
    INCIDENT_UNREPORTED(409, "Sự cố chưa có báo cáo ban đầu", "The incident has no first report"),
    DETECTED_IN_FUTURE(422, "Thời điểm phát hiện ở tương lai", "Detected in the future");

    private final int status;
    private final Text title;

    IncidentProblem(int status, String vi, String en) {
        this.status = status;
        this.title = new Text(vi, en);
    }

    @Override
    public String code() {
        return name();
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public Text title() {
        return title;
    }
}
