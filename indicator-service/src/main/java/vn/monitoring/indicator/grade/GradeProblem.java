package vn.monitoring.indicator.grade;

import vn.monitoring.kit.problem.ProblemType;
import vn.monitoring.kit.text.Text;

/// What can be wrong with what grades are made by.
enum GradeProblem implements ProblemType {
    POLICY_INVALID(422, "Chính sách đánh giá không hợp lệ", "Invalid grading policy"),
    WHAT_IF_TOO_WIDE(422, "Phạm vi thử quá rộng", "The trial is too wide"),
    PATH_INVALID(422, "Lộ trình không hợp lệ", "Invalid path");

    private final int status;
    private final Text title;

    GradeProblem(int status, String vi, String en) {
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
