package vn.monitoring.indicator.rollup;

import vn.monitoring.kit.problem.ProblemType;
import vn.monitoring.kit.text.Text;

/// Why nothing can be added up.
enum RollupProblem implements ProblemType {
    ROLLUP_PERIOD_UNKNOWN(400, "Kỳ không đúng dạng", "Unknown period"),
    ROLLUP_UNIT_MISSING(400, "Thiếu đơn vị", "Unit missing");

    private final int status;
    private final Text title;

    RollupProblem(int status, String vi, String en) {
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
