package vn.monitoring.indicator.central;

import vn.monitoring.kit.problem.ProblemType;
import vn.monitoring.kit.text.Text;

/// Why figures are not marked as updated centrally.
enum CentralProblem implements ProblemType {
    CENTRAL_FIGURE_MISSING(422, "Không có số liệu đã xác nhận để đánh dấu", "No verified figure to mark"),
    CENTRAL_DATE_IN_FUTURE(422, "Ngày cập nhật ở tương lai", "The date of the update is in the future");

    private final int status;
    private final Text title;

    CentralProblem(int status, String vi, String en) {
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
