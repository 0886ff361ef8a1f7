package vn.monitoring.indicator.period;

import vn.monitoring.kit.problem.ProblemType;
import vn.monitoring.kit.text.Text;

/// Why nothing can be entered or decided for a period.
enum PeriodProblem implements ProblemType {
    PERIOD_UNKNOWN(409, "Kỳ báo cáo không tồn tại", "Unknown period"),
    PERIOD_CLOSED(409, "Kỳ báo cáo đã khóa", "Period closed"),
    PERIOD_NOT_CLOSED(409, "Kỳ báo cáo chưa khóa", "Period not closed");

    private final int status;
    private final Text title;

    PeriodProblem(int status, String vi, String en) {
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
