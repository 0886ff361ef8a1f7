package vn.monitoring.task.warning;

import vn.monitoring.kit.problem.ProblemType;
import vn.monitoring.kit.text.Text;

/// What can be wrong with a request about warnings.
public enum WarningProblem implements ProblemType {
    EVALUATION_RUNNING(409, "Việc đánh giá cảnh báo đang chạy", "An evaluation is running");

    private final int status;
    private final Text title;

    WarningProblem(int status, String vi, String en) {
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
